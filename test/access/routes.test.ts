import { afterAll, beforeAll, expect, test } from 'vitest'
import { expected } from '#test/access/expected-access.ts'
import { layouts, listed, serve } from '#test/access/listener.ts'
import { roles, type Role } from '#db/enums/access.ts'
import { world } from '#test/world.ts'

const letter: Record<Role, string> = { admin: 'A', lead: 'L', csm: 'C', marketer: 'M', viewer: 'V' }

const w = await world()
let served: Awaited<ReturnType<typeof serve>>
/** The same behind a proxy, which says where a call comes from. */
let behind: typeof served
const people = {} as Record<Role, string>
const cookies = {} as Record<Role, string>

beforeAll(async () => {
  served = await serve(w)
  behind = await serve(w, { hops: 1 })
  for (const role of roles) cookies[role] = await served.signedIn((people[role] = (await w.user({ roles: [role] })).id))
})
afterAll(() => Promise.all([served.close(), behind.close()]))

/** A URL of the route, about things that aren't there. */
const urlOf = (path: string) => path.replace(/:\w+/g, 'unknown')

let networks = 0

/** How a visitor fared: `in` is anything the route itself answered, a 404 about the unknown thing included. */
async function fare(method: 'GET' | 'POST', path: string, cookie: string | null) {
  const body = method === 'POST' ? new URLSearchParams({ intent: 'nothing' }) : undefined
  // Each from a network of their own: who knocks at the API without a key is turned away after a while.
  const from = `198.18.${++networks >> 8}.${networks & 255}`
  const isApi = path.startsWith('/api/')
  const headers = { accept: 'text/html', ...(isApi && { 'x-forwarded-for': from }) }
  const response = await (isApi ? behind : served).fetch(urlOf(path), { method, body, cookie, headers })
  await response.text()
  const location = response.headers.get('location') ?? ''
  if (response.status >= 500) return `broken ${response.status}`
  if (response.status === 403) return 'refused'
  if (response.status === 401 || location.startsWith('/sign-in?back=')) return 'sign in first'
  return 'in'
}

test('every route stands in the table, and nothing else does', () => {
  expect([...expected.keys()].sort()).toEqual(listed.map((route) => route.path).sort())
})

test.each(listed.map((route) => route.path))('%s', async (path) => {
  const { opens, sends } = expected.get(path) ?? { opens: '?', sends: '?' }
  const { module } = listed.find((route) => route.path === path)!
  expect({ opens: Boolean(module.loader ?? module.default), sends: Boolean(module.action) }).toEqual({
    opens: opens !== '-',
    sends: sends !== '-',
  })
  for (const [method, who] of [
    ['GET', opens],
    ['POST', sends],
  ] as const) {
    if (who === '-') continue
    expect({ method, anonymous: await fare(method, path, null) }).toEqual({
      method,
      anonymous: who === '*' ? 'in' : 'sign in first',
    })
    for (const role of roles) {
      const cookie = path === '/sign-out' ? await served.signedIn(people[role]) : cookies[role]
      expect({ method, role, fared: await fare(method, path, cookie) }).toEqual({
        method,
        role,
        fared: who === 'K' ? 'sign in first' : who === '*' || who.includes(letter[role]) ? 'in' : 'refused',
      })
    }
  }
})

test('an address finds its page in capitals, with a slash behind it and in escapes; what begins like one is nothing', async () => {
  const cookie = await served.signedIn(people.admin)
  const status = async (path: string) => (await served.fetch(path, { cookie })).status
  for (const path of ['/', '/Accounts', '/accounts/', '/%61ccounts', '/cases', '/Settings/%70eople'])
    expect({ path, status: await status(path) }).toEqual({ path, status: 200 })
  for (const path of ['/accountsx', '/accounts/new/x', '/nothing', '/set', '/cases/x/y'])
    expect({ path, status: await status(path) }).toEqual({ path, status: 404 })
})

test('an ended session opens nothing', async () => {
  const user = await w.user({ roles: ['admin'] })
  const cookie = await served.signedIn(user.id)
  expect(await fare('GET', '/settings', cookie)).toBe('in')
  await served.fetch('/sign-out', { method: 'POST', cookie })
  expect(await fare('GET', '/settings', cookie)).toBe('sign in first')
})

test('data of a page is guarded like the page', async () => {
  for (const { path, file, module } of [...listed, ...layouts]) {
    if (!module.default || expected.get(path)?.opens === '*') continue
    const response = await served.fetch(`${urlOf(path)}?_data=${encodeURIComponent(file)}`)
    const text = await response.text()
    expect({
      path,
      status: response.status,
      to: response.headers.get('x-remix-redirect')?.split('?')[0],
      text,
    }).toEqual({ path, status: 204, to: '/sign-in', text: '' })
  }
})

test('who tries too often is told when to come back', async () => {
  const body = () => new URLSearchParams({ email: 'somebody@koe.test', password: 'not the password' })
  for (let n = 0; n < 10; n++)
    expect((await served.fetch('/sign-in', { method: 'POST', body: body() })).status).toBe(422)
  const eleventh = await served.fetch('/sign-in', { method: 'POST', body: body() })
  expect(eleventh.status).toBe(429)
  expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('a form from another site signs nobody in or out', async () => {
  const response = await served.fetch('/sign-out', { method: 'POST', headers: { origin: 'https://evil.example' } })
  expect(response.status).toBe(403)
})

test('a browser on another site is refused at the doors that mail programs post to without an origin', async () => {
  const post = (path: string, headers: Record<string, string>) =>
    fetch(served.origin + path, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click', redirect: 'manual' })
  for (const path of ['/m/nothing', '/u/nothing']) {
    for (const [name, value] of [
      ['origin', 'https://evil.example'],
      ['sec-fetch-site', 'cross-site'],
      ['origin', 'null'],
    ] as const)
      expect([path, (await post(path, { [name]: value })).status]).toEqual([path, 403])
    expect([path, (await post(path, {})).status < 500]).toEqual([path, true])
    expect((await post(path, {})).status).not.toBe(403)
  }
})
