import Database from 'better-sqlite3'
import { system } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { startSession } from '#app/access/sessions.server.ts'
import { rebuildScores } from '#app/insights/rebuild-scores.server.ts'
import { DAY } from '#app/platform/day.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { fillSearch } from '#test/bench/search-world.ts'
import { migrate } from '#db/migrate.ts'
import { openStore } from '#db/store/open.ts'

const owners = 30
const today = Math.floor(Date.now() / DAY)
/** Of the answers that are unhappy, every so manieth has a case; the newest of them are open. */
const casesOf = 8
const openCases = 2_000
const lead = 'usr_000000000'

/** The search's world, with what its pages show beside: colleagues, segments, topics, cases, history, scores and one who is signed in. */
export async function fillPages(file: string, size: number, key: string, say: (line: string) => void) {
  const started = performance.now()
  const said = (what: string) => say(`${what} after ${Math.round((performance.now() - started) / 1000)} s`)
  await migrate(`file:${file}`)
  fillSearch(file, size, today)
  said(`${size} answers`)
  furnish(file, size)
  said('cases, topics and events')
  const store = openStore(`file:${file}`)
  const keys = makeKeyring([key])
  const ctx: Ctx = { store, keys, actor: system('bench'), now: Date.now }
  await rebuildScores(ctx, {
    id: 'bench',
    payload: {},
    attempt: 1,
    progress: () => Promise.resolve(),
    stopping: () => false,
  })
  said('scores')
  const { secret } = await store.write((tx) => startSession({ ...ctx, tx }, lead, 'bench'))
  await store.close()
  return { secret }
}

function furnish(file: string, size: number) {
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  db.function('pad', (n) => String(n).padStart(9, '0'))
  db.transaction(() => {
    const user = db.prepare(
      `insert into users (id, email, email_key, name, locale, state, created_at) values (?, ?, ?, ?, 'en', 'active', 0)`,
    )
    const role = db.prepare(`insert into user_roles (user_id, role) values (?, ?)`)
    for (let i = 0; i < owners; i++) {
      const id = `usr_${String(i).padStart(9, '0')}`
      user.run(id, `csm${i}@koe.test`, `csm${i}@koe.test`, `Colleague ${i}`)
      role.run(id, i ? 'csm' : 'lead')
    }
    db.exec(`
      insert into organisation (id, name, postal_address, zone, base_currency, fiscal_month, locale)
        values ('org', 'Sora', '1-1 Marunouchi', 'Asia/Tokyo', 'JPY', 4, 'en') on conflict do nothing;
      update accounts set tier = case cast(substr(id, 5) as int) % 4 when 0 then 'gold' when 1 then 'silver' when 2 then 'bronze' end,
        region = 'region ' || cast(substr(id, 5) as int) % 6, stage = case cast(substr(id, 5) as int) % 9 when 0 then 'onboarding' else 'live' end,
        owner_id = 'usr_' || pad(cast(substr(id, 5) as int) % ${owners}), arr_minor = 1000000, currency = 'JPY';
      update responses set (tier, region, stage, owner_id) =
        (select tier, region, stage, owner_id from accounts where accounts.id = responses.account_id),
        comment = case when rowid % 5 < 3 then comment end, tagged_at = 0;
      insert into events (id, at, actor_kind, actor_id, type, subject_kind, subject_id, account_id, contact_id, data, dispatched_at)
        select 'evt_' || substr(id, 5), answered_at, 'contact', contact_id, 'responses.recorded', 'response', id, account_id, contact_id, '{}', 0 from responses;
    `)
    // What answers point to, so that a migration finds nothing missing.
    db.exec(`
      insert into program_versions (id, program_id, number, content, created_at, created_by) values ('ver', 'prg_a', 1, '{}', 0, '${lead}');
      insert into invitations (id, program_id, version_id, contact_id, account_id, channel, occasion, respondent_key, state, due_at, expires_at, answered_at, language, gen, is_test, created_at)
        select invitation_id, program_id, 'ver', contact_id, account_id, 'email', 'x:' || id, contact_id, 'sent', answered_at, answered_at, answered_at, language, 0, 0, answered_at from responses;
    `)
    const topic = db.prepare(
      `insert into topics (id, name_en, name_ja, version, applied_version, created_at, updated_at) values (?, ?, ?, 1, 1, 0, 0)`,
    )
    for (let i = 0; i < 12; i++) topic.run(`top_${i}`, `Topic ${i}`, `トピック ${i}`)
    db.exec(`
      insert into response_topics (response_id, topic_id, source, present, spans, day, at)
        select id, 'top_' || (rowid % 12), 'rule', 1, '[]', day, 0 from responses where comment is not null and rowid % 2;
      insert into cases (id, subject_key, account_id, state, owner_id, severity, opened_at, reply_due_at, rank_at, reopened, lock_version)
        select 'cas_' || substr(id, 5), 'x:' || id, account_id, 'closed', owner_id, 'normal', answered_at, answered_at + ${DAY}, answered_at, 0, 0
        from responses where class = 'low' and rowid % ${casesOf} = 0;
      update cases set state = 'new', waiting = 1, late_at = reply_due_at
        where id in (select id from cases order by id desc limit ${openCases});
      insert into case_people (id, case_id, contact_id, response_id, state, reply_due_at)
        select 'cpn_' || substr(c.id, 5), c.id, r.contact_id, r.id, case c.state when 'closed' then 'replied' else 'waiting' end, c.reply_due_at
        from cases c join responses r on r.id = 'rsp_' || substr(c.id, 5);
      insert into case_answers (response_id, case_person_id, at) select response_id, id, 0 from case_people;
    `)
    const send = db.prepare('insert into sends (program_id, day, invited, failed, answered) values (?, ?, ?, ?, ?)')
    for (let day = today - 729; day <= today; day++)
      for (const id of ['prg_a', 'prg_b', 'prg_c', 'prg_d'])
        send.run(id, day, Math.ceil(size / 730), 3, Math.ceil(size / 3000))
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
