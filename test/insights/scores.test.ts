import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldScores } from '#app/insights/fold-scores.server.ts'
import { rebuildScores } from '#app/insights/rebuild-scores.server.ts'
import { repeatsOf } from '#app/insights/repeats.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { repeatedAnswers, scoreDeltas, windowRepeats, scores } from '#db/schema/insights.ts'
import { responses } from '#db/schema/responses.ts'
import { answer, makeProgram, rescore, withdraw, type ResponseRow } from '#test/insights/make.ts'
import { counted, recount } from '#test/insights/recount.ts'
import { world, type World } from '#test/world.ts'

const run: JobRun = { id: 'job', payload: {}, attempt: 1, progress: () => Promise.resolve(), stopping: () => false }

async function foldAll(w: World) {
  while ((await foldScores(w.system())) > 0) continue
}

/** `program day` → the change of `low mid high`, straight from the chains of each person's answers. */
async function rechain(w: World) {
  const chains = new Map<string, ResponseRow[]>()
  for (const row of await w.store.db.select().from(responses).where(eq(responses.counts, true))) {
    if (!row.contactId) continue
    const key = `${row.contactId} ${row.programId}`
    chains.set(key, [...(chains.get(key) ?? []), row])
  }
  const sums = new Map<string, number[]>()
  const add = (programId: string, day: number, one: string, by: number) => {
    const known = sums.get(`${programId} ${day}`) ?? [0, 0, 0]
    sums.set(
      `${programId} ${day}`,
      known.map((value, i) => value + (['low', 'mid', 'high'][i] === one ? by : 0)),
    )
  }
  for (const repeat of [...chains.values()].flatMap(repeatsOf)) {
    add(repeat.programId, repeat.nextDay, repeat.class, 1) // both stand in the windows that end from here …
    add(repeat.programId, repeat.day + 90, repeat.class, -1) // … until the first has left them
  }
  return Object.fromEntries([...sums].filter(([, values]) => values.some(Boolean)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function repeats(w: World) {
  const rows = await w.store.db.select().from(windowRepeats)
  return Object.fromEntries(
    rows
      .map((row): [string, number[]] => [`${row.programId} ${row.day}`, [row.low, row.mid, row.high]])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

describe('the score table', () => {
  test('and what waits to be folded equal a recount of the answers that count, whatever happened in whatever order', async () => {
    const w = await world()
    const programs = [await makeProgram(w), await makeProgram(w, { metric: 'csat' })]
    const people = [
      ...(await Promise.all(Array.from({ length: 4 }, () => w.contact()))).map((contact) => contact.id),
      null,
    ]
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('answer' as const),
          program: fc.nat(1),
          person: fc.nat(4),
          day: fc.integer({ min: 20_500, max: 20_503 }),
          pick: fc.nat(),
        }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('rescore' as const), pick: fc.nat(), which: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat() }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('fold' as const) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const standing: { id: string; metric: 'nps' | 'csat' }[] = []
        for (const one of steps) {
          if (one.kind === 'answer') {
            const program = programs[one.program]!
            const score = program.metric === 'nps' ? one.pick % 11 : 1 + (one.pick % 5)
            const traits = {
              tier: [null, 'gold', 'silver'][one.pick % 3],
              ownerId: one.pick % 2 ? 'usr_a' : null,
              products: ['crm', 'erp'].slice(0, one.pick % 3),
            }
            const row = await answer(w, program, {
              score,
              day: one.day,
              contactId: people[one.person] ?? null,
              ...traits,
            })
            standing.push({ id: row.id, metric: program.metric as 'nps' | 'csat' })
          } else if (one.kind === 'fold') await foldScores(w.system())
          else if (standing.length > 0) {
            const at = one.which % standing.length
            const { id, metric } = standing[at]!
            if (one.kind === 'withdraw') {
              await withdraw(w, id)
              standing.splice(at, 1)
            } else await rescore(w, metric, id, metric === 'nps' ? one.pick % 11 : 1 + (one.pick % 5))
          }
        }
        expect(await counted(w)).toEqual(await recount(w))
        await foldAll(w)
        expect(await w.store.db.select().from(scoreDeltas)).toEqual([])
        expect(await counted(w)).toEqual(await recount(w))
        expect(await repeats(w)).toEqual(await rechain(w))
      }),
      { numRuns: 12 },
    )
  })

  test('holds no place in which nobody is counted', async () => {
    const w = await world()
    const program = await makeProgram(w)
    const row = await answer(w, program, { score: 3, day: 20_500 })
    await foldAll(w)
    await withdraw(w, row.id)
    await foldAll(w)
    expect(await w.store.db.select().from(scores)).toEqual([])
  })

  test('leaves out what does not count and tests', async () => {
    const w = await world()
    const program = await makeProgram(w)
    await answer(w, program, { score: 3, day: 20_500, counts: false, isTest: true })
    await answer(w, program, { score: 10, day: 20_500 })
    await foldAll(w)
    expect(await counted(w)).toEqual(await recount(w))
    const [all] = await w.store.db.select({ n: scores.n, high: scores.high }).from(scores).where(eq(scores.dim, 'all'))
    expect(all).toEqual({ n: 1, high: 1 })
  })

  test('counts each change once when many fold at the same time', async () => {
    const w = await world()
    const program = await makeProgram(w)
    for (let i = 0; i < 40; i++) await answer(w, program, { score: i % 11, day: 20_500, tier: `tier ${i}` })
    await Promise.all(Array.from({ length: 8 }, () => foldAll(w)))
    expect(await counted(w)).toEqual(await recount(w))
  })

  test('is the same again after a rebuild, and right again after damage', async () => {
    const w = await world()
    const program = await makeProgram(w)
    const person = await w.contact()
    for (let i = 0; i < 30; i++)
      await answer(w, program, {
        score: i % 11,
        day: 20_500 + (i % 5),
        tier: i % 2 ? 'gold' : null,
        contactId: i % 3 ? null : person.id,
      })
    await foldAll(w)
    const before = { scores: await counted(w), repeats: await repeats(w) }
    await rebuildScores(w.system(), run)
    expect({ scores: await counted(w), repeats: await repeats(w) }).toEqual(before)

    await w.store.write(async (tx) => {
      await tx.update(scores).set({ n: sql`${scores.n} + 7` })
      await tx.delete(scores).where(eq(scores.day, 20_501))
      await tx.update(windowRepeats).set({ low: sql`${windowRepeats.low} - 3` })
      await tx.delete(windowRepeats).where(eq(windowRepeats.day, 20_502))
    })
    for (let i = 0; i < 5; i++) await answer(w, program, { score: 9, day: 20_502 }) // not folded yet
    await rebuildScores(w.system(), run)
    await foldAll(w)
    expect(await counted(w)).toEqual(await recount(w))
    expect(await repeats(w)).toEqual(await rechain(w))
  })

  test('is right after a rebuild while answers come in', async () => {
    const w = await world()
    const program = await makeProgram(w)
    for (let i = 0; i < 30; i++) await answer(w, program, { score: i % 11, day: 20_500 + (i % 3) })
    const coming = (async () => {
      for (let i = 0; i < 30; i++) {
        await answer(w, program, { score: i % 11, day: 20_500 + (i % 3) })
        if (i % 7 === 0) await foldScores(w.system())
      }
    })()
    await rebuildScores(w.system(), run)
    await coming
    await foldAll(w)
    expect(await counted(w)).toEqual(await recount(w))
    expect(await repeats(w)).toEqual(await rechain(w))
  })

  test('keeps what an erased person had answered', async () => {
    const w = await world()
    const program = await makeProgram(w)
    const person = await w.contact()
    await answer(w, program, { score: 3, day: 20_500, contactId: person.id })
    await answer(w, program, { score: 9, day: 20_510, contactId: person.id })
    await foldAll(w)
    const before = {
      scores: await counted(w),
      repeats: await repeats(w),
      marks: await w.store.db.select().from(repeatedAnswers),
    }
    await w.store.write(async (tx) => tx.update(responses).set({ contactId: null, erasedAt: w.now() }).returning())
    await rebuildScores(w.system(), run)
    expect({
      scores: await counted(w),
      repeats: await repeats(w),
      marks: await w.store.db.select().from(repeatedAnswers),
    }).toEqual(before)
  })
})
