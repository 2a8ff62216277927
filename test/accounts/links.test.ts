import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountSchema } from '#app/accounts/account.ts'
import { getAccount } from '#app/accounts/get-account.server.ts'
import { listContacts } from '#app/accounts/list-contacts.server.ts'
import { createAccount, editAccount } from '#app/accounts/save-account.server.ts'
import { upsertAccounts, upsertContacts } from '#app/integrations/upsert-customers.server.ts'
import { translator } from '#app/platform/words.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { imported } from '#test/accounts/make.ts'
import { world, type World } from '#test/world.ts'

const form = (over: Record<string, unknown>) => accountSchema.parse({ name: 'Acme', ...over })
const named = async (w: World, name: string) =>
  (await w.store.db.select().from(accounts).where(eq(accounts.name, name)))[0]!

test('An account stands below another, which shows it; no circle is closed', async () => {
  const w = await world()
  const top = await createAccount(w.ctx(), form({ name: 'Top' }))
  const mid = await createAccount(w.ctx(), form({ name: 'Mid', parent: 'top' }))
  const low = await createAccount(w.ctx(), form({ name: 'Low', parent: mid }))
  expect((await getAccount(w.ctx(), top)).children.map((child) => child.name)).toEqual(['Mid'])
  expect(await getAccount(w.ctx(), low)).toMatchObject({ parentName: 'Mid', childrenCount: 0 })
  const seenAt = (await getAccount(w.ctx(), top)).updatedAt
  for (const parent of ['Low', 'Mid', 'Top'])
    await expect(editAccount(w.ctx(), { id: top, seenAt }, form({ name: 'Top', parent }))).rejects.toMatchObject({
      code: 'parent_circle',
    })
  await expect(createAccount(w.ctx(), form({ parent: 'Nobody' }))).rejects.toMatchObject({ code: 'account_not_found' })
})

test('Of two that put themselves above each other at once, one is refused', async () => {
  const w = await world()
  const [a, b] = [await w.account({ name: 'A' }), await w.account({ name: 'B' })]
  const done = await Promise.allSettled([
    editAccount(w.ctx(), { id: a.id, seenAt: a.updatedAt }, form({ name: 'A', parent: 'B' })),
    editAccount(w.ctx(), { id: b.id, seenAt: b.updatedAt }, form({ name: 'B', parent: 'A' })),
  ])
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('The sponsor is a person of the account, the second owner a colleague', async () => {
  const w = await world()
  const account = await w.account({ name: 'Acme' })
  const ours = await w.contact({ accountId: account.id, name: 'Hana' })
  const theirs = await w.contact({ accountId: (await w.account()).id })
  const seller = await w.user({ name: 'Sato' })
  const at = { id: account.id, seenAt: account.updatedAt }
  await expect(editAccount(w.ctx(), at, form({ sponsorId: theirs.id }))).rejects.toMatchObject({
    code: 'sponsor_unknown',
  })
  await expect(editAccount(w.ctx(), at, form({ salesId: 'usr_nobody' }))).rejects.toMatchObject({
    code: 'owner_unknown',
  })
  await editAccount(w.ctx(), at, form({ sponsorId: ours.id, salesId: seller.id, products: 'Cloud, Desk' }))
  expect(await getAccount(w.ctx(), account.id)).toMatchObject({
    sponsorName: 'Hana',
    salesName: 'Sato',
    products: ['Cloud', 'Desk'],
  })
})

test('A file brings parents, second owners, sponsors and days of leaving; a circle in it is refused', async () => {
  const w = await world()
  const seller = await w.user({ name: 'Seller' })
  const file = [
    'Account ID,Company,Parent account,Sales owner,Email,Name,Executive sponsor,Left on',
    `K1,Kid,P1,Seller,a@example.com,Aki,yes,`,
    `P1,Top,,,b@example.com,Ben,,2026-01-31`,
    `P1,Top,Kid,,c@example.com,Cho,,`,
  ].join('\n')
  const done = await imported(w, file)
  expect(done.applied).toMatchObject({ lines: 3, rejected: 1 })
  const [kid, top] = [await named(w, 'Kid'), await named(w, 'Top')]
  expect(kid).toMatchObject({ parentId: top.id, salesId: seller.id })
  expect(top.parentId).toBeNull()
  const people = await w.store.db.select().from(contacts)
  const by = (email: string) => people.find((person) => person.email === email)
  expect(kid.sponsorId).toBe(by('a@example.com')!.id)
  expect(by('b@example.com')).toMatchObject({ state: 'left', leftOn: '2026-01-31' })
  const again = await imported(w, file)
  expect(again.applied).toMatchObject({ accounts: { new: 0, changed: 0 }, contacts: { new: 0, changed: 0 } })
})

test('The API takes the same fields, and says who is unknown', async () => {
  const w = await world()
  const seller = await w.user({})
  const t = translator('en')
  const rows = await upsertAccounts(
    w.ctx(),
    { items: [{ externalId: 'K', name: 'Kid', parent: 'T', salesOwnerEmail: seller.email }, { externalId: 'T', name: 'Top' }, { name: 'X', salesOwnerEmail: 'no@koe.test' }] },
    t,
  ) // prettier-ignore
  expect(rows.map((row) => row.status)).toEqual(['created', 'created', 'rejected'])
  expect(rows[2]!.errors![0]!.field).toBe('/salesOwnerEmail')
  expect(await named(w, 'Kid')).toMatchObject({ parentId: (await named(w, 'Top')).id, salesId: seller.id })
  const item = { email: 'boss@example.com', account: { externalId: 'K' }, isSponsor: true, leftOn: '2026-02-01' }
  const [made] = await upsertContacts(w.ctx(), { items: [item] }, t)
  expect((await named(w, 'Kid')).sponsorId).toBe(made!.id)
  expect((await upsertContacts(w.ctx(), { items: [item] }, t))[0]!.status).toBe('unchanged')
})

test('Japanese names stand in the order of their reading', async () => {
  const w = await world()
  const file = [
    'Email,Name,Furigana',
    'w@example.com,渡辺,ワタナベ',
    'a@example.com,青木,ｱｵｷ',
    's@example.com,佐藤,さとう',
  ].join('\n')
  await imported(w, file)
  expect((await listContacts(w.ctx(), {})).contacts.map((row) => row.name)).toEqual(['青木', '佐藤', '渡辺'])
  expect((await listContacts(w.ctx(), { sort: '-name' })).contacts.map((row) => row.name)).toEqual([
    '渡辺',
    '佐藤',
    '青木',
  ])
})
