import { hash } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { identify } from '#app/access/identify.server.ts'
import { endOwnSession, endOwnSessions, listOwnSessions } from '#app/access/sessions.server.ts'
import { signIn } from '#app/access/sign-in.server.ts'
import { DAY, MINUTE } from '#app/platform/day.ts'
import { sessions, users } from '#db/schema/access.ts'
import { eventsOf, goodPassword, member, whoIs } from '#test/access/make.ts'
import { world } from '#test/world.ts'

test('the right password opens a session that says who it is, with every role and the team', async () => {
  const w = await world()
  const team = await w.team()
  const user = await member(w, { email: 'Mika@Koe.test', roles: ['viewer', 'csm'], teamId: team.id, locale: 'ja' })
  const { secret } = await signIn(w.anonymous(), {
    email: ' mika@KOE.test ',
    password: goodPassword,
    device: 'Firefox · Linux',
  })
  const who = await whoIs(w, secret)
  expect(who.actor).toEqual({ kind: 'user', id: user.id, roles: ['csm', 'viewer'], teamId: team.id, name: user.name })
  expect(who.user).toMatchObject({ email: 'Mika@Koe.test', locale: 'ja' })
  expect(await eventsOf(w, 'access.signed_in')).toMatchObject([{ actorKind: 'user', actorId: user.id }])
})

test('the secret of a session is 256 bits and is not in the database', async () => {
  const w = await world()
  await member(w, { email: 'mika@koe.test' })
  const { secret } = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(JSON.stringify(await w.store.db.select().from(sessions))).not.toContain(secret)
})

test('a wrong password, an unknown address, an invited and an ended person are told the same', async () => {
  const w = await world()
  await member(w, { email: 'mika@koe.test' })
  await member(w, { email: 'gone@koe.test', state: 'ended' })
  await w.user({ email: 'new@koe.test', state: 'invited' })
  for (const [email, password] of [
    ['mika@koe.test', 'not the password'],
    ['nobody@koe.test', goodPassword],
    ['gone@koe.test', goodPassword],
    ['new@koe.test', goodPassword],
    ['mika@koe.test', `${goodPassword}${'x'.repeat(300)}`],
  ] as const) {
    await expect(signIn(w.anonymous(), { email, password })).rejects.toMatchObject({
      status: 422,
      code: 'sign_in_failed',
    })
  }
  expect(await w.store.db.select().from(sessions)).toHaveLength(0)
})

test('a password typed in full width fits the same one in half width', async () => {
  const w = await world()
  await member(w, { email: 'mika@koe.test' })
  await expect(
    signIn(w.anonymous(), { email: 'mika@koe.test', password: 'ｆｏｕｒ ｇｒｅｅｎ ｈｅｒｏｎｓ ２１' }),
  ).resolves.toBeTruthy()
})

test('a session that was planted before signing in is over afterwards', async () => {
  const w = await world()
  await member(w, { email: 'attacker@koe.test' })
  await member(w, { email: 'mika@koe.test' })
  const planted = await signIn(w.anonymous(), { email: 'attacker@koe.test', password: goodPassword })
  const own = await signIn(w.anonymous(), {
    email: 'mika@koe.test',
    password: goodPassword,
    previous: planted.sessionId,
  })
  expect(own.secret).not.toBe(planted.secret)
  expect((await whoIs(w, planted.secret)).user).toBeNull()
  expect((await whoIs(w, own.secret)).user?.email).toBe('mika@koe.test')
})

test('an altered, foreign or missing cookie is nobody', async () => {
  const w = await world()
  await member(w, { email: 'mika@koe.test' })
  const { secret } = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  const flipped = (secret[0] === 'A' ? 'B' : 'A') + secret.slice(1)
  for (const cookie of [
    null,
    '',
    'koe_session',
    'koe_session=',
    `koe_session=${flipped}`,
    `koe_session=${secret}x`,
    `koe_session=%00${secret}`,
    `other=${secret}`,
    `koe_session=' or 1=1 --`,
  ]) {
    expect((await identify(w.store, w.keys, w.clock.now, cookie)).actor).toEqual({ kind: 'anonymous', id: null })
  }
  expect((await identify(w.store, w.keys, w.clock.now, `a=b; koe_session=${secret}; c=d`)).user).not.toBeNull()
})

test('a used session slides on, an unused one ends after 14 days, and none lives longer than 90', async () => {
  const w = await world()
  await member(w, { email: 'mika@koe.test' })
  const used = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  const unused = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  for (let day = 0; day < 80; day += 10) {
    w.clock.advance(10 * DAY)
    expect((await whoIs(w, used.secret)).user).not.toBeNull()
  }
  expect((await whoIs(w, unused.secret)).user).toBeNull()
  w.clock.advance(10 * DAY + 1)
  expect((await whoIs(w, used.secret)).user).toBeNull()
})

test('its use is written down at most once a minute', async () => {
  const w = await world()
  await member(w, { email: 'mika@koe.test' })
  const { secret, sessionId } = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  const seenAt = async () =>
    (await w.store.db.select({ at: sessions.seenAt }).from(sessions).where(eq(sessions.id, sessionId)))[0]!.at
  const start = await seenAt()
  w.clock.advance(MINUTE - 1)
  await whoIs(w, secret)
  expect(await seenAt()).toBe(start)
  w.clock.advance(1)
  await whoIs(w, secret)
  expect(await seenAt()).toBe(start + MINUTE)
})

test('one can end one of the own sessions, or all others, and nobody else’s', async () => {
  const w = await world()
  const mika = await member(w, { email: 'mika@koe.test' })
  const ken = await member(w, { email: 'ken@koe.test' })
  const [one, two, three] = [
    await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword }),
    await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword }),
    await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword }),
  ]
  expect(await listOwnSessions(w.ctx(mika.actor))).toHaveLength(3)
  expect(await listOwnSessions(w.ctx(ken.actor))).toHaveLength(0)
  expect(await endOwnSession(w.ctx(ken.actor), one.sessionId)).toBe(false)
  expect(await endOwnSession(w.ctx(mika.actor), one.sessionId)).toBe(true)
  expect(await endOwnSessions(w.ctx(mika.actor), { except: two.sessionId })).toBe(1)
  expect((await whoIs(w, two.secret)).user).not.toBeNull()
  expect((await whoIs(w, three.secret)).user).toBeNull()
  expect(await endOwnSessions(w.ctx(mika.actor))).toBe(1)
  expect((await whoIs(w, two.secret)).user).toBeNull()
})

test('a password stored with weaker parameters is stored anew at the next sign-in', async () => {
  const w = await world()
  const weak = await hash(goodPassword, { memoryCost: 8_192, timeCost: 1, parallelism: 1 })
  const mika = await w.user({ email: 'mika@koe.test', passwordHash: weak })
  const stored = async () =>
    (await w.store.db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, mika.id)))[0]!.hash
  await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  const renewed = await stored()
  expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  expect(await stored()).toBe(renewed)
})
