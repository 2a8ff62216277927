import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write } from '#app/audit/context.server.ts'
import { addRecipient, removeRecipient, revokeLinks } from '#app/insights/monthly/change-recipients.server.ts'
import { getMonthly } from '#app/insights/monthly/get-monthly.server.ts'
import { getMonthlyAdmin } from '#app/insights/monthly/get-monthly-settings.server.ts'
import { monthlyToken } from '#app/insights/monthly/monthly-links.server.ts'
import { renderMonthly } from '#app/insights/monthly/render-monthly-mail.server.tsx'
import { saveMonthlySettings } from '#app/insights/monthly/save-monthly-settings.server.ts'
import { guardMonthly, sendMonthly, tryMonthly } from '#app/insights/monthly/send-monthly.server.ts'
import { stopMonthly } from '#app/insights/monthly/stop-monthly.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { messages } from '#db/schema/email.ts'
import { monthlyIssues, monthlyLinks } from '#db/schema/insights.ts'
import { serve } from '#test/access/listener.ts'
import { answer, makeProgram } from '#test/insights/make.ts'
import { world, type World } from '#test/world.ts'

const settings = { enabled: true, workingDay: 3, closeDays: 14, names: 'none' as const, quoted: [] }
/** The third working day of March 2026 at 8 in Tokyo: Wednesday, after Monday and Tuesday. */
const due = Date.parse('2026-03-03T23:00:00Z')

const mails = (w: World) => w.store.db.select().from(messages).orderBy(asc(messages.key))
const linkOf = async (w: World) => (await w.store.db.select().from(monthlyLinks).orderBy(asc(monthlyLinks.id)))[0]!
const readers = async (w: World) => {
  const ids = []
  for (const [email, language] of [
    ['ceo@sora.test', 'en'],
    ['shacho@sora.test', 'ja'],
  ] as const)
    ids.push(await addRecipient(w.ctx(), { email, language }))
  return ids as [string, string]
}

