import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { invitations, preferences } from '#db/schema/delivery.ts'
import { makeProgram } from '#test/cases/make.ts'
import { makeCaller, unique } from '#test/integrations/caller.ts'
import { world, type World } from '#test/world.ts'

let w: World
let api: Awaited<ReturnType<typeof makeCaller>>
beforeAll(async () => {
  w = await world()
  api = await makeCaller(w)
})
afterAll(() => api.close())
beforeEach(() => api.renew())
const post: typeof api.post = (...sent) => api.post(...sent)

test('a bulk call makes, changes and leaves alone, and tells each item what happened to it', async () => {
  const [a, b] = [unique('a'), unique('b')]
  const owner = await w.user({ email: `${unique('owner')}@koe.test` })
  const first = await post('accounts', {
    items: [
      {
        externalId: a,
        name: 'Aoi 商事',
        tier: 'gold',
        arr: { amount: '1200000', currency: 'jpy' },
        renewalOn: '2026-09-30',
        ownerEmail: owner.email.toUpperCase(),
      },
      { externalId: b, name: '' },
      { externalId: b, nmae: 'x' },
      { tier: 'gold' },
      { externalId: b, arr: { amount: '1.5', currency: 'JPY' } },
      { externalId: b, ownerEmail: 'nobody@koe.test' },
      'text',
      null,
    ],
  })
  expect(first.status).toBe(207)
  const { results } = first.json
  expect(results.map((one: { status: string }) => one.status)).toEqual(['created', ...Array(7).fill('rejected')])
  expect(results.slice(1, 6).map((one: { errors: { field: string }[] }) => one.errors[0]!.field)).toEqual([
    '/name',
    '/nmae',
    '',
    '/arr/amount',
    '/ownerEmail',
  ])
  const [row] = await w.store.db.select().from(accounts).where(eq(accounts.externalId, a))
  expect(row).toMatchObject({
    id: results[0].id,
    name: 'Aoi 商事',
    arrMinor: 1_200_000,
    currency: 'JPY',
    arrBaseMinor: 1_200_000,
    ownerId: owner.id,
  })
  const again = await post('accounts', { items: [{ externalId: a, name: 'Aoi 商事', tier: 'gold' }] })
  expect(again).toMatchObject({
    status: 200,
    json: { results: [{ index: 0, status: 'unchanged', id: results[0].id }] },
  })
  const changed = await post('accounts', { items: [{ externalId: a, tier: null }] })
  expect(changed.json.results[0].status).toBe('updated')
})

test('contacts come with their account and an old wish for no mail, and an unknown wish is refused', async () => {
  const [person, account] = [unique('p'), unique('acc')]
  const email = `${person}@customer.test`
  const answer = await post('contacts', {
    items: [
      {
        externalId: person,
        email,
        name: '森 花',
        language: 'ja',
        unsubscribed: true,
        account: { externalId: account, name: 'Sora' },
      },
      { email: 'not an address' },
      { email: `${person}2@customer.test`, unsubscribed: false },
      { name: 'Nobody' },
    ],
  })
  expect(answer.json.results.map((one: { status: string }) => one.status)).toEqual([
    'created',
    'rejected',
    'rejected',
    'rejected',
  ])
  const [row] = await w.store.db.select().from(contacts).where(eq(contacts.externalId, person))
  expect(row).toMatchObject({ name: '森 花', email, language: 'ja' })
  expect(await w.store.db.select().from(preferences).where(eq(preferences.contactId, row!.id))).toMatchObject([
    { scope: 'all', choice: 'off' },
  ])
  expect(await w.store.db.select().from(accounts).where(eq(accounts.id, row!.accountId!))).toMatchObject([
    { externalId: account },
  ])
})

test('a thousand items go in one call and leave one event, a thousand and one do not', async () => {
  const run = unique('bulk')
  const items = Array.from({ length: 1_001 }, (_, i) => ({ externalId: `${run}-${i}`, name: `Account ${i}` }))
  const before = (await w.store.db.select().from(events)).length
  const answer = await post('accounts', { items: items.slice(0, 1_000) })
  expect(answer.status).toBe(200)
  expect(new Set(answer.json.results.map((one: { id: string }) => one.id)).size).toBe(1_000)
  const after = await w.store.db.select().from(events)
  expect(after.length - before).toBe(1)
  expect(await post('accounts', { items })).toMatchObject({ status: 422, json: { errors: [{ field: '/items' }] } })
})

