import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { acceptInvite } from '#app/access/accept-invite.server.ts'
import { changeRoles, moveUser } from '#app/access/change-user.server.ts'
import { deactivateUser, reactivateUser } from '#app/access/deactivate-user.server.ts'
import { addTeam, editTeam, removeTeam } from '#app/access/edit-team.server.ts'
import { inviteUser, resendInvite, revokeInvite } from '#app/access/invite-user.server.ts'
import { listTeams } from '#app/access/list-teams.server.ts'
import { getUser, listUsers } from '#app/access/list-users.server.ts'
import { requestPasswordReset, resetPassword } from '#app/access/reset-password.server.ts'
import { signIn } from '#app/access/sign-in.server.ts'
import { DAY } from '#app/platform/day.ts'
import { userRoles, users, userTokens } from '#db/schema/access.ts'
import { messages } from '#db/schema/email.ts'
import { eventsAbout, goodPassword, latestLink, member, outcomes, whoIs } from '#test/access/make.ts'
import { world } from '#test/world.ts'

const invitation = { email: 'ken@koe.test', roles: ['csm' as const, 'marketer' as const], locale: 'ja' as const }

test('an invited teammate gets one mail without the secret, and joins by its link with the roles given', async () => {
  const w = await world()
  const { userId } = await inviteUser(w.ctx(), invitation)
  const token = await latestLink(w, 'invite')
  const [mail] = await w.store.db.select().from(messages)
  expect(mail).toMatchObject({ template: 'access.invite', stream: 'staff', toEmail: 'ken@koe.test', userId })
  const stored = JSON.stringify([mail, await w.store.db.select().from(userTokens)])
  expect(stored).not.toContain(token.split('.').at(-1))
  w.clock.advance(1)
  const { secret } = await acceptInvite(w.anonymous(), { token, name: '健', password: goodPassword })
  expect((await whoIs(w, secret)).actor).toMatchObject({ id: userId, name: '健', roles: ['csm', 'marketer'] })
  expect((await eventsAbout(w, 'user', userId)).map((event) => [event.type, event.actorId])).toEqual([
    ['access.user_invited', w.admin.id],
    ['access.invite_accepted', userId],
  ])
})

test('an invitation works once, however many press at once', async () => {
  const w = await world()
  await inviteUser(w.ctx(), invitation)
  const token = await latestLink(w, 'invite')
  const { held, refused } = await outcomes(
    Array.from({ length: 8 }, (_, n) =>
      acceptInvite(w.anonymous(), { token, name: `Ken ${n}`, password: goodPassword }),
    ),
  )
  expect(held).toBe(1)
  expect(new Set(refused)).toEqual(new Set(['link_over']))
})

