import { join } from 'node:path'
import { DAY, isoOfDay } from '#app/platform/day.ts'
import { rounded, type Benchmark } from '#test/bench/bench.ts'
import { fillPages } from '#test/bench/pages-world.ts'
import { closeSides, get, measure, openSide } from '#test/bench/sides.ts'
import { scriptSize } from '#test/script-size.ts'

const size = Number(process.env.KOE_BENCH_SIZE ?? 1_000_000)
const small = 10_000
/** Requests of one page in one round, spread over its addresses: enough that the first few, which find other pages in the caches, are not the 95th percentile. */
const calls = 100

const today = Math.floor(Date.now() / DAY)
const since = isoOfDay(today - 89)

const late = '/cases?late=1'
/** Every page with the addresses that are asked for in turn: what people open, common and rare filters alike. */
const pages: Record<string, string[]> = {
  today: ['/', '/?metric=nps&program=prg_b'],
  responses: [
    '/responses',
    '/responses?class=low',
    `/responses?class=low&tier=gold&program=prg_a&from=${since}`,
    '/responses?topic=top_3&class=low&comment=1',
    '/responses?owner=usr_000000003&language=ja&view=table',
    '/responses?case=1&stage=onboarding',
    `/responses?numbers=1&latest=1&metric=nps&from=${since}&to=${isoOfDay(today)}`,
    '/responses?program=prg_d&owner=usr_000000003&class=high&tier=silver',
    '/responses?tier=platinum',
  ],
  account: ['/accounts/acc_000000007', '/accounts/acc_000004711', '/accounts/acc_000000123'],
  queue: ['/cases?scope=all', '/cases?scope=mine', late, '/cases?scope=closed'],
}

/**
 * Pages of the real, built server for somebody signed in, at 1,000,000 answers of 100,000 people and at 10,000 of as
 * many, as `measure` says.
 */
const bench: Benchmark = async ({ folder, say }) => {
  const open = (name: string, answers: number) =>
    openSide(join(folder, name), async (file, key) => [(await fillPages(file, answers, key, say)).secret])
  const sides = { large: await open('large', size), small: await open('small', small) }
  try {
    for (const side of Object.values(sides))
      if (!/\/cases\/cas_/.test(await get(side, late))) throw new Error(`${late} came without a case`)
    const measured = Object.entries(pages).map(([name, paths]) => ({ name, paths: { large: paths, small: paths } }))
    const figures = await measure(sides, measured, calls, say)
    const script = await scriptSize('/', (path) => get(sides.large, path))
    return { ...figures, script_kb: rounded(script, 1), responses: size }
  } finally {
    await closeSides(sides)
  }
}
export default bench
