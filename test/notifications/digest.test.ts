import { and, eq, isNotNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { assignCase } from '#app/cases/assign-case.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { sendDigest, sendDigests } from '#app/notifications/send-digests.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { renderDigest } from '#app/notifications/render-digest.server.ts'
import { DAY } from '#app/platform/day.ts'
import { noticeTellers } from '#app/mails.server.ts'
import { users } from '#db/schema/access.ts'
import { messages } from '#db/schema/email.ts'
import { notifications } from '#db/schema/notifications.ts'
import { choose, guardOf, mailsOf, noticesOf, openCase, run, settings, tell } from '#test/notifications/make.ts'
import { world, type World } from '#test/world.ts'

/** 8:30 of the next morning in Tokyo. */
const morning = Date.parse('2026-03-02T23:30Z')

async function waiting(names = ['Aoi Trading', 'Kumo Works']) {
  const w = await world()
  const owner = await w.user({ roles: ['csm'] })
  await choose(w, owner, { mail: 'digest' })
  const all = []
  for (const name of names) {
    const one = await openCase(w, owner, name)
    await tell(w, one.event, owner.id, { data: { responseId: one.response.id } })
    all.push(one)
  }
  return { w, owner, cases: all }
}

const digests = (w: World) => w.store.db.select().from(messages).where(eq(messages.template, 'notifications.digest'))
const rendered = async (w: World) => renderDigest(noticeTellers)(w.system(), (await digests(w))[0]!)

test('at the time of the person one mail comes with all that waits, and never again', async () => {
  const { w, owner, cases } = await waiting()
  w.clock.set(morning - 1)
  await run(w, sendDigests)
  expect(await mailsOf(w, owner.id)).toEqual([])
  w.clock.set(morning)
  await run(w, sendDigests)
  await run(w, sendDigests)
  expect(await mailsOf(w, owner.id)).toMatchObject([{ stream: 'staff', template: 'notifications.digest' }])
  const mail = await rendered(w)
  expect(mail.subject).toBe('2 things to look at')
  for (const { caseId } of cases) expect(mail.text).toContain(`/cases/${caseId}`)
  expect(mail.text).toContain('Aoi Trading is unhappy (3) and waits for you')
  expect(mail.html.match(/An unhappy customer is yours/g)).toHaveLength(1) // one heading for both
  w.clock.advance(DAY)
  await run(w, sendDigests)
  expect(await digests(w)).toHaveLength(1) // nothing waits: no mail
})

test('two workers, or twenty, send it once', async () => {
  const { w, owner } = await waiting()
  w.clock.set(morning)
  await Promise.all(Array.from({ length: 20 }, () => sendDigest(w.system(), owner.id)))
  expect(await digests(w)).toHaveLength(1)
  expect((await noticesOf(w, owner.id)).map((row) => row.digestId)).toEqual(Array(2).fill((await digests(w))[0]!.refId))
})

test('each person has their own time and zone; one that was slept through comes at the next look', async () => {
  const w = await world()
  const early = await w.user({ roles: ['csm'] })
  const berlin = await w.user({ roles: ['csm'], zone: 'Europe/Berlin' })
  await settings(w, early, { digestAt: 660 }) // 11:00 in Tokyo, an hour from now
  for (const user of [early, berlin]) {
    await choose(w, user, { mail: 'digest' })
    const one = await openCase(w, user)
    await tell(w, one.event, user.id)
  }
  const sent = async () => [(await mailsOf(w, early.id)).length, (await mailsOf(w, berlin.id)).length]
  w.clock.set(Date.parse('2026-03-02T02:05Z')) // the worker was away at 11:00
  await run(w, sendDigests)
  expect(await sent()).toEqual([1, 0])
  w.clock.set(Date.parse('2026-03-02T07:30Z')) // 8:30 in Berlin
  await run(w, sendDigests)
  expect(await sent()).toEqual([1, 1])
})

test('what was closed, given away or read in Koe meanwhile is left out; with nothing left no mail is sent', async () => {
  const { w, owner, cases } = await waiting(['Closed Ltd', 'Given Ltd', 'Read Ltd', 'Open Ltd'])
  const [closed, given, third] = cases
  await closeCase(w.ctx(), { caseId: closed!.caseId, kind: 'dismissed', text: 'A test.' })
  await assignCase(w.ctx(), { caseId: given!.caseId, ownerId: w.admin.id! })
  await w.store.write(async (tx) => tx.update(notifications).set({ readAt: w.now() }).where(eq(notifications.subjectId, third!.caseId))) // prettier-ignore
  w.clock.set(morning)
  await run(w, sendDigests)
  const mail = await rendered(w)
  expect(mail.subject).toBe('1 thing to look at')
  expect(mail.text).toContain('Open Ltd')
  expect(mail.text).not.toMatch(/Closed Ltd|Given Ltd|Read Ltd/)

  // Before it is sent the last one is closed, too.
  const [message] = await digests(w)
  const guard = () => guardOf(w, message!)
  expect(await guard()).toBe(null)
  await closeCase(w.ctx(), { caseId: cases[3]!.caseId, kind: 'dismissed', text: 'A test.' })
  expect(await guard()).toBe('nothing_left')

  const again = await openCase(w, owner, 'Late Ltd')
  await tell(w, again.event, owner.id)
  await closeCase(w.ctx(), { caseId: again.caseId, kind: 'dismissed', text: 'A test.' })
  w.clock.advance(DAY)
  await run(w, sendDigests)
  expect(await Promise.all((await digests(w)).map((mail) => guardOf(w, mail)))).toEqual([
    'nothing_left',
    'nothing_left',
  ])
  expect(await w.store.db.select().from(notifications).where(isNotNull(notifications.digestAt))).toEqual([])
})

test('who has left gets none, and nothing of it waits for ever', async () => {
  const { w, owner } = await waiting()
  await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }).where(eq(users.id, owner.id)))
  w.clock.set(morning)
  await run(w, sendDigests)
  expect(await digests(w)).toEqual([])
  const left = and(eq(notifications.userId, owner.id), isNotNull(notifications.digestAt))
  expect(await w.store.db.select().from(notifications).where(left)).toEqual([])
})

