import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { askingWords } from '#app/advocacy/asking/words.ts'
import { listWords } from '#app/advocacy/lists/words.ts'
import { accessibilityFaults, openBrowser, visitor, type Visitor } from '#test/browser.ts'
import { say } from '#test/journey/steps.ts'
import { startServer, type Server } from '#test/server.ts'

let server: Server
let browser: Browser
let me: Visitor

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ KOE_DEMO: '1' }), openBrowser()])
  await vi.waitFor(() => expect(addresses().length).toBeGreaterThanOrEqual(40), { timeout: 240_000, interval: 500 })
  me = await visitor(browser, { locale: 'en', viewport: { width: 1440, height: 1000 } })
  await me.page.goto(`${server.url}/sign-in`)
  await me.page.locator('[name=email]').fill('marketer@kumoi.example')
  await me.page.locator('[name=password]').fill(/with the password (\S+)/.exec(server.output())![1]!)
  await me.page.locator('[name=password]').press('Enter')
  await me.page.waitForURL((url) => url.pathname === '/')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Promoters of the demo who can be asked for a review, one of each account. */
const addresses = () =>
  readDb((db) =>
    db
      .prepare(
        `select min(c.email) as email from ask_standings s join contacts c on c.id = s.contact_id
         where s.kind = 'review' and s.blocks = 0 group by c.account_id order by 1 limit 50`,
      )
      .all(),
  ) as { email: string }[]

function readDb<T>(run: (db: Database.Database) => T): T {
  const db = new Database(join(server.dataDir, 'koe.db'), { readonly: true })
  try {
    return run(db)
  } finally {
    db.close()
  }
}

it('fifty customers are asked from a list in at most ten interactions', async () => {
  const { page } = me
  const people = addresses()
  const words = 'Dear {name}, this one is for you alone.'
  const csv = ['email,subject,text', ...people.map(({ email }, i) => (i === 0 ? `${email},For you,"${words}"` : `${email},,`)), 'nobody@nowhere.test,,'].join('\r\n') // prettier-ignore
  let interactions = 0
  const act = async (run: () => Promise<unknown>) => {
    interactions++
    await run()
  }
  const press = (name: string) => act(() => page.getByRole('button', { name }).first().click())

  await page.goto(`${server.url}/asks/who?kind=review`)
  await act(() => page.getByRole('link', { name: say(listWords.asksFromList) }).click())
  await page.waitForURL(/\/asks\/list\?kind=review/)
  await act(() => page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })) // prettier-ignore
  await press(say(listWords.check))
  await page.getByText(say(listWords.canCount, { can: people.length, cannot: 1 })).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await press(say(listWords.reserve, { n: people.length }))
  await page.waitForURL(/\/asks\/write/)
  await page.getByText(say(askingWords.own)).waitFor()
  // Once for each language that the fifty speak.
  const sends = page.getByRole('button', { name: say(askingWords.send) })
  for (let left = await sends.count(); left > 0; left--) {
    await press(say(askingWords.send))
    await expect.poll(() => sends.count(), { timeout: 20_000 }).toBe(left - 1)
  }
  await page.waitForURL(/\/asks$/)
  expect(interactions).toBeLessThanOrEqual(10)
  const queued = readDb((db) => db.prepare(`select subject, body from asks where state = 'queued' and kind = 'review'`).all()) as { subject: string; body: string }[] // prettier-ignore
  expect(queued).toHaveLength(people.length)
  expect(queued.filter((one) => one.subject === 'For you')).toEqual([{ subject: 'For you', body: expect.stringMatching(/^Dear .+, this one is for you alone\.$/) }]) // prettier-ignore
  expect(me.complaints).toEqual([])
}, 120_000)
