import { join } from 'node:path'
import { system } from '#app/audit/actor.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { askStandings } from '#db/schema/advocacy-asks.ts'
import { openStore } from '#db/store/open.ts'
import { median, rounded, type Benchmark } from '#test/bench/bench.ts'
import { fillPromoters, weigh } from '#test/bench/eligibility-world.ts'
import { closeSides, measure, openSide } from '#test/bench/sides.ts'

const size = Number(process.env.KOE_BENCH_SIZE ?? 100_000)
const small = 1_000
/** Requests of one page in one round. */
const calls = 20

const lists = {
  can: '/asks/who?kind=referral',
  industry: '/asks/who?kind=referral&industry=Energy',
  two: '/asks/who?kind=referral&industry=Energy&region=Brazil',
  cannot: '/asks/who?kind=referral&who=cannot',
  search: '/asks/who?kind=referral&q=person+9',
}

/**
 * Who can be asked for a referral, of 100,000 promoters and of 1,000, on the real, built server: the first page of both lists and of
 * three filters with every reason of each row, as `measure` says. Then all standings of the kind are worked out anew, as after a
 * change of its rules, three times: once the server is stopped, so that nothing else has the processor.
 */
const bench: Benchmark = async ({ folder, say }) => {
  const files: string[] = []
  const open = (name: string, people: number) =>
    openSide(join(folder, name), async (file, key) => {
      files.push(file)
      const started = performance.now()
      const secrets = await fillPromoters(file, people, key)
      say(`${people} promoters after ${Math.round((performance.now() - started) / 1000)} s`)
      return secrets
    })
  const sides = { large: await open('large', size), small: await open('small', small) }
  let figures: Record<string, number>
  try {
    const pages = Object.entries(lists).map(([name, path]) => ({ name, paths: { large: [path], small: [path] } }))
    figures = await measure(sides, pages, calls, say)
  } finally {
    await closeSides(sides)
  }
  return { ...figures, ...(await recompute(files[0]!, say)), promoters: size }
}
export default bench

async function recompute(file: string, say: (line: string) => void) {
  const store = openStore(`file:${file}`)
  const ctx = { store, keys: makeKeyring(['x'.repeat(40)]), actor: system('bench'), now: Date.now }
  const seconds: number[] = []
  let steps = 0
  for (let round = 0; round < 3; round++) {
    await store.write(async (tx) => void (await tx.delete(askStandings)))
    const from = performance.now()
    steps = await weigh(ctx)
    seconds.push((performance.now() - from) / 1000)
    say(`all standings worked out and written in ${seconds.at(-1)!.toFixed(1)} s`)
  }
  await store.close()
  return { recompute_s: rounded(median(seconds), 1), progress_steps: steps }
}
