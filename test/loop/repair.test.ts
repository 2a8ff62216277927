import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { StepName } from '#app/loop/consequences.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { repair } from '#app/loop/repair.server.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { scoreDeltas, sendDeltas } from '#db/schema/insights.ts'
import { jobs } from '#db/schema/jobs.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { breakTable } from '#test/loop/breakage.ts'
import { answerTo, customer, invited } from '#test/responses/make.ts'
import { world, type World } from '#test/world.ts'

/** Everything that follows from answers, without ids and times of making. */
async function consequences(w: World) {
  const { db } = w.store
  return {
    invitations: (await db.select().from(invitations)).map((row) => row.answeredAt !== null),
    contacts: (await db.select().from(contacts)).map((row) => row.lastClass),
    cases: (await db.select().from(cases)).map((row) => [row.state, row.severity, row.closeKind]),
    people: (await db.select().from(casePeople)).map((row) => row.state),
    landed: (await db.select().from(caseAnswers)).length,
    holds: (await db.select().from(holds)).map((row) => row.reason),
    advocates: (await db.select().from(advocates)).map((row) => row.state),
    score: (await db.select().from(scoreDeltas)).reduce(
      (sum, row) => [sum[0]! + row.n, sum[1]! + row.low, sum[2]! + row.high, sum[3]! + row.sum],
      [0, 0, 0, 0],
    ),
    answered: (await db.select().from(sendDeltas)).reduce((sum, row) => sum + row.answered, 0),
  }
}

/** Runs what waits, as the worker would; a job that fails stays. */
async function runRepairs(w: World) {
  const waiting = await w.store.db.select().from(jobs).where(eq(jobs.kind, 'loop.repair')).orderBy(asc(jobs.id))
  for (const job of waiting)
    await repair(w.system(), {
      id: job.id,
      attempt: 1,
      payload: job.payload,
      progress: async () => {},
      stopping: () => false,
    })
  return waiting.map((job) => job.payload.step)
}

const broken: [StepName, string, 'insert' | 'update', number][] = [
  ['invitation', 'invitations', 'update', 2],
  ['contact', 'contacts', 'update', 2],
  ['case', 'case_people', 'insert', 2],
  ['hold', 'holds', 'insert', 2],
  ['advocate', 'advocates', 'insert', 10],
  ['score', 'score_deltas', 'insert', 2],
  ['rate', 'send_deltas', 'insert', 2],
]

describe.each(broken)('when the step %s throws', (step, table, operation, score) => {
  it('the answer and its event stand, all other consequences too, and the repair makes it whole, once', async () => {
    const [w, sound] = [await world(), await world()]
    const { invitation } = await invited(w)
    const mend = await breakTable(w, table, operation)
    expect(await recordAnswer(customer(w), answerTo(w, invitation, score))).toMatchObject({
      kind: 'recorded',
      fresh: true,
    })
    expect(await w.store.db.select().from(responses)).toMatchObject([{ state: 'counted', score, counts: true }])
    expect(await w.store.db.select().from(responseRevisions)).toMatchObject([{ standing: 'accepted' }])
    const types = (await w.store.db.select({ type: events.type }).from(events)).map((row) => row.type)
    expect(types).toEqual(expect.arrayContaining(['responses.recorded', 'loop.consequence_failed']))

    await recordAnswer(customer(sound), answerTo(sound, (await invited(sound)).invitation, score))
    const expected = await consequences(sound)
    expect(await consequences(w)).not.toEqual(expected)
    await mend()
    expect(new Set(await runRepairs(w))).toContain(step)
    expect(await consequences(w)).toEqual(expected)
    await runRepairs(w)
    expect(await consequences(w)).toEqual(expected)
  })
})

it('the answer stands even when no repair can be planned', async () => {
  const w = await world()
  const { invitation } = await invited(w)
  const mend = [await breakTable(w, 'case_people', 'insert'), await breakTable(w, 'jobs', 'insert')]
  expect(await recordAnswer(customer(w), answerTo(w, invitation, 0))).toMatchObject({ kind: 'recorded' })
  for (const one of mend) await one()
  expect(await w.store.db.select().from(responses)).toMatchObject([{ state: 'counted', score: 0 }])
})

it('a repair after the answer has changed keeps the numbers right and follows the new answer', async () => {
  const w = await world()
  const { invitation } = await invited(w)
  const mend = [await breakTable(w, 'score_deltas', 'insert'), await breakTable(w, 'case_people', 'insert')]
  await recordAnswer(customer(w), answerTo(w, invitation, 2))
  for (const one of mend) await one()
  w.clock.advance(60_000)
  await recordAnswer(customer(w), answerTo(w, invitation, 10, { confirms: 10 }))
  expect((await consequences(w)).score).toEqual([0, -1, 1, 8]) // the change took back a 2 that was never noted
  await runRepairs(w)
  expect(await consequences(w)).toMatchObject({ score: [1, 0, 1, 10], cases: [], advocates: ['candidate'], holds: [] })
})
