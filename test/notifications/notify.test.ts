import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#app/platform/day.ts'
import { users } from '#db/schema/access.ts'
import { choose, happened, hookJobs, mailsOf, noticesOf, settings, tell } from '#test/notifications/make.ts'
import { monday, world } from '#test/world.ts'

/** Monday 10:00 in Tokyo, and a CSM. */
async function office() {
  const w = await world()
  return { w, user: await w.user({ roles: ['csm'] }) }
}

test('somebody who chose nothing is told in the list and by mail, once however often the subscriber runs', async () => {
  const { w, user } = await office()
  const event = await happened(w)
  expect([await tell(w, event, user.id), await tell(w, event, user.id)]).toEqual([1, 0])
  const notices = await noticesOf(w, user.id)
  expect(notices).toMatchObject([
    { eventId: event.id, kind: 'case_opened', subjectKind: 'case', inApp: true, readAt: null, digestAt: null },
  ])
  expect(await mailsOf(w, user.id)).toMatchObject([
    { key: `notice/${notices[0]!.id}`, stream: 'case', template: 'cases.opened', toEmail: user.email },
  ])
  expect(await hookJobs(w)).toEqual([]) // no address, no call
})

test('twenty subscribers at once tell of an event once: one line, one mail, one call', async () => {
  const { w, user } = await office()
  await settings(w, user, { hookUrl: 'stored' })
  const event = await happened(w)
  const told = await Promise.all(Array.from({ length: 20 }, () => tell(w, event, user.id)))
  expect(told.reduce((sum, n) => sum + n, 0)).toBe(1)
  expect([(await noticesOf(w, user.id)).length, (await mailsOf(w, user.id)).length, (await hookJobs(w)).length]).toEqual([1, 1, 1]) // prettier-ignore
})

test('who did it is not told, nor who has left; everybody else once', async () => {
  const { w, user } = await office()
  const other = await w.user()
  const left = await w.user({ state: 'ended' })
  const event = await happened(w, user.actor)
  const userIds = [user.id, other.id, other.id, left.id]
  expect(await tell(w, event, user.id, { userIds })).toBe(1)
  expect((await noticesOf(w, other.id)).length).toBe(1)
  expect([...(await noticesOf(w, user.id)), ...(await noticesOf(w, left.id))]).toEqual([])
})

test('each choice is kept: only the list, only mail, only the hook, nothing', async () => {
  const { w, user } = await office()
  const make = async (inApp: boolean, mail: 'now' | 'digest' | 'off', hook: boolean) => {
    const person = await w.user()
    await settings(w, person, { hookUrl: 'stored' })
    await choose(w, person, { inApp, mail, hook })
    const before = (await hookJobs(w)).length
    await tell(w, await happened(w, user.actor), person.id)
    const [row] = await noticesOf(w, person.id)
    return [row?.inApp ?? null, (await mailsOf(w, person.id)).length, (await hookJobs(w)).length - before]
  }
  expect(await make(true, 'off', false)).toEqual([true, 0, 0])
  expect(await make(false, 'now', false)).toEqual([false, 1, 0])
  expect(await make(false, 'off', true)).toEqual([false, 0, 1])
  expect(await make(true, 'digest', false)).toEqual([true, 0, 0])
  expect(await make(false, 'off', false)).toEqual([null, 0, 0])
})

test('in the quiet hours mail and call wait till they end, the list does not', async () => {
  const { w, user } = await office()
  // 9:00 to 12:30 in Tokyo; it is 10:00 there, so they end in 2 h 30 min.
  await settings(w, user, { hookUrl: 'stored', quietFrom: 540, quietTo: 750 })
  await tell(w, await happened(w), user.id)
  const end = monday + 2.5 * HOUR
  expect(await noticesOf(w, user.id)).toMatchObject([{ at: monday, mailAt: end }])
  expect(await mailsOf(w, user.id)).toMatchObject([{ dueAt: end }])
  expect(await hookJobs(w)).toMatchObject([{ runAt: end }])
})

test('quiet hours and digest are by the clock of the person, not of the organisation', async () => {
  const { w } = await office()
  const berlin = await w.user({ zone: 'Europe/Berlin' }) // 2:00 there
  await settings(w, berlin, { quietFrom: 22 * 60, quietTo: 7 * 60 })
  await tell(w, await happened(w), berlin.id)
  expect((await mailsOf(w, berlin.id))[0]!.dueAt).toBe(Date.parse('2026-03-02T06:00Z')) // 7:00
  await choose(w, berlin, { kind: 'sla_late', mail: 'digest' })
  await tell(w, await happened(w), berlin.id, { kind: 'sla_late' })
  const late = (await noticesOf(w, berlin.id)).find((row) => row.kind === 'sla_late')
  expect(late).toMatchObject({ mailAt: null, digestAt: Date.parse('2026-03-02T07:30Z') })
})

