import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import {
  editChoices,
  editTimes,
  removeHook,
  returnHook,
  setHook,
  tryHook,
} from '#app/notifications/edit-settings.server.ts'
import { getNotificationSettings } from '#app/notifications/get-settings.server.ts'
import type { SendOutcome } from '#app/platform/outgoing-http.server.ts'
import { callHook, hookMessage } from '#app/notifications/call-hook.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { hookTries } from '#app/notifications/hook.ts'
import { noticeTellers } from '#app/mails.server.ts'
import { HOUR, MINUTE } from '#app/platform/day.ts'
import { events } from '#db/schema/audit.ts'
import { users } from '#db/schema/access.ts'
import { notificationSettings } from '#db/schema/notifications.ts'
import { serve } from '#test/access/listener.ts'
import { choose, happened, hookJobs, mailsOf, noticesOf, openCase, run, tell } from '#test/notifications/make.ts'
import { monday, world, type World } from '#test/world.ts'

const address = 'https://hooks.slack.test/services/T000/B000/secretsecret1234'

/** The other side: answers in turn, and remembers what it was sent. */
function chat(...answers: SendOutcome[]) {
  const heard: { url: string; body: unknown }[] = []
  const post = async (url: string, body: unknown): Promise<SendOutcome> => {
    heard.push({ url, body })
    return answers.shift() ?? { ok: true }
  }
  return { heard, post }
}
const refused: SendOutcome = { ok: false, failure: 'http_404', lasting: true }
const away: SendOutcome = { ok: false, failure: 'no_connection', lasting: false }

async function person(over: Parameters<World['user']>[0] = {}) {
  const w = await world()
  const user = await w.user({ roles: ['csm'], ...over })
  return { w, user, ctx: w.ctx(user.actor) }
}

const settingsOf = async (w: World, userId: string) =>
  (await w.store.db.select().from(notificationSettings).where(eq(notificationSettings.userId, userId)))[0]

test('each person sees the kinds that can come to them, and only they are kept', async () => {
  const { w, user, ctx } = await person()
  const before = await getNotificationSettings(ctx)
  expect(before.kinds.map((row) => row.kind)).not.toContain('trouble')
  expect((await getNotificationSettings(w.ctx())).kinds.map((row) => row.kind)).toContain('trouble')
  expect((await getNotificationSettings(w.ctx((await w.user({ roles: ['viewer'] })).actor))).kinds).toEqual([])
  await editChoices(ctx, {
    kinds: [
      { kind: 'case_opened', inApp: true, mail: 'off' },
      { kind: 'trouble', inApp: true, mail: 'now' },
    ],
  })
  const after = await getNotificationSettings(ctx)
  expect(after.kinds.find((row) => row.kind === 'case_opened')).toEqual({ kind: 'case_opened', inApp: true, mail: 'off', hook: false }) // prettier-ignore
  expect(after.kinds.find((row) => row.kind === 'sla_late')).toMatchObject({ mail: 'now' })
  await tell(w, await happened(w), user.id)
  expect([(await noticesOf(w, user.id)).length, (await mailsOf(w, user.id)).length]).toEqual([1, 0])
})

test('another time of the digest moves what waits for it', async () => {
  const { w, user, ctx } = await person()
  await choose(w, user, { mail: 'digest' })
  await tell(w, await happened(w), user.id)
  await editTimes(ctx, { quiet: false, quietFrom: 0, quietTo: 0, digestAt: 660 }) // 11:00, in an hour
  expect((await noticesOf(w, user.id))[0]!.digestAt).toBe(monday + HOUR)
  expect(await settingsOf(w, user.id)).toMatchObject({ quietFrom: null, quietTo: null, digestAt: 660 })
  await editTimes(ctx, { quiet: true, quietFrom: 1200, quietTo: 480, digestAt: 660 })
  expect(await getNotificationSettings(ctx)).toMatchObject({ quiet: true, quietFrom: 1200, quietTo: 480, zone: 'Asia/Tokyo' }) // prettier-ignore
})

test('it does not move what a flood or the quiet hours hold until another time', async () => {
  const { w, user, ctx } = await person()
  // Quiet until 11:00: of seven events five mails come then, and two wait for the digest of 11:15.
  await editTimes(ctx, { quiet: true, quietFrom: 540, quietTo: 660, digestAt: 510 })
  for (let n = 0; n < 7; n++) await tell(w, await happened(w), user.id)
  const waiting = async () => (await noticesOf(w, user.id)).flatMap((row) => row.digestAt ?? [])
  const held = Array(2).fill(monday + HOUR + 15 * MINUTE)
  expect(await waiting()).toEqual(held)
  await editTimes(ctx, { quiet: false, quietFrom: 0, quietTo: 0, digestAt: 1200 })
  expect(await waiting()).toEqual(held)
})

