import { expect, test } from 'vitest'
import { createFirstAdmin } from '#app/access/create-first-admin.server.ts'
import { ensureFirstAdminToken } from '#app/access/first-admin.server.ts'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { makeToken } from '#app/access/user-tokens.server.ts'
import { openStore } from '#db/store/open.ts'
import { userRoles, users } from '#db/schema/access.ts'
import { DAY } from '#app/platform/day.ts'
import { eventsOf, goodPassword, outcomes, whoIs } from '#test/access/make.ts'
import { world, type World } from '#test/world.ts'

const link = async (w: World) =>
  new URL((await ensureFirstAdminToken(w.system()))!, 'http://koe.test').searchParams.get('token')!
const asked = (token: string, n = 0) => ({
  token,
  organisation: '空ソフト',
  name: 'Aiko',
  email: `aiko${n}@koe.test`,
  password: goodPassword,
  locale: 'ja' as const,
  zone: 'Asia/Tokyo',
})

test('the link of the console makes the organisation, its brand and one admin, who is signed in', async () => {
  const w = await world({ bare: true })
  const { secret } = await createFirstAdmin(w.anonymous(), asked(await link(w)))
  expect((await whoIs(w, secret)).actor).toMatchObject({ kind: 'user', name: 'Aiko', roles: ['admin'] })
  expect(await getOrganisation(w.ctx())).toMatchObject({
    name: '空ソフト',
    zone: 'Asia/Tokyo',
    baseCurrency: 'JPY',
    locale: 'ja',
  })
  expect(await getBrand(w.ctx())).toMatchObject({ name: '空ソフト', senderName: '空ソフト' })
  expect(await eventsOf(w, 'access.first_admin_created')).toHaveLength(1)
  expect(await ensureFirstAdminToken(w.system())).toBeNull()
})

test('of twenty who try at once, one becomes admin', async () => {
  const w = await world({ bare: true })
  const token = await link(w)
  const { held, refused } = await outcomes(
    Array.from({ length: 20 }, (_, n) => createFirstAdmin(w.anonymous(), asked(token, n))),
  )
  expect(held).toBe(1)
  expect(new Set(refused)).toEqual(new Set(['link_over']))
  expect(await w.store.db.select().from(users)).toHaveLength(1)
  expect(await w.store.db.select().from(userRoles)).toMatchObject([{ role: 'admin' }])
})

test('two links that both live (two processes started at once) still make one admin', async () => {
  const w = await world({ bare: true })
  const other = openStore(w.url)
  const first = await w.store.write((tx) => makeToken({ ...w.system(), tx }, 'first_admin', null))
  const { userTokens } = await import('#db/schema/access.ts')
  const second = await w.store.write((tx) => makeToken({ ...w.system(), tx }, 'first_admin', null))
  await w.store.write((tx) => tx.update(userTokens).set({ expiresAt: w.clock.now() + DAY }))
  const { held, refused } = await outcomes(
    Array.from({ length: 20 }, (_, n) =>
      createFirstAdmin(
        { ...w.anonymous(), store: n % 2 ? other : w.store },
        asked(n % 2 ? first.secret : second.secret, n),
      ),
    ),
  )
  expect(held).toBe(1)
  expect(refused).toContain('set_up_already')
  expect(await w.store.db.select().from(users)).toHaveLength(1)
  await other.close()
})

test('processes that start together show one link; a start an hour later makes another and ends it; a link ends after a week', async () => {
  const w = await world({ bare: true })
  const old = await link(w)
  expect(await link(w)).toBe(old)
  w.clock.advance(60 * 60_000)
  const fresh = await link(w)
  expect(fresh).not.toBe(old)
  await expect(createFirstAdmin(w.anonymous(), asked(old))).rejects.toMatchObject({ status: 410, code: 'link_over' })
  w.clock.advance(7 * DAY + 1)
  await expect(createFirstAdmin(w.anonymous(), asked(fresh))).rejects.toMatchObject({ status: 410 })
  await expect(createFirstAdmin(w.anonymous(), asked(await link(w)))).resolves.toBeTruthy()
})

test('an altered link, or one of another purpose, makes nobody', async () => {
  const w = await world({ bare: true })
  const token = await link(w)
  const reset = await w.store.write((tx) => makeToken({ ...w.system(), tx }, 'reset', null))
  for (const bad of [
    '',
    'x',
    token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'),
    `${token}A`,
    reset.secret,
    "' or 1=1",
  ]) {
    await expect(createFirstAdmin(w.anonymous(), asked(bad))).rejects.toMatchObject({ status: 410 })
  }
  expect(await w.store.db.select().from(users)).toHaveLength(0)
})

test('a weak password is refused and the link still works', async () => {
  const w = await world({ bare: true })
  const token = await link(w)
  await expect(
    createFirstAdmin(w.anonymous(), { ...asked(token), password: 'passwordpassword' }),
  ).rejects.toMatchObject({ status: 422, fields: { password: 'password_common' } })
  await expect(createFirstAdmin(w.anonymous(), asked(token))).resolves.toBeTruthy()
})
