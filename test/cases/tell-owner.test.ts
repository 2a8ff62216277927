import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { renderCaseMail } from '#app/cases/render-case-mail.server.ts'
import { tellOwner } from '#app/cases/tell-owner.server.ts'
import { users } from '#db/schema/access.ts'
import { events } from '#db/schema/audit.ts'
import { messages } from '#db/schema/email.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { guardOf } from '#test/notifications/make.ts'
import { world } from '#test/world.ts'

async function opened(over: { comment?: string; locale?: 'en' | 'ja' } = {}) {
  const w = await world()
  const owner = await w.user({ roles: ['csm'], locale: over.locale ?? 'en' })
  const account = await w.account({ name: 'Aoi Trading', ownerId: owner.id })
  const contact = await w.contact({ accountId: account.id, name: 'Mori Hana' })
  const response = await makeResponse(w, await makeProgram(w, { name: 'Yearly' }), {
    contact,
    comment: over.comment ?? null,
  })
  const input = {
    response,
    severity: 'normal' as const,
    account: { id: account.id, ownerId: owner.id },
    contactId: contact.id,
  }
  const { caseId } = await write(w.system(), (ctx) => openOrJoinCase(ctx, input))
  const eventOf = async (type: string) => (await w.store.db.select().from(events).where(eq(events.type, type)))[0]!
  const mails = () => w.store.db.select().from(messages)
  return { w, owner, caseId, eventOf, mails }
}

test('the owner of a new case gets one mail, however often the event is handled', async () => {
  const { w, owner, caseId, eventOf, mails } = await opened()
  const event = await eventOf('cases.opened')
  await tellOwner(w.system(), event)
  await tellOwner(w.system(), event)
  expect(await mails()).toMatchObject([
    { stream: 'case', template: 'cases.opened', toEmail: owner.email, userId: owner.id, refId: caseId },
  ])
})

test('who has left, who took it themselves and the owner of a closed case are not told', async () => {
  const { w, owner, caseId, eventOf, mails } = await opened()
  const event = await eventOf('cases.opened')
  await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }).where(eq(users.id, owner.id)))
  await tellOwner(w.system(), event)
  await assignCase(w.ctx(), { caseId, ownerId: w.admin.id! })
  await tellOwner(w.system(), await eventOf('cases.assigned'))
  await closeCase(w.ctx(), { caseId, kind: 'dismissed', text: 'A test.' })
  await tellOwner(w.system(), event)
  expect(await mails()).toHaveLength(0)
})

test('a mail that waits is stopped when the case became somebody else’s or was closed', async () => {
  const { w, caseId, eventOf, mails } = await opened()
  await tellOwner(w.system(), await eventOf('cases.opened'))
  const [message] = await mails()
  const guard = () => guardOf(w, message!)
  expect(await guard()).toBe(null)
  await claimCase(w.ctx((await w.user({ roles: ['csm'] })).actor), { caseId })
  expect(await guard()).toBe('case_reassigned')
  await closeCase(w.ctx(), { caseId, kind: 'dismissed', text: 'A test.' })
  expect(await guard()).toBe('case_closed')
})

test('the mail shows the quote escaped, and the way to the case', async () => {
  const { w, caseId, eventOf, mails } = await opened({ comment: '<img src=x onerror=alert(1)> & "slow"\nSecond line' })
  await tellOwner(w.system(), await eventOf('cases.opened'))
  const mail = await renderCaseMail(w.system(), (await mails())[0]!)
  expect(mail.subject).toBe('Aoi Trading is unhappy (3) and waits for you')
  expect(mail.html).not.toContain('<img')
  expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(mail.html).toContain(`/cases/${caseId}`)
  expect(mail.text).toContain('> Second line')
  expect(mail.text).toContain('Mori Hana answered Yearly with 3')
})

test('the mail speaks the language of its reader', async () => {
  const { w, eventOf, mails } = await opened({ locale: 'ja' })
  await tellOwner(w.system(), await eventOf('cases.opened'))
  const mail = await renderCaseMail(w.system(), (await mails())[0]!)
  expect(mail.subject).toBe('Aoi Trading から 3 点の回答がありました')
  expect(mail.text).toContain('Mori Hana 様')
})
