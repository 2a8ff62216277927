import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countUnread, listNotifications, mostCounted } from '#app/notifications/list-notifications.server.ts'
import { markAllRead, markUnread, openNotice } from '#app/notifications/mark-read.server.ts'
import { pruneNotifications } from '#app/notifications/prune-notifications.server.ts'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { noticeTellers } from '#app/mails.server.ts'
import { notifications } from '#db/schema/notifications.ts'
import { responses } from '#db/schema/responses.ts'
import { serve } from '#test/access/listener.ts'
import { choose, happened, noticesOf, openCase, run, tell } from '#test/notifications/make.ts'
import { insert, type UserRow } from '#test/make.ts'
import { monday, world, type World } from '#test/world.ts'

async function office() {
  const w = await world()
  const user = await w.user({ roles: ['csm'] })
  return { w, user, ctx: w.ctx(user.actor) }
}

/** Lines without events, one a millisecond. */
async function lines(w: World, user: UserRow, n: number, over: Partial<typeof notifications.$inferInsert> = {}) {
  const ids: string[] = []
  for (let i = 0; i < n; i++) {
    w.clock.advance(1)
    const id = newId('ntf', w.now())
    ids.push(id)
    await insert(w.store, notifications, { id, userId: user.id, eventId: id, kind: 'case_opened', subjectKind: 'case', subjectId: 'case_none', data: {}, inApp: true, at: w.now(), ...over }) // prettier-ignore
  }
  return ids
}

test('the list is one’s own, the newest first, in words with a link; what goes by mail alone is not in it', async () => {
  const { w, user, ctx } = await office()
  const one = await openCase(w, user)
  await tell(w, one.event, user.id, { data: { responseId: one.response.id } })
  w.clock.advance(1)
  await tell(w, await happened(w, undefined, one.caseId), user.id, { kind: 'sla_late', data: { clock: 'reply', mark: 100 } }) // prettier-ignore
  await choose(w, user, { kind: 'sla_warning', inApp: false })
  await tell(w, await happened(w, undefined, one.caseId), user.id, { kind: 'sla_warning' })
  await tell(w, await happened(w), (await w.user()).id)
  const { rows, next } = await listNotifications(ctx, noticeTellers)
  expect(rows.map((row) => [row.kind, row.text, row.unread])).toEqual([
    ['sla_late', 'Aoi Trading: the first reply is late', true],
    ['case_opened', 'Aoi Trading is unhappy (3) and waits for you', true],
  ])
  expect(next).toBe(null)
  expect(await countUnread(ctx)).toBe(2)
  expect(await openNotice(ctx, noticeTellers, rows[1]!.id)).toBe(`/cases/${one.caseId}`)
  expect(await countUnread(ctx)).toBe(1)
  expect((await listNotifications(ctx, noticeTellers, { unread: true })).rows).toHaveLength(1)
})

test('pages follow one another without gap or twin, and the count stops at a hundred', async () => {
  const { w, user, ctx } = await office()
  const ids = await lines(w, user, 120)
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listNotifications>> = await listNotifications(ctx, noticeTellers, { after })
    seen.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after)
  expect(seen).toEqual(ids.reverse())
  expect(await countUnread(ctx)).toBe(mostCounted)
})

test('all are marked as read at once, and exactly those are unread again after Undo', async () => {
  const { w, user, ctx } = await office()
  const [old] = await lines(w, user, 3)
  await openNotice(ctx, noticeTellers, old!)
  const other = await w.user()
  await lines(w, other, 1)
  w.clock.advance(1)
  const { n, at } = await markAllRead(ctx)
  expect([n, await countUnread(ctx), await countUnread(w.ctx(other.actor))]).toEqual([2, 0, 1])
  await markUnread(ctx, at)
  expect(await countUnread(ctx)).toBe(2)
  expect((await noticesOf(w, user.id)).find((row) => row.id === old)!.readAt).not.toBe(null)
})

test('a colleague’s notification can’t be opened', async () => {
  const { w, user } = await office()
  const [id] = await lines(w, user, 1)
  await expect(openNotice(w.ctx(), noticeTellers, id!)).rejects.toMatchObject({ status: 404 })
  expect((await noticesOf(w, user.id))[0]!.readAt).toBe(null)
})

test('what is kept from its reader, or gone, says nothing and leads nowhere', async () => {
  const { w, user, ctx } = await office()
  const one = await openCase(w, user, 'Secret Ltd')
  await tell(w, one.event, user.id, { data: { responseId: one.response.id } })
  await w.store.write(async (tx) => tx.update(responses).set({ keptFrom: user.id }).where(eq(responses.id, one.response.id))) // prettier-ignore
  const { rows } = await listNotifications(ctx, noticeTellers)
  expect(rows).toMatchObject([{ text: null, unread: true }])
  expect(await openNotice(ctx, noticeTellers, rows[0]!.id)).toBe(null)
})

test('what was read goes after 90 days, the rest after a year', async () => {
  const { w, user } = await office()
  await lines(w, user, 2, { readAt: monday })
  await lines(w, user, 1)
  w.clock.set(monday + 90 * DAY)
  await lines(w, user, 1, { readAt: w.now() })
  w.clock.set(monday + 91 * DAY)
  await run(w, pruneNotifications)
  expect(await noticesOf(w, user.id)).toHaveLength(2)
  w.clock.set(monday + 366 * DAY)
  await run(w, pruneNotifications)
  expect(await noticesOf(w, user.id)).toHaveLength(0)
})

let served: Awaited<ReturnType<typeof serve>>
let at: Awaited<ReturnType<typeof office>>
beforeAll(async () => {
  at = await office()
  served = await serve(at.w)
})
afterAll(() => served.close())

test('the bell of every page counts, a line leads to its case and is read, all can be marked and taken back', async () => {
  const { w, user, ctx } = at
  const cookie = await served.signedIn(user.id)
  const one = await openCase(w, user)
  await tell(w, one.event, user.id, { data: { responseId: one.response.id } })
  await lines(w, user, 2)
  const page = async (path: string) => (await served.fetch(path, { cookie, headers: { accept: 'text/html' } })).text()
  expect(await page('/help')).toContain('Notifications: 3 unread')
  const html = await page('/notifications')
  expect(html).toContain('Aoi Trading is unhappy (3) and waits for you')
  const [notice] = (await noticesOf(w, user.id)).filter((row) => row.subjectId === one.caseId)
  const opened = await served.fetch(`/notifications/${notice!.id}`, { cookie })
  expect([opened.status, opened.headers.get('location')]).toEqual([302, `/cases/${one.caseId}`])
  expect(await (await served.fetch('/notifications/count', { cookie })).json()).toEqual({ unread: 2 })
  const send = (form: Record<string, string>) =>
    served.fetch('/notifications', { method: 'POST', cookie, body: new URLSearchParams(form) })
  w.clock.advance(1)
  expect((await send({ intent: 'read_all' })).status).toBe(302)
  expect(await countUnread(ctx)).toBe(0)
  expect((await send({ intent: 'unread', at: String(w.now()) })).status).toBe(302)
  expect(await countUnread(ctx)).toBe(2)
})
