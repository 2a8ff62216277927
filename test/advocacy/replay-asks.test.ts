import fc from 'fast-check'
import { eq, isNotNull, and, count } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { answerAsk } from '#app/advocacy/asking/answer-ask.server.ts'
import { askEvents } from '#app/advocacy/asking/change-ask.server.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { followUp } from '#app/advocacy/asking/follow-up.server.ts'
import { queueAsk } from '#app/advocacy/asking/queue-ask.server.ts'
import { releaseAsk, reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { stopAsk } from '#app/advocacy/asking/stop-ask.server.ts'
import { editAskSettings } from '#app/advocacy/catalogue/ask-settings.server.ts'
import { getReport } from '#app/advocacy/report/get-report.server.ts'
import { replayAsks } from '#app/advocacy/report/replay-asks.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { DAY, MINUTE } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { events } from '#db/schema/audit.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { leaves } from '#test/advocacy/report-world.ts'
import { world, type World } from '#test/world.ts'

const steps = ['reserve', 'release', 'write', 'leave', 'stop', 'accept', 'decline', 'later', 'finish', 'time', 'erase'] as const // prettier-ignore

async function take(w: World, step: (typeof steps)[number], contactId: string): Promise<unknown> {
  const [newest] = (await w.store.db.select().from(asks).where(eq(asks.contactId, contactId))).sort((a, b) => b.reservedAt - a.reservedAt) // prettier-ignore
  const askId = newest?.id ?? 'ask_none'
  switch (step) {
    case 'reserve':
      return reserveAsk(w.ctx(), { kind: 'referral', contactId })
    case 'release':
      return releaseAsk(w.ctx(), askId)
    case 'write':
      return queueAsk(w.ctx(), { askId, subject: 'Hello', body: 'Would you?' })
    case 'leave':
      return leaves(w, askId)
    case 'stop':
      return stopAsk(w.ctx(), { askId })
    case 'finish':
      return finishAsk(w.ctx(), askId)
    case 'time':
      w.clock.advance(31 * DAY)
      return followUp(w.system(), { id: 'job', attempt: 1, payload: {}, progress: () => Promise.resolve(), stopping: () => false }) // prettier-ignore
    case 'erase':
      return eraseContact(w.ctx(), { contactId })
    default:
      return answerAsk(w.ctx({ kind: 'contact', id: contactId }), { askId, answer: step, language: 'en' })
  }
}

test('whatever happens to asks, their events tell the same of them as the table, and erasing people moves them aside without loss', async () => {
  let sent = 0
  const walk = fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 0, max: 2 })), { minLength: 8, maxLength: 40 }) // prettier-ignore
  const life = (who: number, ...taken: (typeof steps)[number][]) => taken.map((step) => [step, who] as [(typeof steps)[number], number]) // prettier-ignore
  await fc.assert(
    fc.asyncProperty(walk, async (taken) => {
      const w = await world()
      await editAskSettings(w.ctx(), { perPerson: 50, perAccount: 50 })
      const people = await promoters(w, await w.account(), ['A', 'B', 'C'])
      for (const [step, who] of taken) {
        if (step !== 'finish') w.clock.advance(10 * MINUTE) // a yes and what comes of it may share an instant
        await take(w, step, people[who]!.id).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
      }
      const told = replayAsks(
        (await w.store.db.select().from(events).where(eq(events.subjectKind, 'ask'))).map(
          ({ subjectId: askId, type, at }) => ({ askId, type, at }),
        ),
        askEvents,
      )
      const rows = await w.store.db.select().from(asks)
      for (const { id, state, sentAt } of rows) expect([id, told.get(id)]).toEqual([id, { state, sentAt }])
      // What no row tells any more was of somebody who is erased, and the report counts it apart.
      const all = [...told.values()].filter((ask) => ask.sentAt !== null)
      const span = { from: '2026-01-01', to: '2030-01-01' }
      const { erased, top } = await getReport(w.ctx(), span)
      expect(erased.asked + top.of).toBe(all.length)
      const done = await w.store.db.select({ n: count() }).from(asks).where(and(eq(asks.state, 'done'), isNotNull(asks.sentAt))) // prettier-ignore
      expect(erased.acted + done[0]!.n).toBe(all.filter(({ state }) => state === 'done').length)
      sent += all.length
      await w.close()
    }),
    {
      numRuns: 12,
      examples: [
        [life(0, 'reserve', 'write', 'leave', 'accept', 'finish', 'erase')],
        [[...life(0, 'reserve', 'write', 'leave', 'decline'), ...life(1, 'reserve', 'write', 'leave', 'later', 'accept', 'erase')]],
        [life(2, 'reserve', 'release', 'reserve', 'write', 'leave', 'time', 'accept', 'stop')],
      ],
    },
  )
  expect(sent).toBeGreaterThan(3) // else nothing was shown
}) // prettier-ignore