describe('the mail of the month', () => {
  test('goes out once on the working day that is set, to each reader in their language', async () => {
    const w = await world()
    await saveMonthlySettings(w.ctx(), settings)
    await readers(w)
    w.clock.set(due - 1)
    expect(await sendMonthly(w.system())).toBe(0)
    w.clock.set(due)
    // Two workers at the same time, and again an hour later.
    expect(await Promise.all([sendMonthly(w.system()), sendMonthly(w.system())])).toEqual(
      expect.arrayContaining([2, 0]),
    )
    w.clock.advance(HOUR)
    expect(await sendMonthly(w.system())).toBe(0)
    const sent = await mails(w)
    expect(sent.map(({ toEmail, stream }) => [toEmail, stream])).toEqual(
      expect.arrayContaining([
        ['ceo@sora.test', 'report'],
        ['shacho@sora.test', 'report'],
      ]),
    )
    expect(sent.every(({ key }) => key.startsWith('monthly/2026-02/mrc_'))).toBe(true)
    w.clock.set(Date.parse('2026-04-03T00:00:00Z')) // Friday, the third working day of April, 9 in Tokyo
    expect(await sendMonthly(w.system())).toBe(2)
    expect(await mails(w)).toHaveLength(4)
  })

  test('is all or nothing: a crash while it is written leaves neither the month nor a mail', async () => {
    const w = await world()
    await saveMonthlySettings(w.ctx(), settings)
    await readers(w)
    w.clock.set(due)
    const crash = write(w.system(), async (ctx) => {
      expect(await sendMonthly(ctx)).toBe(2)
      throw new Error('the machine stops')
    })
    await expect(crash).rejects.toThrow('the machine stops')
    expect(await mails(w)).toEqual([])
    expect(await w.store.db.select().from(monthlyIssues)).toEqual([])
    expect(await sendMonthly(w.system())).toBe(2)
  })

  test('makes up for a due hour that was slept through, but not for one before it was switched on', async () => {
    const w = await world()
    await readers(w)
    w.clock.set(due + 5 * DAY)
    await saveMonthlySettings(w.ctx(), settings)
    expect(await sendMonthly(w.system())).toBe(0)
    const other = await world()
    await readers(other)
    await saveMonthlySettings(other.ctx(), settings)
    other.clock.set(due + 5 * DAY)
    expect(await sendMonthly(other.system())).toBe(2)
  })

  test('says the figures of the page, and its link opens the page', async () => {
    const w = await world()
    const program = await makeProgram(w)
    for (let i = 0; i < 12; i++) await answer(w, program, { score: i < 9 ? 9 : 3, day: 20_490 })
    await saveMonthlySettings(w.ctx(), settings)
    await readers(w)
    w.clock.set(due)
    await sendMonthly(w.system())
    const sent = await mails(w)
    const of = (email: string) => sent.find(({ toEmail }) => toEmail === email)!
    const [english, japanese] = [of('ceo@sora.test'), of('shacho@sora.test')]
    const mail = await renderMonthly(w.system(), english)
    expect(mail.text).toContain('+50') // 9 promoters − 3 detractors of 12
    expect(mail.text).toContain('n = 12')
    expect(mail.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    expect(mail.text).toContain(`/m/${monthlyToken(w.system(), english.refId)}`)
    expect((await renderMonthly(w.system(), japanese)).subject).toContain('お客様の声')
    // Frozen in the mail, worked out anew on the page, which says so.
    expect((await getMonthly(w.ctx(), { language: 'en' })).mailed).toBeNull()
    await answer(w, program, { score: 0, day: 20_490 })
    expect((await getMonthly(w.ctx(), { language: 'en' })).mailed).toMatchObject({ value: 50, n: 12 })
  })

  test('is not sent to who has left the list since, or was taken off it', async () => {
    const w = await world()
    await saveMonthlySettings(w.ctx(), settings)
    const [ceo, shacho] = await readers(w)
    w.clock.set(due)
    await sendMonthly(w.system())
    const sent = await mails(w)
    const of = (email: string) => sent.find(({ toEmail }) => toEmail === email)!
    const guard = (email: string) => write(w.system(), (ctx) => guardMonthly(ctx, of(email)))
    expect(await guard('ceo@sora.test')).toBeNull()
    await stopMonthly(w.anonymous(), monthlyToken(w.system(), of('ceo@sora.test').refId), 'stopped')
    expect(await guard('ceo@sora.test')).toBe('recipient_stopped')
    await removeRecipient(w.ctx(), { id: shacho })
    expect(await guard('shacho@sora.test')).toBe('link_ended')
    // Who left by themselves is put back by nobody else; who was taken off may be.
    await expect(addRecipient(w.ctx(), { email: 'CEO@sora.test', language: 'en' })).rejects.toMatchObject({
      code: 'recipient_stopped',
    })
    expect(await addRecipient(w.ctx(), { email: 'shacho@sora.test', language: 'ja' })).toBe(shacho)
    await stopMonthly(w.anonymous(), monthlyToken(w.system(), of('ceo@sora.test').refId), 'active')
    const { recipients } = await getMonthlyAdmin(w.ctx())
    expect(recipients.map(({ id, state, links }) => [id, state, links])).toEqual([
      [ceo, 'active', 1],
      [shacho, 'active', 0],
    ])
  })

  test('can be tried by an admin, and then goes to them alone', async () => {
    const w = await world()
    await readers(w)
    expect(await tryMonthly(w.ctx(), { language: 'ja' })).toBe('admin@koe.test')
    const [mail, ...others] = await mails(w)
    expect(others).toEqual([])
    expect(await write(w.system(), (ctx) => guardMonthly(ctx, mail!))).toBeNull()
    expect((await renderMonthly(w.system(), mail!)).headers).toBeUndefined()
    const viewer = await w.user({ roles: ['viewer'] })
    await expect(tryMonthly(w.ctx(viewer.actor), { language: 'en' })).rejects.toMatchObject({ status: 403 })
    await expect(addRecipient(w.ctx(), { email: 'x@y\r\nBcc: z@z.test', language: 'en' })).rejects.toMatchObject({
      code: 'recipient_address',
    })
  })
})

describe('the link of the mail', () => {
  let w: World
  let served: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    w = await world()
    served = await serve(w)
  })
  afterAll(() => served.close())

  const open = (path: string) => served.fetch(path, { method: 'GET', cookie: null, headers: { accept: 'text/html' } })
  const post = (path: string, body: Record<string, string>) =>
    served.fetch(path, {
      method: 'POST',
      body: new URLSearchParams(body),
      cookie: null,
    })

  test('opens one page without an account, until it is ended, has run out, or isn’t ours', async () => {
    await saveMonthlySettings(w.ctx(), settings)
    const [ceo] = await readers(w)
    w.clock.set(due)
    await sendMonthly(w.system())
    const [link] = await w.store.db.select().from(monthlyLinks).where(eq(monthlyLinks.recipientId, ceo))
    const path = `/m/${monthlyToken(w.system(), link!.id)}`
    const page = await open(path)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const html = await page.text()
    expect(html).toContain('Feb 2026')
    expect(html).not.toContain('<script')
    expect((await open(`${path.slice(0, -1)}x`)).status).toBe(410)
    expect((await open('/m/mlk_1.abcdef.AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(410)
    w.clock.advance(61 * DAY)
    expect((await open(path)).status).toBe(410)
    w.clock.set(due + HOUR)
    expect((await open(path)).status).toBe(200)
    expect(await revokeLinks(w.ctx(), { id: ceo })).toBe(1)
    expect((await open(path)).status).toBe(410)
  })

  test('stops the mails by a press or a mail program’s button, never by being opened', async () => {
    const link = await linkOf(w)
    const path = `/m/${monthlyToken(w.system(), link.id)}`
    const state = async () => (await getMonthlyAdmin(w.ctx())).recipients.map((one) => one.state)
    await open(path)
    expect(await state()).toEqual(['active', 'active'])
    expect((await post(path, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect((await state()).toSorted()).toEqual(['active', 'stopped'])
    await post(path, { wish: 'again' })
    expect(await state()).toEqual(['active', 'active'])
    expect((await post(path, { other: '1' })).status).toBe(404)
    expect((await post('/m/nobody', { wish: 'stop' })).status).toBe(404)
  })
})