test('a digest whose time falls into the quiet hours waits for their end', async () => {
  const { w, owner } = await waiting()
  await settings(w, owner, { quietFrom: 22 * 60, quietTo: 9 * 60 })
  w.clock.set(morning)
  await run(w, sendDigests)
  expect((await digests(w))[0]!.dueAt).toBe(morning + 30 * 60_000) // 9:00
})

test('it speaks the language of its reader', async () => {
  const { w, owner } = await waiting()
  await w.store.write(async (tx) => tx.update(users).set({ locale: 'ja' }).where(eq(users.id, owner.id)))
  w.clock.set(morning)
  await run(w, sendDigests)
  const mail = await rendered(w)
  expect(mail.subject).toBe('確認が必要なお知らせ：2 件')
  expect(mail.text).toContain('Aoi Trading から 3 点の回答がありました')
})

test('what fails for one person keeps nobody else’s digest, and is tried again', async () => {
  const { w, owner } = await waiting()
  const other = await w.user({ roles: ['csm'] })
  await choose(w, other, { mail: 'digest' })
  await tell(w, (await openCase(w, other)).event, other.id)
  w.clock.set(morning)
  const broken: JobHandler = (ctx, job) => {
    const fingerprint = (email: string) => {
      if (email === owner.email) throw new Error('broken')
      return ctx.keys.fingerprint(email)
    }
    return sendDigests({ ...ctx, keys: { ...ctx.keys, fingerprint } }, job)
  }
  await expect(run(w, broken)).rejects.toThrow('broken')
  const sent = async () => [(await mailsOf(w, owner.id)).length, (await mailsOf(w, other.id)).length]
  expect(await sent()).toEqual([0, 1])
  await run(w, sendDigests)
  expect(await sent()).toEqual([1, 1])
})
