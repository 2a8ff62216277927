import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { caseEntries, cases } from '#db/schema/cases.ts'
import { serve } from '#test/access/listener.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import type { UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  w = await world()
  served = await serve(w)
})
afterAll(() => served.close())

async function openCase(owner: UserRow) {
  const account = await w.account({ name: 'Aoi & Sons', ownerId: owner.id })
  const contact = await w.contact({ accountId: account.id, name: 'Mori Hana' })
  const response = await makeResponse(w, await makeProgram(w), { contact, comment: '<script>alert(1)</script>' })
  const input = {
    response,
    severity: 'normal' as const,
    account: { id: account.id, ownerId: owner.id },
    contactId: contact.id,
  }
  return (await write(w.system(), (ctx) => openOrJoinCase(ctx, input))).caseId
}
async function visit(user: UserRow, path: string, form?: Record<string, string>) {
  const body = form && new URLSearchParams(form)
  const response = await served.fetch(path, {
    method: form ? 'POST' : 'GET',
    body,
    cookie: await served.signedIn(user.id),
    headers: { accept: 'text/html' },
  })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}
const row = async (id: string) => (await w.store.db.select().from(cases).where(eq(cases.id, id)))[0]!

test('a case goes from the queue to closed through its page, without script', async () => {
  const ken = await w.user({ name: 'Ken', roles: ['csm'] })
  const caseId = await openCase(ken)
  const page = `/cases/${caseId}`
  const send = async (form: Record<string, string>) =>
    visit(ken, page, { lockVersion: String((await row(caseId)).lockVersion), ...form })
  const queue = await visit(ken, '/cases')
  expect(queue.html).toContain('Aoi &amp; Sons')
  expect(queue.html).not.toContain('<script>alert(1)')
  expect(await visit(ken, page, { intent: 'claim', back: '/cases?scope=mine' })).toMatchObject({
    status: 302,
    to: '/cases?scope=mine',
  })
  expect((await send({ intent: 'resolve', cause: 'product', action: 'fix' })).status).toBe(409)
  expect(await send({ intent: 'entry', kind: 'call', text: 'Spoke to her.' })).toMatchObject({ status: 302, to: page })
  expect(await send({ intent: 'work' })).toMatchObject({ status: 302 })
  expect(await send({ intent: 'wait' })).toMatchObject({ status: 302 })
  expect(await send({ intent: 'resolve', cause: 'product', action: 'fix', text: 'Shipped.' })).toMatchObject({
    status: 302,
  })
  expect(await send({ intent: 'reopen' })).toMatchObject({ status: 302 })
  expect(await send({ intent: 'resolve', cause: 'product', action: 'fix' })).toMatchObject({ status: 302 })
  expect(await send({ intent: 'close', kind: 'by_hand' })).toMatchObject({ status: 302 })
  expect(await row(caseId)).toMatchObject({
    state: 'closed',
    closeKind: 'by_hand',
    cause: 'product',
    action: 'fix',
    reopened: 1,
  })
  expect((await visit(ken, page)).html).toContain('Spoke to her.')
  expect((await visit(ken, '/cases?scope=closed')).html).toContain('Aoi &amp; Sons')
})

test('who comes second is told on the page, and what they typed is still there', async () => {
  const ken = await w.user({ roles: ['csm'] })
  const mei = await w.user({ roles: ['csm'] })
  const caseId = await openCase(ken)
  await visit(ken, `/cases/${caseId}`, { intent: 'claim' })
  const late = await visit(mei, `/cases/${caseId}`, { intent: 'claim' })
  expect(late.status).toBe(409)
  expect(late.html).toContain('A colleague took this case just before you')
  const { lockVersion } = await row(caseId)
  await visit(ken, `/cases/${caseId}`, { intent: 'entry', kind: 'call', text: 'Called.' })
  const stale = {
    intent: 'resolve',
    cause: 'price',
    action: 'credit',
    text: 'A long story that must not be lost',
    lockVersion: String(lockVersion),
  }
  const second = await visit(ken, `/cases/${caseId}`, stale)
  expect(second.status).toBe(409)
  expect(second.html).toContain('Somebody changed this case')
  expect(second.html).toContain('A long story that must not be lost')
})

test('an empty note, a missing cause and a reason that is not there are said beside their fields', async () => {
  const ken = await w.user({ roles: ['csm'] })
  const caseId = await openCase(ken)
  const page = `/cases/${caseId}`
  await logContact(w.ctx(ken.actor), { caseId, kind: 'call', text: 'Called.' })
  const forms: Record<string, string>[] = [
    { intent: 'entry', kind: 'note', text: '  ' },
    { intent: 'entry', kind: 'shout', text: 'x' },
    { intent: 'assign', ownerId: '' },
    { intent: 'resolve', cause: '', action: 'fix' },
  ]
  for (const form of forms) {
    const { status, html } = await visit(ken, page, form)
    expect({ form, status, marked: html.includes('aria-invalid="true"') }).toEqual({ form, status: 400, marked: true })
  }
  const dismissed = await visit(ken, page, { intent: 'dismiss', text: '' })
  expect([400, 422]).toContain(dismissed.status)
  expect(await w.store.db.select().from(caseEntries).where(eq(caseEntries.caseId, caseId))).toHaveLength(1)
})