test('what may still be taken back waits; a grace that ends in the quiet hours waits for their end', async () => {
  const { w, user } = await office()
  await tell(w, await happened(w), user.id, { notBefore: monday + 2 * MINUTE })
  await settings(w, user, { quietFrom: 601, quietTo: 660 }) // 10:01 to 11:00
  await tell(w, await happened(w), user.id, { notBefore: monday + 2 * MINUTE })
  const waits = (await mailsOf(w, user.id)).map((mail) => mail.dueAt - monday)
  expect(waits.sort((a, b) => a - b)).toEqual([2 * MINUTE, HOUR])
})

test('what may still be taken back is in no digest before that, nor in the one of a flood', async () => {
  const { w, user } = await office()
  await choose(w, user, { mail: 'digest' })
  await settings(w, user, { digestAt: 615 }) // 10:15, and told at 10:14
  w.clock.advance(14 * MINUTE)
  await tell(w, await happened(w), user.id, { notBefore: w.now() + 2 * MINUTE })
  await tell(w, await happened(w), user.id)
  expect((await noticesOf(w, user.id)).map((row) => row.digestAt).sort()).toEqual([monday + 15 * MINUTE, monday + 15 * MINUTE + DAY]) // prettier-ignore
})

test('one event that is told as two kinds makes a mail of each', async () => {
  const { w, user } = await office()
  const event = await happened(w)
  await tell(w, event, user.id)
  await tell(w, event, user.id, { kind: 'sla_late' })
  expect(await mailsOf(w, user.id)).toHaveLength(2)
})

test('of a flood five mails come one by one, the rest joins the digest at the end of the quarter', async () => {
  const { w, user } = await office()
  for (let n = 0; n < 7; n++) {
    await tell(w, await happened(w), user.id)
    w.clock.advance(MINUTE) // 10:00 to 10:06
  }
  expect(await mailsOf(w, user.id)).toHaveLength(5)
  const quarter = monday + 15 * MINUTE
  expect((await noticesOf(w, user.id)).map((row) => row.digestAt)).toEqual([...Array<null>(5).fill(null), quarter, quarter]) // prettier-ignore
  // Another kind has its own five, and so has another person.
  await tell(w, await happened(w), user.id, { kind: 'sla_late' })
  await tell(w, await happened(w), (await w.user()).id)
  expect(await mailsOf(w, user.id)).toHaveLength(6)
  // At 10:15 the mail of 10:00 is a quarter of an hour old: four are left, and there is room for one.
  w.clock.set(quarter)
  await tell(w, await happened(w), user.id)
  await tell(w, await happened(w), user.id)
  expect(await mailsOf(w, user.id)).toHaveLength(7)
  expect((await noticesOf(w, user.id)).map((row) => row.digestAt)).toContain(quarter + 15 * MINUTE)
})

test('of twenty events at once five come by mail, whoever tells of them', async () => {
  const { w, user } = await office()
  const all = await Promise.all(Array.from({ length: 20 }, () => happened(w)))
  await Promise.all(all.map((event) => tell(w, event, user.id)))
  expect([(await noticesOf(w, user.id)).length, (await mailsOf(w, user.id)).length]).toEqual([20, 5])
})

test('a night of quiet ends with five mails and a digest, not with forty mails', async () => {
  const { w, user } = await office()
  await settings(w, user, { quietFrom: 0, quietTo: 720 }) // until noon: 12:00 in Tokyo is 3:00Z
  for (let n = 0; n < 40; n++) {
    await tell(w, await happened(w), user.id)
    w.clock.advance(2 * MINUTE)
  }
  const noon = Date.parse('2026-03-02T03:00Z')
  expect((await mailsOf(w, user.id)).map((mail) => mail.dueAt)).toEqual(Array<number>(5).fill(noon))
  const waiting = (await noticesOf(w, user.id)).filter((row) => row.digestAt !== null)
  expect([waiting.length, new Set(waiting.map((row) => row.digestAt))]).toEqual([35, new Set([noon + 15 * MINUTE])])
})

test('the zone of a person who has none is the organisation’s, as it is on the day', async () => {
  const { w, user } = await office()
  await choose(w, user, { mail: 'digest' })
  await tell(w, await happened(w), user.id)
  w.clock.advance(1)
  await w.store.write(async (tx) => tx.update(users).set({ zone: 'UTC' }).where(eq(users.id, user.id)))
  await tell(w, await happened(w), user.id)
  // 8:30 in Tokyo is 23:30Z; 8:30 UTC is the same day.
  expect((await noticesOf(w, user.id)).map((row) => row.digestAt)).toEqual([
    Date.parse('2026-03-02T23:30Z'),
    Date.parse('2026-03-02T08:30Z'),
  ])
})
