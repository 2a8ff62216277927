import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { eq } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { startCheck } from '#app/accounts/start-check.server.ts'
import { startImport } from '#app/accounts/start-import.server.ts'
import { uploadImport } from '#app/accounts/upload-import.server.ts'
import { env } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { loadKeyring } from '#app/platform/keyring.server.ts'
import { imports } from '#db/schema/accounts.ts'
import { migrate } from '#db/migrate.ts'
import { openStore } from '#db/store/open.ts'
import { connect } from '#db/store/sqlite.ts'
import { startServer } from '#test/server.ts'
import { makeAnswerWorld } from './answer-world.ts'
import { percentile, rounded, type Bench } from './bench.ts'
import { peakMib, postAnswers } from './post-answers.ts'

/** Lines of the file; fewer for a quick look, and then the figures are not the issue's. */
const lines = Number(process.env.KOE_BENCH_LINES ?? 1_000_000)
/** Answers posted every second for the whole time. */
const pace = 20
const longestMinutes = 20

/**
 * A million new people of 50,000 companies, from the uploaded file to the last applied line, in the real server,
 * while answers are posted. Its yardstick, before and after: `csv-parse` over the same file twice, and one prepared
 * INSERT of the same people into an empty table of the same columns and indexes, in one transaction.
 */
export default async function importBench({ folder, say }: Bench): Promise<Record<string, number>> {
  const file = join(folder, 'people.csv')
  await writePeople(file)
  const world = await makeAnswerWorld(pace * 60 * longestMinutes)
  await world.close()
  const before = await yardstick(file, join(folder, 'before.db'))
  say(`yardstick: ${Math.round(lines / before)} lines a second`)
  const measured = await importAll(file, world, say)
  const after = await yardstick(file, join(folder, 'after.db'))
  say(`yardstick: ${Math.round(lines / after)} lines a second`)
  return {
    rows_ratio: rounded((before + after) / 2 / measured.seconds),
    peak_rss_mib: Math.round(measured.peakMib),
    answer_p99_ms: rounded(percentile(measured.answers, 99), 1),
    answers: measured.answers.length,
    check_seconds: rounded(measured.checkSeconds, 1),
    apply_seconds: rounded(measured.seconds - measured.checkSeconds, 1),
    lines_per_second: Math.round(lines / measured.seconds),
  }
}

/** As a CRM exports it: in the order of its ids; addresses, names and companies in none. */
async function writePeople(file: string) {
  const out = createWriteStream(file)
  const families = ['Sato', 'Suzuki', 'Garcia', 'Müller', '山田', 'Okafor', 'Nguyen', 'Smith', 'Rossi', 'Novák', '高橋']
  const givens = [
    'Aiko',
    'Ben',
    'Chloé',
    'Daichi',
    'Elena',
    'Farid',
    '花子',
    'Grace',
    'Hugo',
    'Ines',
    '一郎',
    'Jun',
    'Kofi',
  ]
  let text = 'Contact ID,E-mail,First name,Last name,Company,Job title,Department,Phone,Language,Unsubscribed\n'
  for (let i = 0; i < lines; i++) {
    const k = (i * 7_368_787 + 13) % 1_000_003 // a permutation
    const company = k % 50_000
    text += `C${String(i).padStart(8, '0')},p${k}@customer${company}.example,${givens[k % 13]},${families[k % 11]} ${k % 997},Customer ${company} Ltd,${k % 7 ? 'Manager' : '部長'},Sales ${k % 5},+81 3 ${k},${k % 2 ? 'ja' : 'en'},${k % 100 ? '' : 'yes'}\n`
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain')
      text = ''
    }
  }
  out.end(text)
  await once(out, 'finish')
}

/** Seconds. */
async function yardstick(file: string, database: string): Promise<number> {
  await migrate(`file:${database}`)
  const sqlite = connect(database)
  const insert = sqlite.prepare(
    `insert into contacts (id, external_id, email, email_key, name, name_key, search_key, title, department, phone, language, is_test, is_shared, state, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'active', ?, ?)`,
  )
  const started = performance.now()
  for await (const _ of createReadStream(file).pipe(parse({ from: 2 })));
  sqlite.exec('begin immediate')
  for await (const [id, email, given, family, , title, department, phone, language] of createReadStream(file).pipe(
    parse({ from: 2 }),
  ) as AsyncIterable<string[]>) {
    const name = `${given} ${family}`
    const at = Date.now()
    insert.run(
      newId('con', at),
      id,
      email,
      email,
      name,
      name,
      `${name} ${email}`,
      title,
      department,
      phone,
      language,
      at,
      at,
    )
  }
  sqlite.exec('commit')
  const seconds = (performance.now() - started) / 1000
  sqlite.close()
  return seconds
}

async function importAll(file: string, world: Awaited<ReturnType<typeof makeAnswerWorld>>, say: Bench['say']) {
  const store = openStore(env.DATABASE_URL)
  const ctx: Ctx = { store, keys: loadKeyring(env), actor: system('bench'), now: Date.now }
  const importId = await uploadImport(ctx, { name: 'people.csv', content: createReadStream(file) })
  const [row] = await store.db.select().from(imports).where(eq(imports.id, importId))
  const server = await startServer({ KOE_DATA_DIR: env.KOE_DATA_DIR })
  const stopPosting = postAnswers(world, server.port, { pace })
  const until = async (state: string) => {
    for (;;) {
      const [now] = await store.db
        .select({ state: imports.state, error: imports.error, applied: imports.appliedLines })
        .from(imports)
        .where(eq(imports.id, importId))
      if (now!.state === state) return
      if (now!.state === 'failed') throw new Error(`the import failed: ${JSON.stringify(now!.error)}`)
      await sleep(100)
    }
  }
  try {
    const started = performance.now()
    const columns = Math.max(...Object.keys(row!.mapping).map(Number)) + 1
    await startCheck(ctx, {
      importId,
      encoding: 'utf-8',
      delimiter: ',',
      fields: Array.from({ length: columns }, (_, i) => row!.mapping[i] ?? ''),
    })
    await until('checked')
    const checkSeconds = (performance.now() - started) / 1000
    say(`checked in ${checkSeconds.toFixed(1)} s`)
    await startImport(ctx, importId)
    await until('done')
    const seconds = (performance.now() - started) / 1000
    say(`applied in ${(seconds - checkSeconds).toFixed(1)} s`)
    const answers = await stopPosting()
    const [ended] = await store.db.select().from(imports).where(eq(imports.id, importId))
    if (ended!.applied?.contacts.new !== lines)
      throw new Error(`not all lines were applied: ${JSON.stringify(ended!.applied)}`)
    return { seconds, checkSeconds, answers, peakMib: peakMib(server.pid) }
  } finally {
    await stopPosting().catch(() => {})
    await server.stop()
    await store.close()
  }
}
