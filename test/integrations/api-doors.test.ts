import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { revokeKey } from '#app/access/api-keys.server.ts'
import { write } from '#app/audit/context.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { apiScopes, type ApiScope } from '#db/enums/audit.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { makeCaller, unique, type Sent } from '#test/integrations/caller.ts'
import { world, type World } from '#test/world.ts'

let w: World
let api: Awaited<ReturnType<typeof makeCaller>>
beforeAll(async () => {
  w = await world()
  api = await makeCaller(w)
})
afterAll(() => api.close())
beforeEach(() => api.renew())
const call: typeof api.call = (...sent) => api.call(...sent)
const post: typeof api.post = (...sent) => api.post(...sent)

test('without a key, with a wrong or a revoked one, or with a session alone, nothing opens', async () => {
  const { keyId, secret } = await api.keyOf('responses')
  await revokeKey(w.ctx(), { keyId })
  const admin = await w.user({ roles: ['admin'] })
  const tries: Sent[] = [
    { key: null },
    { key: 'koe_wrong' },
    { key: secret },
    { key: null, headers: { authorization: 'Basic YTpi' } },
    { key: null, headers: { cookie: await api.signedIn(admin.id) } },
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
    advocacy: () => ({ path: 'asks' }),
  }
  for (const scope of apiScopes) {
    const { secret } = await api.keyOf(scope)
    for (const door of apiScopes) {
      const { path, ...sent } = doors[door]()
      const { status } = await call(path, { ...sent, key: secret })
      expect(`${scope} → ${door}: ${status === 403}`).toBe(`${scope} → ${door}: ${scope !== door}`)
      expect(status).toBeLessThan(500)
    }
  }
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
    ['accounts', 'askable', 'asks', 'asks/finish', 'asks/stop', 'asks/write', 'cases', 'contacts', 'invitations', 'metrics', 'referrals', 'referrals/move', 'referrals/{id}', 'responses'].map((path) => `/api/v1/${path}`), // prettier-ignore
  )
  expect(Object.keys(json.components.schemas)).toEqual(
    expect.arrayContaining(['Account', 'Contact', 'Response', 'Case', 'Problem']),
  )
  expect(json.components.schemas.Account.properties).toHaveProperty('externalId')
})