test('an altered, replaced, revoked or expired invitation lets nobody in', async () => {
  const w = await world()
  const { userId } = await inviteUser(w.ctx(), invitation)
  const join = (token: string) => acceptInvite(w.anonymous(), { token, name: 'Ken', password: goodPassword })
  const first = await latestLink(w, 'invite')
  await expect(join(first.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')))).rejects.toMatchObject({ status: 410 })
  w.clock.advance(1)
  await resendInvite(w.ctx(), { userId })
  await expect(join(first)).rejects.toMatchObject({ status: 410 })
  const second = await latestLink(w, 'invite')
  w.clock.advance(7 * DAY)
  await expect(join(second)).rejects.toMatchObject({ status: 410 })
  await resendInvite(w.ctx(), { userId })
  const third = await latestLink(w, 'invite')
  await revokeInvite(w.ctx(), { userId })
  await expect(join(third)).rejects.toMatchObject({ status: 410 })
  expect(await getUser(w.ctx(), userId)).toMatchObject({ state: 'ended' })
  w.clock.advance(1)
  expect((await inviteUser(w.ctx(), { ...invitation, email: 'KEN@koe.test' })).userId).toBe(userId)
  await expect(join(await latestLink(w, 'invite'))).resolves.toBeTruthy()
})

test('an address that is taken is refused at its field, whatever its case', async () => {
  const w = await world()
  await member(w, { email: 'ken@koe.test' })
  await expect(inviteUser(w.ctx(), { ...invitation, email: 'Ken@Koe.test' })).rejects.toMatchObject({
    status: 422,
    fields: { email: 'user_exists' },
  })
  expect(await w.store.db.select().from(messages)).toHaveLength(0)
})

test('only an admin invites, changes roles, ends access and edits teams', async () => {
  const w = await world()
  const other = await member(w)
  for (const role of ['lead', 'csm', 'marketer', 'viewer'] as const) {
    const ctx = w.ctx((await member(w, { roles: [role] })).actor)
    const tries = [
      () => inviteUser(ctx, invitation),
      () => changeRoles(ctx, { userId: other.id, roles: ['admin'] }),
      () => moveUser(ctx, { userId: other.id }),
      () => deactivateUser(ctx, { userId: other.id }),
      () => addTeam(ctx, { name: 'East' }),
    ]
    for (const attempt of tries) await expect((async () => attempt())()).rejects.toMatchObject({ status: 403 })
  }
})

test('a forgotten password: known and unknown addresses get the same answer, and only the known a mail', async () => {
  const w = await world()
  const mika = await member(w, { email: 'mika@koe.test' })
  await member(w, { email: 'gone@koe.test', state: 'ended' })
  await w.user({ email: 'new@koe.test', state: 'invited' })
  for (const email of ['mika@koe.test', 'nobody@koe.test', 'gone@koe.test', 'new@koe.test']) {
    expect(await requestPasswordReset(w.anonymous(), { email })).toBeUndefined()
  }
  expect(await w.store.db.select().from(messages)).toMatchObject([
    { template: 'access.reset', userId: mika.id, payload: { tokenId: expect.any(String) as string } },
  ])
})

test('a new password by a link ends every other session, and the link works once and for an hour', async () => {
  const w = await world()
  await member(w, { email: 'mika@koe.test' })
  const before = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  await requestPasswordReset(w.anonymous(), { email: 'mika@koe.test' })
  const token = await latestLink(w, 'reset')
  await expect(resetPassword(w.anonymous(), { token, password: 'short' })).rejects.toMatchObject({
    fields: { password: 'password_short' },
  })
  const { held } = await outcomes(
    Array.from({ length: 6 }, () => resetPassword(w.anonymous(), { token, password: 'five grey herons 22' })),
  )
  expect(held).toBe(1)
  expect((await whoIs(w, before.secret)).user).toBeNull()
  await expect(signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })).rejects.toMatchObject({
    code: 'sign_in_failed',
  })
  await expect(signIn(w.anonymous(), { email: 'mika@koe.test', password: 'five grey herons 22' })).resolves.toBeTruthy()
  w.clock.advance(1)
  await requestPasswordReset(w.anonymous(), { email: 'mika@koe.test' })
  const late = await latestLink(w, 'reset')
  w.clock.advance(60 * 60_000)
  await expect(resetPassword(w.anonymous(), { token: late, password: goodPassword })).rejects.toMatchObject({
    status: 410,
  })
})

test('a reset link is no invitation, and one of an ended person is worth nothing', async () => {
  const w = await world()
  const mika = await member(w, { email: 'mika@koe.test' })
  await requestPasswordReset(w.anonymous(), { email: 'mika@koe.test' })
  const token = await latestLink(w, 'reset')
  await expect(acceptInvite(w.anonymous(), { token, name: 'X', password: goodPassword })).rejects.toMatchObject({
    status: 410,
  })
  await deactivateUser(w.ctx(), { userId: mika.id })
  await expect(resetPassword(w.anonymous(), { token, password: goodPassword })).rejects.toMatchObject({ status: 410 })
})

test('ending access ends the sessions at once; letting in again brings back roles and password, not sessions', async () => {
  const w = await world()
  const mika = await member(w, { email: 'mika@koe.test', roles: ['lead'] })
  const { secret } = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  expect((await getUser(w.ctx(), mika.id)).openSessions).toBe(1)
  await deactivateUser(w.ctx(), { userId: mika.id })
  expect((await whoIs(w, secret)).user).toBeNull()
  await expect(deactivateUser(w.ctx(), { userId: mika.id })).rejects.toMatchObject({ status: 409, code: 'not_active' })
  await reactivateUser(w.ctx(), { userId: mika.id })
  expect((await whoIs(w, secret)).user).toBeNull()
  const again = await signIn(w.anonymous(), { email: 'mika@koe.test', password: goodPassword })
  expect((await whoIs(w, again.secret)).user?.roles).toEqual(['lead'])
})

