import { ne } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { chooseCalendar, createCalendar } from '#app/access/edit-calendar.server.ts'
import { write } from '#app/audit/context.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { savePolicy } from '#app/cases/sla/save-policy.server.ts'
import { foreseeReply } from '#app/loop/foresee-reply.server.ts'
import { getAnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { users } from '#db/schema/access.ts'
import type { responses } from '#db/schema/responses.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { at, iso, policyRow, slaWorld, type SlaWorld } from '#test/cases/sla.ts'

let s: SlaWorld
beforeEach(async () => {
  s = await slaWorld()
})

/** What the page after an answer promises, before and after the answer lands in a case. */
async function promised({ keptFrom = null, ...over }: Partial<typeof responses.$inferInsert> = {}) {
  const { w, account, owner } = s
  const contact = await w.contact({ accountId: account.id })
  const response = await makeResponse(w, await makeProgram(w), { contact, keptFrom, ...over })
  const ctx = w.system()
  const read = async () => {
    const { foreseen } = await foreseeReply(ctx, (await getAnswerInvitation(ctx, response.invitationId))!)
    return foreseen.kind === 'reply' ? { owner: foreseen.owner, due: iso(foreseen.dueAt) } : foreseen.kind
  }
  const before = await read()
  const input = { response, severity: 'normal' as const, account: { id: account.id, ownerId: owner.id }, contactId: contact.id, keptFrom } // prettier-ignore
  await write(ctx, (ctx) => openOrJoinCase(ctx, input)).catch(() => null) // nobody could take it
  return { before, after: await read() }
}

test('the customer is promised what the policy says for their tier, by the calendar of who gets it', async () => {
  const { w, owner } = s
  await savePolicy(w.ctx(), { base: 0, rows: [policyRow('', 8, 40), policyRow('Standard', 2, 16)], open: 'leave' })
  const soon = { owner: owner.name, due: iso(at('2026-03-02T12:00')) }
  expect(await promised()).toEqual({ before: soon, after: soon })
})

test('who joins a case is promised what it goes by, and a colleague abroad answers by their own clock', async () => {
  const { w, owner } = s
  const calendarId = await createCalendar(w.ctx(), { name: 'New York', zone: 'America/New_York' })
  await chooseCalendar(w.ctx(), { userId: owner.id, calendarId })
  await s.answer()
  await savePolicy(w.ctx(), { base: 0, rows: [policyRow('', 1, 16)], open: 'leave' })
  // 8 h of Monday in New York, by the version of the open case.
  const then = { owner: owner.name, due: '2026-03-02T22:00:00.000Z' }
  expect(await promised()).toEqual({ before: then, after: then })
})

test('a complaint that joins is promised by the lead, who gets the case', async () => {
  await s.answer()
  const said = await promised({ comment: 'The rep ignored us' })
  expect([said.before, said.after]).toMatchObject([{ owner: s.lead.name }, { owner: s.lead.name }])
})

test('whom the customer shut out is never promised, though nobody else is there', async () => {
  const { w, owner } = s
  await s.answer()
  await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }).where(ne(users.id, owner.id)))
  const said = await promised({ keptFrom: owner.id })
  expect([said.before, said.after]).toMatchObject([{ owner: null }, { owner: null }])
})