test('strange text inside items is cleaned or refused, never an error of ours', async () => {
  const items = [
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202eevil',
    ' '.repeat(50),
    '=1+1',
    "'; drop table accounts; --",
    '💥'.repeat(90),
    'x'.repeat(201),
  ]
  const run = unique('odd')
  const answer = await post('accounts', { items: items.map((name, i) => ({ externalId: `${run}-${i}`, name })) })
  expect(answer.status).toBe(207)
  const [cleaned] = await w.store.db
    .select()
    .from(accounts)
    .where(eq(accounts.externalId, `${run}-1`))
  expect(cleaned!.name).toBe('ab')
})

test('the same call with the same key gives the same bytes and happens once; another body is refused', async () => {
  const program = await makeProgram(w)
  const contact = await w.contact({ email: `${unique('i')}@customer.test` })
  const body = { contact: { email: contact.email!.toUpperCase() }, programId: program.id, delayMinutes: 60 }
  const headers = { 'idempotency-key': unique('key') }
  const first = await post('invitations', body, { headers })
  const second = await post('invitations', body, { headers })
  expect(first).toMatchObject({ status: 201, json: { state: 'queued', created: true } })
  expect(second.text).toBe(first.text)
  expect(second.status).toBe(201)
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  expect(await w.store.db.select().from(invitations).where(eq(invitations.contactId, contact.id))).toHaveLength(1)
  expect(await post('invitations', { ...body, delayMinutes: 5 }, { headers })).toMatchObject({
    status: 422,
    json: { code: 'idempotency_reused' },
  })
  const { secret } = await api.keyOf('surveys')
  expect((await post('invitations', body, { headers, key: secret })).headers.get('idempotent-replayed')).toBe(null)
})

test('a refusal is repeated byte for byte too', async () => {
  const headers = { 'idempotency-key': unique('key') }
  const first = await post('accounts', { items: [] }, { headers })
  const second = await post('accounts', { items: [] }, { headers })
  expect(first.status).toBe(422)
  expect(second.text).toBe(first.text)
})

test('twenty of the same call at once invite once: one answers, the rest repeat it or are told to wait', async () => {
  const program = await makeProgram(w)
  const contact = await w.contact()
  const body = { contact: { id: contact.id }, programId: program.id }
  const headers = { 'idempotency-key': unique('key') }
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('invitations', body, { headers })))
  const done = answers.filter((one) => one.status === 201)
  expect(answers.every((one) => one.status === 201 || one.json.code === 'idempotency_running')).toBe(true)
  expect(new Set(done.map((one) => one.text)).size).toBe(1)
  expect(await w.store.db.select().from(invitations).where(eq(invitations.contactId, contact.id))).toHaveLength(1)
})

test('twenty calls about one ticket, each with its own key or none, invite once', async () => {
  const program = await makeProgram(w)
  const contact = await w.contact()
  const body = { contact: { id: contact.id }, programId: program.id, externalId: 'ticket:42' }
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      post('invitations', body, { headers: i % 2 ? { 'idempotency-key': unique('key') } : {} }),
    ),
  )
  expect(answers.filter((one) => one.status === 201)).toHaveLength(1)
  expect(new Set(answers.map((one) => one.json.id)).size).toBe(1)
})

test('an unknown contact and a program that is not live are named', async () => {
  const draft = await makeProgram(w, { state: 'draft' })
  const contact = await w.contact()
  expect(await post('invitations', { contact: { externalId: 'nobody' }, programId: draft.id })).toMatchObject({
    status: 422,
    json: { code: 'contact_unknown', errors: [{ field: '/contact' }] },
  })
  expect(await post('invitations', { contact: { id: contact.id }, programId: draft.id })).toMatchObject({
    status: 409,
    json: { code: 'program_not_live' },
  })
})
