import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { createKey, revokeKey } from '#app/access/api-keys.server.ts'
import { write } from '#app/audit/context.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { apiScopes, type ApiScope } from '#db/enums/audit.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { invitations, preferences } from '#db/schema/delivery.ts'
import { serve } from '#test/access/listener.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let served: Awaited<ReturnType<typeof serve>>
let all: string
beforeAll(async () => {
  w = await world()
  served = await serve(w)
})
afterAll(() => served.close())
const keyOf = (...scopes: ApiScope[]) => createKey(w.ctx(), { name: 'CRM', scopes })
beforeEach(async () => {
  all = (await keyOf(...apiScopes)).secret
})

interface Sent {
  method?: string
  body?: unknown
  raw?: string
  key?: string | null
  headers?: Record<string, string>
}
async function call(path: string, { method = 'GET', body, raw, key = all, headers = {} }: Sent = {}) {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(`${served.origin}/api/v1/${path}`, {
    method,
    body: sent,
    headers: {
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...(key && { authorization: `Bearer ${key}` }),
      ...headers,
    },
  })
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    headers: response.headers,
    text,
    json: text ? JSON.parse(text) : null,
  }
}
const post = (path: string, body: unknown, rest: Sent = {}) => call(path, { method: 'POST', body, ...rest })
let made = 0
const unique = (what: string) => `${what}-${++made}`

test('without a key, with a wrong or a revoked one, or with a session alone, nothing opens', async () => {
  const { keyId, secret } = await keyOf('responses')
  await revokeKey(w.ctx(), { keyId })
  const admin = await w.user({ roles: ['admin'] })
  const tries: Sent[] = [
    { key: null },
    { key: 'koe_wrong' },
    { key: secret },
    { key: null, headers: { authorization: 'Basic YTpi' } },
    { key: null, headers: { cookie: await served.signedIn(admin.id) } },
  ]
  for (const sent of tries) {
    const answer = await call('responses', sent)
    expect(answer).toMatchObject({
      status: 401,
      type: 'application/problem+json',
      json: { code: 'key_missing', status: 401 },
    })
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  }
})

test('each scope opens its own door and no other', async () => {
  const doors: Record<ApiScope, () => Sent & { path: string }> = {
    accounts: () => ({ path: 'accounts', method: 'PUT', body: { items: [{ externalId: unique('a') }] } }),
    surveys: () => ({ path: 'invitations', method: 'POST', body: { contact: { id: 'con_x' }, programId: 'prg_x' } }),
    responses: () => ({ path: 'responses' }),
    cases: () => ({ path: 'cases' }),
    metrics: () => ({ path: 'metrics' }),
  }
  for (const scope of apiScopes) {
    const { secret } = await keyOf(scope)
    for (const door of apiScopes) {
      const { path, ...sent } = doors[door]()
      const { status } = await call(path, { ...sent, key: secret })
      expect(`${scope} → ${door}: ${status === 403}`).toBe(`${scope} → ${door}: ${scope !== door}`)
      expect(status).toBeLessThan(500)
    }
  }
})

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

