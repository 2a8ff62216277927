import { and, count, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { clock, resolving } from '#app/cases/clock.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { takeRecoveryAnswer } from '#app/cases/recovery/take-recovery-answer.server.ts'
import { reopenCase } from '#app/cases/reopen-case.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { snoozeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { takeInMail } from '#app/cases/take-in-mail.server.ts'
import { waitForCustomer, workOnCase } from '#app/cases/wait-for-customer.server.ts'
import { HOUR } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { contacts } from '#db/schema/accounts.ts'
import { makeProgram, makeResponse, openedFor } from '#test/cases/make.ts'
import { world, type World } from '#test/world.ts'

const steps = [
  'contact',
  'work',
  'wait',
  'resolve',
  'reopen',
  'answer',
  'mail',
  'snooze',
  'close',
  'not recovered',
  'day',
] as const

test('whatever happens to a case, who waits and since when it is late are what its clocks say', async () => {
  const w = await world()
  const program = await makeProgram(w)
  const walk = fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(walk, async (taken) => {
      const caseId = await openedFor(w, program)
      await agrees(w, caseId)
      for (const step of taken) {
        w.clock.advance(7 * HOUR)
        await take(w, step, caseId, program).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error // the state refuses it, and nothing has changed
        })
        await agrees(w, caseId)
      }
    }),
    { numRuns: 12, examples: [[['contact', 'resolve', 'close', 'not recovered']]] },
  )
})

async function take(w: World, step: (typeof steps)[number], caseId: string, program: Parameters<typeof openedFor>[1]) {
  const ctx = w.ctx()
  switch (step) {
    case 'contact':
      return logContact(ctx, { caseId, kind: 'call', text: 'Called.' })
    case 'work':
      return workOnCase(ctx, { caseId })
    case 'wait':
      return waitForCustomer(ctx, { caseId })
    case 'resolve':
      return resolveCase(ctx, { caseId, cause: 'product', action: 'fix' })
    case 'reopen':
      return reopenCase(ctx, { caseId })
    case 'answer':
      return openedFor(w, program, { again: caseId })
    case 'mail':
      return write(w.system(), (ctx) => takeInMail(ctx, { caseId, text: 'Hello?' }))
    case 'snooze':
      return snoozeCase(ctx, { caseId, span: '3' })
    case 'close':
      return closeCase(ctx, { caseId, kind: 'by_hand' })
    case 'not recovered':
      return notRecovered(w, caseId, program)
    case 'day':
      return w.clock.advance(24 * HOUR)
  }
}

/** Says of the last question that it is not put right; nothing where nobody was to be asked. */
async function notRecovered(w: World, caseId: string, program: Parameters<typeof openedFor>[1]) {
  const [asked] = await w.store.db
    .select({ invitationId: casePeople.recoveryInvitationId, contact: contacts })
    .from(casePeople)
    .innerJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(eq(casePeople.caseId, caseId))
  const invitationId = asked?.invitationId
  if (!invitationId) return
  const { id: responseId } = await makeResponse(w, program, { contact: asked.contact })
  const to = { score: 1, class: 'low' } as const
  await write(w.system(), (ctx) => takeRecoveryAnswer(ctx, { invitationId, responseId, to, at: w.now(), keptFrom: null })) // prettier-ignore
}

/** The stored columns against the rules that the pages show, a moment before and after each time in question. */
async function agrees(w: World, caseId: string) {
  const [found] = await w.store.db.select().from(cases).where(eq(cases.id, caseId))
  const [waits] = await w.store.db
    .select({ n: count() })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, caseId), eq(casePeople.state, 'waiting')))
  expect(found!.waiting).toBe(found!.state === 'closed' ? 0 : waits!.n) // its clocks are over
  const { lateAt, replyDueAt, resolveDueAt } = found!
  for (const due of [replyDueAt, resolveDueAt!])
    for (const at of [due - 1, due, due + 1]) {
      const shown = clock(found!, at).kind === 'late' || resolving(found!, at).kind === 'late'
      expect(`${at - due}: ${lateAt !== null && lateAt < at}`).toBe(`${at - due}: ${shown}`)
    }
}
