import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { shownCode } from '#app/advocacy/referrals/code.ts'
import { contacts } from '#db/schema/accounts.ts'
import { referralLinks, referrals } from '#db/schema/advocacy-referrals.ts'
import { serve } from '#test/access/listener.ts'
import { allReferrals, lead } from '#test/advocacy/referrals.ts'
import { customersImported, undone } from '#test/loop/undo.ts'
import type { UserRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let served: Awaited<ReturnType<typeof serve>>
let mari: UserRow
beforeAll(async () => {
  w = await world()
  served = await serve(w)
  mari = await w.user({ name: 'Mari Market', roles: ['marketer'] })
})
afterAll(() => served.close())

async function visit(path: string, form?: Record<string, string>, user = mari) {
  const response = await served.fetch(path, {
    method: form ? 'POST' : 'GET',
    body: form && new URLSearchParams(form),
    cookie: await served.signedIn(user.id),
    headers: { accept: 'text/html' },
  })
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() }
}

test('a marketer makes a link, writes a referral down and takes it to won through the pages, without script', async () => {
  const account = await w.account({ name: 'Aoi & Sons', domain: 'aoi.example' })
  const hana = await w.contact({ accountId: account.id, name: 'Mori <b>Hana</b>', email: 'hana@aoi.example', emailKey: 'hana@aoi.example' }) // prettier-ignore
  await visit(`/contacts/${hana.id}/referral-link`, { verb: 'make' })
  const [link] = await w.store.db.select().from(referralLinks)
  expect((await visit(`/contacts/${hana.id}`)).html).toContain(shownCode(link!.code))
  expect((await visit(`/contacts/${hana.id}/referral-link`, { verb: 'steal' })).status).toBe(400)

  const form = { contactId: hana.id, name: lead.name, email: 'wrong', company: lead.company, message: '<script>alert(1)</script>' } // prettier-ignore
  const again = await visit(`/referrals/new?referrer=${hana.id}`, form)
  expect(again).toMatchObject({ status: 422, html: expect.stringContaining('value="Suzuki Ken"') })
  const added = await visit('/referrals/new', { ...form, email: lead.email })
  expect(added.to).toMatch(/^\/referrals\/ref_/)
  expect((await visit('/referrals/new', { ...form, email: lead.email })).to).toBe(added.to)
  const page = await visit(added.to)
  expect(page.html).toContain('Mori &lt;b&gt;Hana&lt;/b&gt;')
  expect(page.html).not.toContain('<script>alert(1)')
  expect((await visit('/referrals?q=minato')).html).toContain('Suzuki Ken')

  expect((await visit(added.to, { verb: 'win', amount: '5' })).status).toBe(409)
  expect((await visit(added.to, { verb: 'lose' })).status).toBe(422)
  await visit(added.to, { verb: 'qualify' })
  expect((await visit(added.to, { verb: 'win', amount: 'much' })).html).toContain('value="much"')
  expect((await visit(added.to, { verb: 'win', amount: '120万円' })).to).toBe(added.to)
  await visit(added.to, { intent: 'give', ownerId: mari.id })
  expect(await allReferrals(w)).toMatchObject([{ state: 'won', dealMinor: 1_200_000, ownerId: mari.id }])
  expect((await visit('/referrals?state=won')).html).toContain('¥1,200,000')
  const csm = await w.user({ roles: ['csm'] })
  expect((await visit(added.to, { verb: 'reopen' }, csm)).status).toBe(403)
  expect((await visit(added.to, { intent: 'erase' })).status).toBe(403)
  const head = await w.user({ roles: ['lead'] })
  expect((await visit(added.to, { intent: 'erase' }, head)).to).toBe(added.to)
  expect((await visit(added.to)).html).not.toContain('Suzuki Ken')
  for (const path of ['/referrals/ref_nobody', '/referrals/%00', "/referrals/'"]) {
    expect((await visit(path)).status).toBe(404)
    for (const form of [{ intent: '', verb: 'qualify' }, { intent: 'give', verb: '' }]) expect((await visit(path, form)).status).toBe(404) // prettier-ignore
    expect((await visit(path, { intent: 'erase' }, head)).status).toBe(404)
  }
  expect((await visit(added.to, { intent: 'give', ownerId: 'usr_\0' })).status).toBe(422)
})

test('who recommends us stays when the import that added them is undone', async () => {
  const w = await world()
  const { id } = await customersImported(w, 'Account ID,Company,Email,Name\nA1,Acme,ann@acme.example,Ann\nA2,Birch,ben@birch.example,Ben\nA3,Cedar,cid@cedar.example,Cid') // prettier-ignore
  const one = async (name: string) => (await w.store.db.select().from(contacts).where(eq(contacts.name, name)))[0]!
  const [ann, ben] = [await one('Ann'), await one('Ben')]
  const at = { createdAt: w.now(), updatedAt: w.now() }
  await w.store.write(async (tx) => {
    await tx.insert(referralLinks).values({ code: 'ABCDEFGH23456', contactId: ann.id, createdAt: w.now() })
    await tx.insert(referrals).values({ id: 'ref_1', contactId: ben.id, accountId: ben.accountId, searchKey: '', language: 'en', state: 'new', checks: [], source: 'staff', ...at }) // prettier-ignore
  })
  expect(await undone(w, id)).toMatchObject({ removed: { accounts: 1, contacts: 1 } })
  expect((await w.store.db.select().from(contacts)).map((row) => row.name).sort()).toEqual(['Ann', 'Ben'])
})