test('a digest comes at a quarter of an hour, since nobody looks between', async () => {
  const { ctx } = await person()
  await expect(editTimes(ctx, { quiet: false, quietFrom: 0, quietTo: 0, digestAt: 547 })).rejects.toThrow('multiple')
  await editTimes(ctx, { quiet: true, quietFrom: 1, quietTo: 2, digestAt: 1425 })
})

test('the address of a webhook is stored encrypted, shown masked, and in no event', async () => {
  const { w, user, ctx } = await person()
  await setHook(ctx, { url: address })
  const row = await settingsOf(w, user.id)
  expect(row!.hookUrl).not.toContain('hooks.slack.test')
  expect(row!.hookUrl).not.toContain('secret')
  expect((await getNotificationSettings(ctx)).hook).toEqual({ shown: 'https://hooks.slack.test/…1234', failedAt: null, failure: null }) // prettier-ignore
  const own = await w.store.db.select().from(events).where(eq(events.type, 'notifications.hook_set'))
  expect(own).toMatchObject([{ actorId: user.id, subjectId: user.id, data: {} }])
  const removed = await removeHook(ctx)
  expect((await getNotificationSettings(ctx)).hook).toBe(null)
  await returnHook(ctx, removed!)
  expect((await getNotificationSettings(ctx)).hook).toMatchObject({ shown: 'https://hooks.slack.test/…1234' })
  await expect(returnHook(ctx, 'made up')).rejects.toMatchObject({ code: 'outgoing_address' })
})

test.each([
  'http://hooks.slack.test/x',
  'https://user:pass@hooks.slack.test/x',
  'https://localhost/x',
  'https://127.0.0.1/x',
  'https://0x7f.1/x',
  'https://[::1]/x',
  'https://[::ffff:10.0.0.1]/x',
  'https://10.1.2.3/x',
  'https://169.254.169.254/latest/meta-data',
  'https://metadata/x',
  'https://printer.local/x',
  'file:///etc/passwd',
  'not an address',
])('the address %s is refused', async (url) => {
  const { w, user, ctx } = await person()
  await expect(setHook(ctx, { url })).rejects.toMatchObject({ code: 'outgoing_address' })
  expect(await settingsOf(w, user.id)).toBe(undefined)
})

async function called(over: Parameters<World['user']>[0] = {}) {
  const { w, user, ctx } = await person(over)
  await setHook(ctx, { url: address })
  const one = await openCase(w, user, 'Aoi & <Trading>')
  await tell(w, one.event, user.id, { data: { responseId: one.response.id } })
  const [job] = await hookJobs(w)
  return { w, user, ctx, one, job: job! }
}

test('a call says in one line what happened and where to look, as Slack takes it', async () => {
  const { w, job, one } = await called()
  const { heard, post } = chat()
  await run(w, callHook(noticeTellers, post), job.payload)
  expect(heard).toEqual([
    {
      url: address,
      body: { text: `Aoi &amp; &lt;Trading&gt; is unhappy (3) and waits for you\nhttp://localhost:3000/cases/${one.caseId}` }, // prettier-ignore
    },
  ])
})

test('a customer whose name is full of marks makes no link, and calls no channel', () => {
  const { text } = hookMessage({ text: '@channel @all [Aoi](https://evil.test) <!here>', path: '/cases/case_1' })
  expect(text).not.toMatch(/@(channel|all)|\]\(|</)
  expect(text.replaceAll('\u200b', '')).toContain('@channel @all [Aoi](https://evil.test) &lt;!here&gt;\n')
})

test('of many calls two are under way, the others come back: a host that is silent stops no other work', async () => {
  const { w, job } = await called()
  let answer = (_: SendOutcome) => {}
  const silence = new Promise<SendOutcome>((resolve) => (answer = resolve))
  let asked = 0
  const handler = callHook(noticeTellers, () => {
    asked++
    return silence
  })
  const all = Array.from({ length: 5 }, () => run(w, handler, job.payload))
  for (const later of all.slice(2)) expect(await later).toEqual({ again: monday + 5_000 })
  answer({ ok: true })
  expect(await Promise.all(all.slice(0, 2))).toEqual([undefined, undefined])
  expect(await run(w, handler, job.payload)).toBe(undefined) // there is room again
  expect(asked).toBe(3)
})

