import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountSchema, contactSchema } from '#app/accounts/account.ts'
import { getAccount } from '#app/accounts/get-account.server.ts'
import { getContact } from '#app/accounts/get-contact.server.ts'
import { liftHold } from '#app/accounts/lift-hold.server.ts'
import { listAccounts } from '#app/accounts/list-accounts.server.ts'
import { listContacts } from '#app/accounts/list-contacts.server.ts'
import { moveAccount } from '#app/accounts/move-account.server.ts'
import { placeHold } from '#app/accounts/place-hold.server.ts'
import { createAccount, editAccount } from '#app/accounts/save-account.server.ts'
import { createContact, editContact } from '#app/accounts/save-contact.server.ts'
import { write } from '#app/audit/context.server.ts'
import { accounts, holds } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { world, type World } from '#test/world.ts'

const typesOf = async (w: World) =>
  (await w.store.db.select({ type: events.type }).from(events).orderBy(events.id)).map((event) => event.type)

async function walk<Row>(page: (after?: string) => Promise<{ rows: Row[]; next: string | null }>): Promise<Row[]> {
  const all: Row[] = []
  for (let after: string | undefined; ;) {
    const { rows, next } = await page(after)
    all.push(...rows)
    if (!next) return all
    after = next
  }
}

test.each(['name', '-name', 'arr', '-arr', 'renewal', '-renewal', 'updated', '-updated'] as const)(
  'Accounts sorted by %s come page by page, each once, those without a value last',
  async (sort) => {
    const w = await world()
    for (let i = 0; i < 120; i++) {
      w.clock.advance(i % 3)
      await w.account({
        name: `Account ${i % 40}`,
        arrBaseMinor: i % 4 ? (i % 7) * 1000 : null,
        renewalOn: i % 5 ? `2026-0${(i % 9) + 1}-01` : null,
      })
    }
    const all = await walk(async (after) => {
      const { accounts, next, total } = await listAccounts(w.ctx(), { sort, ...(after && { after }) })
      expect(total).toBe(120)
      return { rows: accounts, next }
    })
    expect(new Set(all.map((row) => row.id)).size).toBe(120)
    const stored = new Map((await w.store.db.select().from(accounts)).map((row) => [row.id, row]))
    const key = { name: 'nameKey', arr: 'arrBaseMinor', renewal: 'renewalOn', updated: 'updatedAt' }[
      sort.replace('-', '')
    ] as 'nameKey'
    const keys = all.map((row) => stored.get(row.id)![key])
    const known = keys.filter((value) => value !== null)
    expect(keys.slice(known.length).every((value) => value === null)).toBe(true)
    expect(known).toEqual([...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0) * (sort.startsWith('-') ? -1 : 1)))
  },
)

test('Accounts are found by any part of their name, by domain, and by filters', async () => {
  const w = await world()
  const csm = await w.user()
  await w.account({
    name: '株式会社ヤマダ電機',
    domain: 'yamada.example',
    tier: 'gold',
    ownerId: csm.id,
    health: 'red',
  })
  await w.account({ name: 'Acme Ltd' })
  const names = async (filter: Parameters<typeof listAccounts>[1]) =>
    (await listAccounts(w.ctx(), filter)).accounts.map((row) => row.name)
  expect(await names({ q: 'やまだ' })).toEqual(['株式会社ヤマダ電機'])
  expect(await names({ q: 'YAMADA' })).toEqual(['株式会社ヤマダ電機'])
  expect(await names({ q: 'acme' })).toEqual(['Acme Ltd'])
  expect(await names({ tier: 'gold', health: 'red', owner: csm.id })).toEqual(['株式会社ヤマダ電機'])
  expect(await names({ owner: 'none' })).toEqual(['Acme Ltd'])
})

test('Contacts come page by page, by name, by part of the reading and by filter', async () => {
  const w = await world()
  const account = await w.account()
  for (let i = 0; i < 60; i++)
    await w.contact({
      name: `Person ${String(i % 30).padStart(2, '0')}`,
      accountId: i % 2 ? account.id : null,
      language: i % 3 ? 'en' : 'ja',
    })
  await w.contact({ name: '山田 花子', nameKana: 'ヤマダ ハナコ', state: 'left' })
  const all = await walk(async (after) => {
    const { contacts, next } = await listContacts(w.ctx(), after ? { after } : {})
    return { rows: contacts, next }
  })
  expect(new Set(all.map((row) => row.id)).size).toBe(61)
  expect((await listContacts(w.ctx(), { q: 'はなこ' })).contacts.map((row) => row.name)).toEqual(['山田 花子'])
  expect((await listContacts(w.ctx(), { state: 'left' })).contacts).toHaveLength(1)
  expect((await listContacts(w.ctx(), { account: account.id })).total).toBe(30)
  expect((await listContacts(w.ctx(), { language: 'ja', account: account.id })).contacts).toHaveLength(10)
  await expect(listContacts(w.ctx((await w.user({ roles: ['viewer'] })).actor))).rejects.toMatchObject({ status: 403 })
})