test('odd posts are refused kindly: unknown verbs, foreign ways back, ids that are none', async () => {
  const ken = await w.user({ roles: ['csm'] })
  const caseId = await openCase(ken)
  expect((await visit(ken, `/cases/${caseId}`, { intent: 'constructor' })).status).toBe(400)
  expect((await visit(ken, `/cases/${caseId}`, { intent: 'claim', back: '//evil.example' })).to).toBe(
    `/cases/${caseId}`,
  )
  expect((await visit(ken, '/cases/%00')).status).toBe(404)
  expect((await visit(ken, '/responses/%00')).status).toBe(404)
  expect((await visit(ken, '/cases?q=%00&state=x&after=zz&account=%00')).status).toBe(200)
  expect((await visit(ken, '/responses?q=%00&from=x&program=%00&after=%00')).status).toBe(200)
  expect((await visit(ken, '/advocates?q=%00&score=x&account=%00')).status).toBe(200)
})

test('who closes a case out of a list gets the next one of that list, and at the end the list', async () => {
  const ken = await w.user({ roles: ['csm'] })
  const [first, second] = [await openCase(ken), await openCase(ken)]
  const list = '?scope=mine&state=new'
  const dismiss = async (id: string) =>
    visit(ken, `/cases/${id}${list}`, {
      intent: 'dismiss',
      text: 'A test of theirs.',
      lockVersion: String((await row(id)).lockVersion),
    })
  expect(await dismiss(first)).toMatchObject({ status: 302, to: `/cases/${second}${list}` })
  expect(await dismiss(second)).toMatchObject({ status: 302, to: `/cases${list}` })
  const page = await visit(ken, `/cases/${second}${list}`)
  expect(page.html).toContain('href="/cases?scope=mine"') // the list stands beside the case
})

test('a case that is not there is said beside the list', async () => {
  const ken = await w.user({ roles: ['csm'] })
  await openCase(ken)
  const gone = await visit(ken, '/cases/cas_1jjn6r7m0m7t4x6e9d6h2n3y4')
  expect(gone.status).toBe(404)
  expect(gone.html).toContain('href="/cases?scope=mine"')
})

test('days until a renewal are counted where the organisation is', async () => {
  const [tom, account] = [await w.user({}), await w.account({ renewalOn: '2026-04-11' })]
  const response = await makeResponse(w, await makeProgram(w))
  const input = { response, severity: 'normal' as const, account: { id: account.id, ownerId: tom.id }, contactId: null }
  const stood = w.now()
  w.clock.set(Date.parse('2026-03-01T16:00:00Z')) // 2 March, 1:00, in Tokyo; 40 days before
  const { caseId } = await write(w.system(), (ctx) => openOrJoinCase(ctx, input))
  const pages = [await visit(tom, `/cases/${caseId}`), await visit(tom, '/cases'), await visit(tom, `/accounts/${account.id}`)] // prettier-ignore
  w.clock.set(stood)
  expect(pages.map(({ html }) => html.match(/(?:renews )?in \d+ days/g))).toEqual([
    Array(3).fill('renews in 40 days'), // in the queue beside it, its place there, and its customer
    ['renews in 40 days'],
    ['in 40 days'],
  ])
})

test('a rule that is refused says why, once, beside what was typed', async () => {
  const admin = await w.user({ roles: ['admin'] })
  const refused = await visit(admin, '/settings/routing/rules/new', { target: 'user', tiers: 'Gold', aboutOwner: 'on' })
  expect(refused.status).toBe(422)
  expect(refused.html.match(/>Choose an active colleague who works cases/g)).toHaveLength(1)
  expect(refused.html).toMatch(/<input[^>]*name="aboutOwner"[^>]*checked/)
  expect((await visit(admin, '/settings/routing/rules/new', { target: 'rota' })).status).toBe(302)
  expect((await visit(admin, '/settings/routing')).html).toContain('Who would get it?')
})

test.each([
  ['playbooks', 'steps', 'x'.repeat(201)],
  ['reply-templates', 'body', 'Hello {{ nobody }}'],
])(
  'what is refused in %s stays as it was typed, and of two who change one the second is told',
  async (name, field, bad) => {
    const lead = await w.user({ roles: ['lead'] })
    const list = `/settings/${name}`
    const typed = { name: `Mine of ${name}`, language: 'en', [field]: 'Call them' }
    const refused = await visit(lead, `${list}/new`, { ...typed, [field]: bad })
    expect([400, 422]).toContain(refused.status)
    expect(refused.html.match(/aria-invalid="true"/g)).toHaveLength(1)
    for (const kept of [typed.name, bad]) expect(refused.html).toContain(kept)
    expect(await visit(lead, `${list}/new`, typed)).toMatchObject({ status: 302, to: list })
    const ids = [...(await visit(lead, list)).html.matchAll(new RegExp(`${list}/(\\w+)"[^>]*>([^<]*)`, 'g'))]
    const page = `${list}/${ids.find(([, , text]) => text === typed.name)![1]}`
    const seenAt = /name="seenAt" value="(\d+)"/.exec((await visit(lead, page)).html)![1]!
    expect((await visit(lead, page, { ...typed, seenAt, name: 'First' })).status).toBe(302)
    const second = await visit(lead, page, { ...typed, seenAt, name: 'Second' })
    expect(second.status).toBe(409)
    expect(second.html).toContain('value="Second"')
    expect((await visit(lead, page)).html).toContain('value="First"')
  },
)