test('what is closed, or whose reader has left, is not told', async () => {
  const { w, job, one, user } = await called()
  const { heard, post } = chat()
  await w.store.write(async (tx) => tx.update(users).set({ state: 'ended' }).where(eq(users.id, user.id)))
  await run(w, callHook(noticeTellers, post), job.payload)
  await w.store.write(async (tx) => tx.update(users).set({ state: 'active' }).where(eq(users.id, user.id)))
  await closeCase(w.ctx(), { caseId: one.caseId, kind: 'dismissed', text: 'A test.' })
  await run(w, callHook(noticeTellers, post), job.payload)
  expect(heard).toEqual([])
})

test('a failure that may pass is tried again, and after the last try stands in the settings until a call goes through', async () => {
  const { w, job, user, ctx } = await called()
  expect(job.maxAttempts).toBe(hookTries)
  const { post } = chat(away, away)
  await expect(run(w, callHook(noticeTellers, post), job.payload, 1)).rejects.toThrow('no_connection')
  expect((await settingsOf(w, user.id))!.hookFailedAt).toBe(null)
  await run(w, callHook(noticeTellers, post), job.payload, hookTries) // does not throw: the job ends, and no admin is alarmed
  expect((await getNotificationSettings(ctx)).hook).toMatchObject({ failedAt: monday, failure: 'no_connection' })
  await run(w, callHook(noticeTellers, post), job.payload)
  expect((await getNotificationSettings(ctx)).hook).toMatchObject({ failedAt: null, failure: null })
})

test('a failure that lasts is not tried again', async () => {
  const { w, job, ctx } = await called()
  await run(w, callHook(noticeTellers, chat(refused).post), job.payload, 1)
  expect((await getNotificationSettings(ctx)).hook).toMatchObject({ failedAt: monday, failure: 'http_404' })
})

test('a test says at once what became of it', async () => {
  const { w, ctx, user } = await called()
  const { heard, post } = chat({ ok: true }, refused)
  expect(await tryHook(ctx, 'ja', post)).toEqual({ ok: true })
  expect(heard[0]!.body).toEqual({ text: 'Koe からのテストです。通知はここに届きます。\nhttp://localhost:3000/settings/notifications' }) // prettier-ignore
  expect(await tryHook(ctx, 'en', post)).toEqual(refused)
  expect((await settingsOf(w, user.id))!.hookFailure).toBe('http_404')
  expect(await tryHook(w.ctx(), 'en', post)).toBe(null) // nobody else's address
})

const open: { close(): Promise<void> }[] = []
afterAll(() => Promise.all(open.map((one) => one.close())))

test('the page saves what its forms send, and never shows the address', async () => {
  const { w, user } = await person()
  const served = await serve(w)
  open.push(served)
  const cookie = await served.signedIn(user.id)
  const send = async (form: Record<string, string>) => {
    const reply = await served.fetch('/settings/notifications', { method: 'POST', cookie, body: new URLSearchParams(form) }) // prettier-ignore
    return [reply.status, await reply.text()] as const
  }
  expect((await send({ intent: 'choices', 'kinds[0].kind': 'case_opened', 'kinds[0].mail': 'digest', 'kinds[0].hook': 'on' }))[0]).toBe(302) // prettier-ignore
  expect((await send({ intent: 'times', quiet: 'on', quietFrom: '20:00', quietTo: '08:00', digestAt: '09:15' }))[0]).toBe(302) // prettier-ignore
  expect((await send({ intent: 'hook', url: address }))[0]).toBe(302)
  const [status, text] = await send({ intent: 'hook', url: 'https://10.0.0.1/x' })
  expect([status, text.includes('This must be a public address')]).toEqual([422, true])
  expect((await send({ intent: 'times', quietFrom: '25:00', quietTo: '08:00', digestAt: '09:15' }))[0]).toBe(400)
  expect(await getNotificationSettings(w.ctx(user.actor))).toMatchObject({
    quiet: true,
    quietFrom: 1200,
    quietTo: 480,
    digestAt: 555,
  })
  const [first] = (await getNotificationSettings(w.ctx(user.actor))).kinds
  expect(first).toEqual({ kind: 'case_opened', inApp: false, mail: 'digest', hook: true })
  const page = await (await served.fetch('/settings/notifications', { cookie })).text()
  expect(page).toContain('hooks.slack.test')
  expect(page).not.toContain('secretsecret')
})