test('the last admin stays admin and active', async () => {
  const w = await world()
  await expect(changeRoles(w.ctx(), { userId: w.admin.id!, roles: ['viewer'] })).rejects.toMatchObject({
    status: 409,
    code: 'last_admin',
  })
  expect(() => deactivateUser(w.ctx(), { userId: w.admin.id! })).toThrow('not_yourself')
  await expect(deactivateUser(w.system(), { userId: w.admin.id! })).rejects.toMatchObject({ code: 'last_admin' })
  const ended = await member(w, { roles: ['admin'], state: 'ended' })
  await expect(changeRoles(w.ctx(), { userId: w.admin.id!, roles: ['lead'] })).rejects.toMatchObject({
    code: 'last_admin',
  })
  await reactivateUser(w.ctx(), { userId: ended.id })
  await expect(changeRoles(w.ctx(), { userId: w.admin.id!, roles: ['lead'] })).resolves.toBeUndefined()
})

test('two admins who end each other at the same moment leave one', async () => {
  const w = await world()
  for (let round = 0; round < 5; round++) {
    const rival = await member(w, { roles: ['admin'] })
    const { held, refused } = await outcomes([
      deactivateUser(w.ctx(), { userId: rival.id }),
      changeRoles(w.ctx(rival.actor), { userId: w.admin.id!, roles: ['viewer'] }),
    ])
    expect([held, refused]).toEqual([1, ['last_admin']])
    const active = await w.store.db
      .select({ id: users.id })
      .from(users)
      .innerJoin(userRoles, eq(userRoles.userId, users.id))
      .where(eq(userRoles.role, 'admin'))
    expect(active.length).toBeGreaterThanOrEqual(1)
    await w.store.write((tx) => tx.delete(userRoles).where(eq(userRoles.userId, rival.id)))
    await w.store.write((tx) =>
      tx.insert(userRoles).values({ userId: w.admin.id!, role: 'admin' }).onConflictDoNothing(),
    )
  }
})

test('a team’s lead moves into it; a team with people in it is not removed', async () => {
  const w = await world()
  const mika = await member(w, { roles: ['lead'], name: 'Mika' })
  const { teamId } = await addTeam(w.ctx(), { name: 'East', leadId: mika.id })
  expect(await listTeams(w.ctx())).toMatchObject([{ name: 'East', leadName: 'Mika', people: 1 }])
  await expect(addTeam(w.ctx(), { name: 'East' })).rejects.toMatchObject({ fields: { name: 'team_exists' } })
  await expect(removeTeam(w.ctx(), { teamId })).rejects.toMatchObject({ code: 'team_not_empty' })
  await editTeam(w.ctx(), { teamId, name: 'West' })
  await moveUser(w.ctx(), { userId: mika.id })
  await removeTeam(w.ctx(), { teamId })
  expect(await listTeams(w.ctx())).toEqual([])
})

test('people are listed by name, page by page, each once, and found by parts of name or address', async () => {
  const w = await world()
  for (let n = 0; n < 120; n++)
    await w.user({ name: n % 2 ? 'Same Name' : `Person ${n}`, roles: [n % 3 ? 'csm' : 'viewer'] })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listUsers(w.ctx(), { after })
    seen.push(...page.users.map((user) => user.id))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toHaveLength(121)
  expect(new Set(seen).size).toBe(121)
  expect((await listUsers(w.ctx(), { role: 'viewer' })).users).toHaveLength(40)
  expect((await listUsers(w.ctx(), { q: 'ADMIN@' })).users).toMatchObject([{ id: w.admin.id }])
  expect((await listUsers(w.ctx(), { q: '%' })).users).toHaveLength(0)
  expect((await listUsers(w.ctx(), { after: 'nonsense' })).users).toHaveLength(50)
})
