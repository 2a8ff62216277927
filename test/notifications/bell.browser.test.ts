import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { helpWords } from '#app/access/help-words.ts'
import { caseWords } from '#app/cases/words.ts'
import { noticeListWords as words } from '#app/notifications/words.ts'
import { frameWords, uiWords } from '#app/ui/words.ts'
import { openBrowser, visitor, type Visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

const { say } = step

let server: Server
let browser: Browser
let me: Visitor
let database: Database.Database

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  me = await visitor(browser, { locale: 'en', viewport: { width: 1280, height: 900 } })
  await step.becomeFirstAdmin(me.page, await firstAdminLink(server))
  database = new Database(join(server.dataDir, 'koe.db'))
  const { id: admin } = database.prepare('select id from users').get() as { id: string }
  const now = Date.now()
  add('accounts', { id: 'acc_1', name: 'Hoshi', name_key: 'hoshi', products: '[]', health: 'unknown', is_internal: 0, owner_id: admin, created_at: now, updated_at: now }) // prettier-ignore
  add('cases', { id: 'cas_1', subject_key: 'acc:acc_1', account_id: 'acc_1', state: 'new', owner_id: admin, severity: 'normal', opened_at: now, reply_due_at: now, rank_at: now, reopened: 0, lock_version: 0 }) // prettier-ignore
  add('notifications', { id: 'ntf_1', user_id: admin, event_id: 'evt_1', kind: 'case_opened', subject_kind: 'case', subject_id: 'cas_1', data: '{}', in_app: 1, at: now }) // prettier-ignore
  for (const [id, name] of [
    ['usr_hana', '佐藤 花子'],
    ['usr_anna', 'Anna Lee'],
  ] as const) {
    const email = `${id}@koe.test`
    add('users', { id, email, email_key: email, name, locale: 'en', state: 'active', created_at: now })
    add('user_roles', { user_id: id, role: 'csm' })
  }
}, 180_000)

/** A row as it stands: what this page shows is made by others, by way of mail and worker. */
function add(table: string, row: Record<string, string | number>) {
  const names = Object.keys(row)
  database.prepare(`insert into ${table} (${names.join()}) values (${names.map(() => '?').join()})`).run(...Object.values(row)) // prettier-ignore
}

afterAll(async () => {
  database?.close()
  await browser?.close()
  await server?.stop()
})

const bell = () => me.page.locator('header a[href="/notifications"]').getAttribute('aria-label')

it('counts what is unread, leads to its case, and is quiet once that was opened; all can be taken back', async () => {
  const { page, complaints } = me
  await page.goto(`${server.url}/help`)
  expect(await bell()).toBe(say(frameWords.bellUnread, { n: 1 }))
  await page.locator('header a[href="/notifications"]').click()
  const list = page.getByRole('list', { name: say(words.title) })
  await list.getByRole('link').click()
  await page.waitForURL(/\/cases\/cas_/)
  expect(await bell()).toBe(say(frameWords.bell))

  database.prepare('update notifications set read_at = null').run() // another came up
  await page.locator('a[href="/help"]').click()
  await expect.poll(bell).toBe(say(frameWords.bellUnread, { n: 1 })) // asked on the way to another page
  await page.goto(`${server.url}/notifications`)
  await page.getByRole('button', { name: say(words.markAll) }).click()
  await page.getByText(say(words.markedAll, { n: 1 })).waitFor()
  await expect.poll(bell).toBe(say(frameWords.bell))
  await page.getByRole('button', { name: say(uiWords.undo) }).click()
  await expect.poll(bell).toBe(say(frameWords.bellUnread, { n: 1 }))
  expect(complaints.splice(0)).toEqual([])
}, 60_000)

it('stays as it was, and so does the page, when the count can’t be asked', async () => {
  const { page, complaints } = me
  await page.goto(`${server.url}/notifications`)
  const before = await bell()
  let refused = 0
  await page.route('**/notifications/count*', (route) => (refused++, route.fulfill({ status: 503, body: 'Busy' })))
  await page.locator('a[href="/help"]').click()
  await page.waitForURL(/\/help/)
  await expect.poll(() => refused).toBeGreaterThan(0)
  await page.waitForTimeout(300)
  expect(await page.locator('h1').textContent()).toBe(say(helpWords.title))
  expect(await bell()).toBe(before)
  await page.unroute('**/notifications/count*')
  complaints.splice(0) // the browser names the 503
}, 60_000)

it('offers colleagues after an @ by the keyboard, and tells those whom the note names', async () => {
  const { page } = me
  await page.goto(`${server.url}/cases`)
  await page.getByRole('button', { name: say(frameWords.shortcuts) }).waitFor() // script runs
  await page.keyboard.press('j')
  await page.waitForURL(/\/cases\/cas_/)
  const text = page.locator('textarea[aria-autocomplete]')
  const offered = page.locator('div[role=listbox]').getByRole('option')
  await text.waitFor()
  await page.keyboard.press('n')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text')
  await page.keyboard.type('Please look, @an')
  await expect.poll(() => offered.allTextContents()).toEqual(['Anna Lee'])
  await page.keyboard.press('Escape')
  expect(await offered.count()).toBe(0)
  await page.keyboard.type('n')
  await offered.first().waitFor()
  await page.keyboard.press('Enter')
  expect(await text.inputValue()).toBe('Please look, @Anna Lee ')
  await page.keyboard.type('and @')
  await expect.poll(() => offered.count()).toBeGreaterThan(1)
  await page.keyboard.type('佐')
  await expect.poll(() => offered.allTextContents()).toEqual(['佐藤 花子'])
  await page.keyboard.press('Tab')
  expect(await text.inputValue()).toBe('Please look, @Anna Lee and @佐藤 花子 ')
  await page.keyboard.press('Tab') // nothing is offered: on to the button
  await page.keyboard.press('Enter')
  await page.getByText(say(caseWords.saidNoted)).waitFor()
  const told = () => database.prepare("select user_id as id from notifications where kind = 'case_mention' order by 1").all() // prettier-ignore
  await expect.poll(told, { timeout: 20_000 }).toEqual([{ id: 'usr_anna' }, { id: 'usr_hana' }])
}, 60_000)
