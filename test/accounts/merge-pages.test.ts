import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'
import { cases } from '#db/schema/cases.ts'
import { serve } from '#test/access/listener.ts'
import { give, merge } from '#test/loop/merging.ts'
import { invited, makeProgram } from '#test/responses/make.ts'
import { world } from '#test/world.ts'

const w = await world()
let served: Awaited<ReturnType<typeof serve>>
let cookie: string
beforeAll(async () => {
  served = await serve(w)
  cookie = await served.signedIn(w.admin.kind === 'user' ? w.admin.id : '')
})
afterAll(() => served.close())

const get = async (path: string, as = cookie) => {
  const reply = await served.fetch(path, { cookie: as, headers: { accept: 'text/html' } })
  return { status: reply.status, to: reply.headers.get('location'), text: await reply.text() }
}
const post = async (path: string, form: Record<string, string>, as = cookie) => {
  const reply = await served.fetch(path, { method: 'POST', body: new URLSearchParams(form), cookie: as })
  return { status: reply.status, to: reply.headers.get('location'), text: await reply.text() }
}

test('The preview compares, and its form merges with the chosen values', async () => {
  const [a, b] = [
    await w.account({ name: '株式会社 青葉', externalId: 'A1', tier: 'Gold', properties: { '<b>seats</b>': 5 } }),
    await w.account({ name: '㈱ 青葉', externalId: 'A2', tier: 'Silver' }),
  ]
  const search = await get(`/accounts/${a.id}/merge?q=${encodeURIComponent('青葉')}`)
  expect(search.text).toContain(`/accounts/${a.id}/merge?with=${b.id}`)
  expect(search.text).not.toContain(`merge?with=${a.id}`)
  const shown = await get(`/accounts/${a.id}/merge?with=${b.id}&keep=${b.id}`)
  expect(shown.status).toBe(200)
  for (const part of ['株式会社 青葉', '㈱ 青葉', 'name="take.tier"', `name="into" value="${b.id}"`])
    expect(shown.text).toContain(part)
  expect(shown.text).not.toContain('<b>seats')
  const form = { from: a.id, into: b.id, seenFrom: String(a.updatedAt), seenInto: String(b.updatedAt), 'take.tier': 'other', 'take.name': 'survivor' } // prettier-ignore
  const csm = await served.signedIn((await w.user({ roles: ['csm'] })).id)
  expect((await get(`/accounts/${a.id}/merge?with=${b.id}`, csm)).text).toContain('You cannot merge records')
  expect((await post(`/accounts/${a.id}/merge`, form, csm)).status).toBe(403)
  const done = await post(`/accounts/${a.id}/merge`, form)
  expect(done).toMatchObject({ status: 302, to: `/accounts/${b.id}` })
  const [row] = await w.store.db.select().from(accounts).where(eq(accounts.id, b.id))
  expect(row).toMatchObject({ name: '㈱ 青葉', tier: 'Gold', externalId: 'A2' })
  // Sent once more, say by Back: nothing is done, and one sees where it went.
  expect(await post(`/accounts/${a.id}/merge`, form)).toMatchObject({ status: 302, to: `/accounts/${b.id}` })
  expect(await w.store.db.select().from(mergedIds)).toHaveLength(1)
  // Changed since the preview: nothing is done, and the page says why.
  const c = await w.account({ name: '青葉 KK' })
  const late = { from: c.id, into: b.id, seenFrom: String(c.updatedAt), seenInto: String(b.updatedAt) }
  const refused = await post(`/accounts/${c.id}/merge?with=${b.id}`, late)
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('was changed since you saw the preview')
})

test('Old links of accounts, people and cases lead on, with what followed in the address', async () => {
  const program = await makeProgram(w)
  const [a, b] = [await invited(w, { program }), await invited(w, { program })]
  await give(w, a.invitation, 1)
  await give(w, b.invitation, 2)
  await merge(w, 'contact', b.contact.id, a.contact.id)
  await merge(w, 'account', b.account.id, a.account.id)
  expect(await get(`/accounts/${b.account.id}?tab=history`)).toMatchObject({ status: 302, to: `/accounts/${a.account.id}?tab=history` }) // prettier-ignore
  expect(await get(`/accounts/${b.account.id}/edit`)).toMatchObject({ to: `/accounts/${a.account.id}/edit` })
  expect(await get(`/contacts/${b.contact.id}/surveys`)).toMatchObject({ to: `/contacts/${a.contact.id}/surveys` })
  const [older, younger] = await w.store.db.select().from(cases).orderBy(asc(cases.openedAt))
  expect(await get(`/cases/${younger!.id}`)).toMatchObject({ status: 302, to: `/cases/${older!.id}` })
  expect((await get(`/cases/${older!.id}`)).status).toBe(200)
  expect((await get(`/accounts/acc_never`)).status).toBe(404)
  expect(await w.store.db.select().from(mergedIds).where(eq(mergedIds.intoId, a.contact.id))).toHaveLength(1)
})

test('People are compared alike; a record that is gone, and one with itself, go back to the search', async () => {
  const [a, b] = [await w.contact({ name: 'Anna' }), await w.contact({ name: 'Anna B' })]
  expect((await get(`/contacts/${a.id}/merge?with=${b.id}`)).text).toContain('name="take.email"')
  for (const other of ['con_gone', a.id])
    expect((await get(`/contacts/${a.id}/merge?with=${other}`)).text).toContain('not there any more')
  await w.store.write(async (tx) => tx.update(contacts).set({ state: 'erased' }).where(eq(contacts.id, b.id)))
  expect((await get(`/contacts/${a.id}/merge?with=${b.id}`)).text).toContain('not there any more')
})