const hostile: [string, () => Promise<{ status: number; json: { code?: string } | null; text: string }>, number][] = [
  ['no JSON', () => call('accounts', { method: 'POST', raw: '{' }), 400],
  ['an empty body', () => call('accounts', { method: 'POST', raw: '' }), 400],
  [
    'a form',
    () =>
      call('accounts', {
        method: 'POST',
        raw: 'a=b',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    415,
  ],
  ['a list instead of an object', () => post('accounts', []), 422],
  ['no items', () => post('accounts', { items: [] }), 422],
  ['null', () => post('accounts', null), 422],
  ['another method', () => call('accounts', { method: 'DELETE' }), 405],
  ['reading what is only written', () => call('invitations'), 405],
  ['an address that is not there', () => call('nothing/here'), 404],
  ['an unknown filter', () => call('responses?klass=low'), 422],
  ['a filter outside its words', () => call('responses?class=worst'), 422],
  ['a day that is none', () => call('responses?from=2026-02-31'), 422],
  ['an altered cursor', () => call('responses?after=AAAA'), 422],
  ['NUL in a filter', () => call('cases?account=%00'), 422],
  ['too many a page', () => call('cases?limit=100000'), 422],
  ['a program that is not there', () => call('metrics?program=prg_nothing'), 404],
  ['a spaced Idempotency-Key', () => post('accounts', { items: [] }, { headers: { 'idempotency-key': 'a b' } }), 400],
  [
    'an Idempotency-Key without end',
    () => post('accounts', { items: [] }, { headers: { 'idempotency-key': 'a'.repeat(256) } }),
    400,
  ],
  [
    'a body over the limit',
    () => call('invitations', { method: 'POST', raw: JSON.stringify({ x: 'a'.repeat(100_000) }) }),
    413,
  ],
  ['a deep nest', () => call('accounts', { method: 'POST', raw: '['.repeat(50_000) + ']'.repeat(50_000) }), 422],
  [
    'fields of the prototype',
    () => call('accounts', { method: 'POST', raw: '{"items":[],"__proto__":{"x":1},"constructor":1}' }),
    422,
  ],
]
test.each(hostile)('%s is a problem that says so', async (_, send, status) => {
  const answer = await send()
  expect({ status: answer.status, of: answer.json!.code }).toEqual({ status, of: expect.any(String) })
  expect(answer.json).toMatchObject({
    type: `urn:koe:problem:${answer.json!.code}`,
    detail: expect.any(String),
    status,
  })
  expect(answer.text).not.toMatch(/sqlite|drizzle|at .*\.ts/i)
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
  const { secret } = await keyOf('surveys')
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

test('answers and cases are read page by page, with ids and without names', async () => {
  const program = await makeProgram(w)
  const owner = await w.user()
  const account = await w.account({ name: 'Secret Trading', ownerId: owner.id })
  for (let i = 0; i < 5; i++) {
    const contact = await w.contact({ accountId: account.id, name: 'Secret Name' })
    const response = await makeResponse(w, program, { contact, score: i, comment: 'Slow.' })
    await write(w.system(), (ctx) =>
      openOrJoinCase(ctx, {
        response,
        severity: 'normal',
        account: { id: account.id, ownerId: owner.id },
        contactId: contact.id,
      }),
    )
  }
  const seen: string[] = []
  for (let after = ''; ;) {
    const { json, text } = await call(`responses?program=${program.id}&limit=2${after && `&after=${after}`}`)
    expect(text).not.toContain('Secret')
    seen.push(...json.responses.map((one: { id: string }) => one.id))
    if (!json.next) break
    after = json.next
  }
  expect(new Set(seen).size).toBe(5)
  const cases = await call(`cases?account=${account.id}`)
  expect(cases.text).not.toContain('Secret')
  expect(cases.json).toMatchObject({
    cases: [{ accountId: account.id, ownerId: owner.id, people: 5, waiting: 5, state: 'new', closedAt: null }],
    next: null,
  })
})

test('metrics carry n and interval, and are null where nobody answered', async () => {
  const program = await makeProgram(w)
  const { json, status } = await call(`metrics?program=${program.id}`)
  expect(status).toBe(200)
  expect(json).toMatchObject({
    metric: 'nps',
    programId: program.id,
    low: 0,
    mid: 0,
    high: 0,
    score: null,
    responseRate: null,
  })
  expect(json.months).toHaveLength(12)
})

test('the description names every address and needs no key', async () => {
  const { status, json } = await call('openapi.json', { key: null })
  expect(status).toBe(200)
  expect(json.openapi).toBe('3.1.0')
  expect(Object.keys(json.paths).sort()).toEqual(
    ['accounts', 'cases', 'contacts', 'invitations', 'metrics', 'responses'].map((path) => `/api/v1/${path}`),
  )
  expect(Object.keys(json.components.schemas)).toEqual(
    expect.arrayContaining(['Account', 'Contact', 'Response', 'Case', 'Problem']),
  )
  expect(json.components.schemas.Account.properties).toHaveProperty('externalId')
})