const formOf = (over: object = {}) => accountSchema.parse({ name: 'Acme', arr: '1,200', currency: 'JPY', ...over })

test('An account made and edited by hand keeps each change as one event, and a stale form changes nothing', async () => {
  const w = await world()
  const id = await createAccount(w.ctx(), formOf())
  const { updatedAt } = await getAccount(w.ctx(), id)
  w.clock.advance(1000)
  await editAccount(w.ctx(), { id, seenAt: updatedAt }, formOf({ tier: 'gold' }))
  expect(await getAccount(w.ctx(), id)).toMatchObject({ tier: 'gold', arrMinor: 1200, arrBaseMinor: 1200 })
  await expect(editAccount(w.ctx(), { id, seenAt: updatedAt }, formOf({ tier: 'silver' }))).rejects.toMatchObject({
    status: 409,
  })
  expect(await typesOf(w)).toEqual(['accounts.created', 'accounts.changed'])
  const other = await createAccount(w.ctx(), formOf({ externalId: 'X1' }))
  await expect(createAccount(w.ctx(), formOf({ externalId: 'X1' }))).rejects.toMatchObject({
    fields: { externalId: 'account_id_taken' },
  })
  expect(other).not.toBe(id)
})

test('A CSM edits own and unowned accounts and people, not a colleague’s', async () => {
  const w = await world()
  const [ann, ben] = [await w.user(), await w.user()]
  const account = await w.account({ ownerId: ben.id })
  const person = await w.contact({ accountId: account.id })
  await expect(
    editAccount(w.ctx(ann.actor), { id: account.id, seenAt: account.updatedAt }, formOf()),
  ).rejects.toMatchObject({ status: 403 })
  await expect(
    editContact(
      w.ctx(ann.actor),
      { id: person.id, seenAt: person.updatedAt },
      contactSchema.parse({ name: 'X', accountId: account.id }),
    ),
  ).rejects.toMatchObject({ status: 403 })
  await expect(
    createContact(w.ctx(ann.actor), contactSchema.parse({ name: 'X', accountId: account.id })),
  ).rejects.toMatchObject({ status: 403 })
  expect(await moveAccount(w.ctx(ben.actor), { id: account.id, ownerId: ann.id })).toBe(ben.id)
  await expect(moveAccount(w.ctx(ben.actor), { id: account.id, ownerId: ben.id })).rejects.toMatchObject({
    status: 403,
  })
})

test('An address belongs to one person, whoever types it and in whatever width', async () => {
  const w = await world()
  const id = await createContact(w.ctx(), contactSchema.parse({ name: '山田', email: 'Yamada@Example.com' }))
  expect(await getContact(w.ctx(), id)).toMatchObject({
    emailKey: 'yamada@example.com',
    searchKey: '山田 yamada@example.com',
  })
  await expect(
    createContact(w.ctx(), contactSchema.parse({ name: 'Other', email: 'yamada@example.com' })),
  ).rejects.toMatchObject({ fields: { email: 'email_taken' } })
  await expect(
    createContact(w.ctx(), contactSchema.parse({ name: 'Other', email: 'no address' })),
  ).rejects.toMatchObject({ fields: { email: 'email_invalid' } })
})

test('A hold placed twice is one hold, and lifting it leaves the others', async () => {
  const w = await world()
  const hold = { subjectKey: 'acc:1', reason: 'open_case', refId: 'cas_1' } as const
  await write(w.ctx(), async (ctx) => {
    await placeHold(ctx, hold)
    await placeHold(ctx, { ...hold, until: 5 })
    await placeHold(ctx, { ...hold, refId: 'cas_2' })
  })
  expect((await w.store.db.select().from(holds).where(eq(holds.refId, 'cas_1'))).map((row) => row.until)).toEqual([5])
  await write(w.ctx(), (ctx) => liftHold(ctx, hold))
  expect((await w.store.db.select().from(holds)).map((row) => row.refId)).toEqual(['cas_2'])
})
