import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Ctx } from '#app/audit/context.server.ts'
import { confirmAnswer } from '#app/loop/confirm-answer.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { recordEvidence } from '#app/loop/record-evidence.server.ts'
import { restoreAnswer } from '#app/loop/restore-answer.server.ts'
import { gestures, quietWindow } from '#app/responses/evidence.ts'
import { leaveTouch, settleTouches } from '#app/responses/record-touches.server.ts'
import { caseAnswers } from '#db/schema/cases.ts'
import { events } from '#db/schema/audit.ts'
import { scoreDeltas, sendDeltas } from '#db/schema/insights.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { engine } from '#db/engine.ts'
import { answerTo, customer, invited, makeProgram } from '#test/responses/make.ts'
import { world } from '#test/world.ts'

const steps = fc.oneof(
  fc.record({ kind: fc.constant('touch' as const), score: fc.integer({ min: 0, max: 10 }), wait: fc.constantFrom(100, 5_000) }), // prettier-ignore
  fc.record({ kind: fc.constant('see' as const), score: fc.constantFrom(2, 8, 9), page: fc.integer({ min: 0, max: 2 }) }), // prettier-ignore
  fc.record({ kind: fc.constant('press' as const), score: fc.constantFrom(1, 7, 10), age: fc.constantFrom(100, 9_000), confirms: fc.boolean() }), // prettier-ignore
  fc.record({ kind: fc.constant('confirm' as const), crashes: fc.boolean() }),
  fc.record({ kind: fc.constant('restore' as const) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1_000, quietWindow, 3_600_000) }),
)

/** A process that dies after all was written and before it was committed. */
const dying = (ctx: Ctx): Ctx => ({
  ...ctx,
  store: Object.create(ctx.store, {
    write: {
      value: (fn: (tx: never) => Promise<unknown>) =>
        ctx.store.write(async (tx) => {
          await fn(tx as never)
          throw new Error('the process dies')
        }),
    },
  }) as Ctx['store'],
})

it('in whatever order links, touches, presses, confirmations and crashes come, an answer counts once and all follows once', async () => {
  const w = await world()
  const program = await makeProgram(w)
  const run = { id: 'job', attempt: 1, payload: {}, progress: () => Promise.resolve(), stopping: () => false }

  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 14 }), async (all) => {
      const { invitation } = await invited(w, { program })
      const pages = [0, 1, 2].map(() => answerTo(w, invitation, 0).nonce)
      const response = async () =>
        (await w.store.db.select().from(responses).where(eq(responses.invitationId, invitation.id)))[0]
      const confirm = async (ctx: Ctx) => {
        const found = await response()
        if (found) await confirmAnswer(ctx, { ...run, payload: { responseId: found.id } })
      }
      for (const step of all) {
        if (step.kind === 'wait') w.clock.advance(step.ms)
        else if (step.kind === 'touch') {
          leaveTouch(w.system(), {
            invitationId: invitation.id,
            programId: program.id,
            at: w.now(),
            method: 'GET',
            score: step.score,
            address: '203.0.113.9',
            agent: 'Mozilla/5.0 (iPhone)',
            purpose: '',
          })
          await settleTouches(w.store)
          w.clock.advance(step.wait)
        } else if (step.kind === 'see')
          await recordEvidence(customer(w), {
            invitationId: invitation.id,
            gen: 1,
            score: step.score,
            language: 'en',
            nonce: pages[step.page]!,
            gesture: gestures[0],
            automated: false,
            address: '198.51.100.3',
            agent: 'Mozilla/5.0 (iPhone)',
          })
        else if (step.kind === 'press')
          await recordAnswer(customer(w), answerTo(w, invitation, step.score, { age: step.age, ...(step.confirms && { confirms: step.score }) })) // prettier-ignore
        else if (step.kind === 'restore') {
          const found = await response()
          const rows = found ? await w.store.db.select().from(responseRevisions).where(eq(responseRevisions.responseId, found.id)) : [] // prettier-ignore
          const [suspect] = rows.filter((row) => row.standing === 'quarantined')
          if (suspect) await restoreAnswer(w.ctx(), { responseId: suspect.responseId, revisionId: suspect.id })
        } else if (step.crashes) await confirm(dying(w.system())).catch(() => {})
        else await confirm(w.system())
      }
      w.clock.advance(quietWindow)
      await Promise.all([confirm(w.system()), confirm(w.system())])
      await confirm(w.system())

      const now = await response()
      if (!now) return
      const { db } = w.store
      const revisions = await db.select().from(responseRevisions).where(eq(responseRevisions.responseId, now.id))
      const accepted = revisions.filter((row) => row.standing === 'accepted')
      const counted = now.state === 'counted'
      expect(revisions.filter((row) => row.standing === 'tentative')).toEqual([])
      expect(accepted.map((row) => row.score)).toEqual(counted ? [now.score] : [])
      const deltas = await db.select().from(scoreDeltas).where(eq(scoreDeltas.responseId, now.id))
      const sum = (of: 'n' | 'sum' | 'low' | 'high') => deltas.reduce((total, row) => total + row[of], 0)
      expect([sum('n'), sum('sum'), sum('low'), sum('high')]).toEqual(
        counted ? [1, now.score, Number(now.class === 'low'), Number(now.class === 'high')] : [0, 0, 0, 0],
      )
      const told = (await db.select().from(events).where(eq(events.subjectId, now.id))).map((row) => row.type)
      const firsts = told.filter((type) => type === 'responses.recorded').length
      expect(firsts + (told.includes('responses.restored') && firsts === 0 ? 1 : 0)).toBe(counted ? 1 : 0)
      const landings = await db.select().from(caseAnswers).where(eq(caseAnswers.responseId, now.id))
      if (now.class === 'low' && counted) expect(landings.length).toBeGreaterThanOrEqual(1)
      if (!counted) expect(landings).toEqual([])
    }),
    { numRuns: engine === 'sqlite' ? 120 : 40 },
  )
  const rates = await w.store.db.select().from(sendDeltas)
  const counted = await w.store.db.select().from(responses).where(eq(responses.state, 'counted'))
  expect(rates.reduce((total, row) => total + row.answered, 0)).toBe(counted.length)
})
