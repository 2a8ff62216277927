import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { replyWords } from '#app/cases/replies/words.ts'
import { actionWords, caseWords, causeWords, stateWords } from '#app/cases/words.ts'
import { frameWords } from '#app/ui/words.ts'
import { openBrowser, visitor, type Visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'
import { actions, causes } from '#db/enums/cases.ts'

const { say } = step

const companies = Array.from({ length: 10 }, (_, i) => ({ name: `Company ${i}`, email: `person${i}@company${i}.test` }))
const customers = ['company,name,email,language', ...companies.map(({ name, email }, i) => `${name},Person ${i},${email},en`)].join('\r\n') // prettier-ignore

let server: Server
let browser: Browser
let me: Visitor

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  me = await visitor(browser, { locale: 'en', viewport: { width: 1440, height: 1000 } })
  await step.becomeFirstAdmin(me.page, await firstAdminLink(server))
  await step.importCustomers(me.page, server.url, customers, companies.length)
  await step.createProgram(me.page, server.url, 'How are we doing?')
  await step.launch(me.page, companies.length)
  for (const { email } of companies)
    await step.answer(browser, await step.scoreLink(me.page, server.url, email, 2), 'Your support never called back.')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Two hands on a keyboard; nothing here takes a selector, so whatever has the focus gets what is typed. */
function keyboard() {
  const { page } = me
  let interactions = 0
  return {
    /** A key chord. */
    async press(chord: string) {
      interactions++
      await page.keyboard.press(chord)
    },
    /** A field filled, gone to by Tab unless it has the focus already. A select takes the beginning of a choice. */
    async fill(text: string, { tab = false } = {}) {
      interactions++
      if (tab) await page.keyboard.press('Tab')
      await page.keyboard.type(text)
    },
    /** Since it was asked last. */
    count() {
      const n = interactions
      interactions = 0
      return n
    },
  }
}

const nameOf = (field: string) => me.page.evaluate((name) => document.activeElement?.getAttribute('name') === name, field) // prettier-ignore
const firstWord = (text: string) => text.split(' ')[0]!
const causeOf = (i: number) => causes[i % causes.length]!
const actionOf = (i: number) => actions[i % actions.length]!

it('works ten cases from the keyboard alone, an ordinary one in at most eight interactions', async () => {
  const { page, complaints } = me
  const hands = keyboard()
  const title = page.getByRole('heading', { level: 1 })
  const rows = page.getByRole('list', { name: say(caseWords.queue) }).getByRole('listitem')
  const open = rows.locator('a[aria-current=page]')
  const mayResolve = page.locator('summary[data-keys=r]')
  const templates = page.getByRole('listbox', { name: say(replyWords.offered) }).getByRole('option')
  const writes = page.locator('button[data-keys=i]')

  /** Goes to the next case, or back, and reads it. @returns whose it is */
  async function go(key: 'j' | 'k') {
    const before = await title.textContent()
    await hands.press(key)
    await expect.poll(() => title.textContent()).not.toBe(before)
    await writes.waitFor()
    const name = (await title.textContent())!
    await expect.poll(() => open.textContent()).toBe(name)
    return name
  }
  async function replyFromTemplate() {
    await hands.press('i')
    await templates.first().waitFor()
    await hands.press('Enter')
    await expect.poll(() => nameOf('text')).toBe(true)
    await hands.press('Control+Enter')
    await mayResolve.waitFor()
  }
  async function resolve(i: number) {
    await hands.press('r')
    await expect.poll(() => nameOf('cause')).toBe(true)
    await hands.fill(firstWord(say(causeWords[causeOf(i)])))
    await hands.fill(firstWord(say(actionWords[actionOf(i)])), { tab: true })
    await hands.press('Control+Enter')
    await expect.poll(() => rows.getByText(say(stateWords.resolved), { exact: true }).count()).toBe(i + 1)
  }

  await page.goto(`${server.url}/cases`)
  await page.getByRole('button', { name: say(frameWords.shortcuts) }).waitFor() // script runs
  await expect.poll(() => rows.count()).toBe(companies.length)
  const worked: string[] = []

  // The first with all that there is: looked at the next and come back, taken, a note, a call.
  const first = await go('j')
  await go('j')
  expect(await go('k')).toBe(first)
  await hands.press('c')
  await page.getByText(say(caseWords.saidClaimed)).waitFor()
  await hands.press('n')
  await expect.poll(() => nameOf('text')).toBe(true)
  await hands.fill('Asked the support team: c j r x.')
  await hands.press('Control+Enter')
  await page.getByText(say(caseWords.saidNoted)).waitFor()
  await hands.press('p')
  await expect.poll(() => nameOf('text')).toBe(true)
  await hands.fill('Called, and explained.')
  await hands.press('Control+Enter')
  await mayResolve.waitFor()
  await resolve(0)
  worked.push(first)
  hands.count()

  // The others as most are: open, read, reply from a template, resolve with its cause.
  const counts: number[] = []
  for (let i = 1; i < companies.length; i++) {
    worked.push(await go('j'))
    await replyFromTemplate()
    await resolve(i)
    counts.push(hands.count())
  }
  expect(Math.max(...counts)).toBeLessThanOrEqual(8)
  expect(new Set(worked).size).toBe(companies.length)
  expect(complaints.splice(0)).toEqual([])

  const database = new Database(join(server.dataDir, 'koe.db'), { readonly: true })
  const found = database.prepare('select a.name, c.state, c.cause, c.action from cases c join accounts a on a.id = c.account_id').all() as { name: string }[] // prettier-ignore
  const mails = database.prepare("select count(*) as n from messages where template = 'cases.reply'").get()
  database.close()
  const byOrder = found.sort((a, b) => worked.indexOf(a.name) - worked.indexOf(b.name))
  expect(byOrder).toEqual(
    worked.map((name, i) => ({ name, state: 'resolved', cause: causeOf(i), action: actionOf(i) })),
  )
  expect(mails).toEqual({ n: 9 })
}, 180_000)
