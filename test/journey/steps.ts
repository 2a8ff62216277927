import type { Browser } from 'playwright-core'
import { importWords } from '#app/accounts/import-words.ts'
import { caseWords } from '#app/cases/words.ts'
import { enterWords } from '#app/access/words.ts'
import { deliveryWords } from '#app/delivery/words.ts'
import { translate, type Values, type Word } from '#app/platform/words.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { visitor, type Page } from '#test/browser.ts'

/* What people do with Koe, step by step, through its pages. */

export const say = (word: Word, values?: Values) => translate('en', word, values)

export const admin = { name: 'Aiko Admin', email: 'aiko@sora.test', password: 'a long and quiet password' }

/** By the link of the console: the first admin of a new install. */
export async function becomeFirstAdmin(page: Page, link: string) {
  await page.goto(link)
  await page.locator('[name=organisation]').fill('Sora Software')
  await page.locator('[name=zone]').selectOption('Asia/Tokyo')
  await page.locator('[name=name]').fill(admin.name)
  await page.locator('[name=email]').fill(admin.email)
  await page.locator('[name=password]').fill(admin.password)
  await page.getByRole('button', { name: say(enterWords.firstCreate) }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

export async function signIn(page: Page) {
  await page.locator('[name=email]').fill(admin.email)
  await page.locator('[name=password]').fill(admin.password)
  await page.getByRole('button', { name: say(enterWords.signIn), exact: true }).click()
}

/** Uploads a CSV, takes the guessed columns, checks, applies, waits for the end. */
export async function importCustomers(page: Page, origin: string, csv: string | Buffer, lines: number) {
  await page.goto(`${origin}/imports/new`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: say(importWords.upload) }).click()
  await page.waitForURL(/\/imports\/imp_/)
  await page.getByRole('button', { name: say(importWords.check) }).click()
  await page.getByRole('button', { name: say(importWords.apply, { n: lines }) }).click()
  await page.getByText(say(importWords.done, { n: lines })).waitFor()
}

/** A new NPS program with the standard wording; leaves its page open. */
export async function createProgram(page: Page, origin: string, name: string): Promise<string> {
  await page.goto(`${origin}/programs/new`)
  await page.locator('[name=name]').fill(name)
  await page.getByRole('button', { name: say(surveyWords.create) }).click()
  await page.waitForURL(/\/programs\/[^/]+\/edit/)
  const id = /\/programs\/([^/]+)\/edit/.exec(page.url())![1]!
  await page.goto(`${origin}/programs/${id}`)
  return id
}

/** Sends the program to everybody who may get it, and waits until the last mail has left. */
export async function launch(page: Page, people: number) {
  await page
    .getByRole('main')
    .getByRole('link', { name: say(surveyWords.launch) })
    .first()
    .click()
  const send = page.getByRole('button', { name: say(deliveryWords.send, { n: people }) })
  await send.waitFor()
  const atOnce = page.getByLabel(say(deliveryWords.anyHour)) // there in the evening and on weekends
  if (await atOnce.isVisible()) await atOnce.check()
  await send.click()
  await page.waitForURL(/\/waves\//)
}

/** The address behind a score in somebody's newest survey mail, as the mailbox shows it. */
export const scoreLink = (page: Page, origin: string, email: string, score: number) =>
  mailLink(page, origin, email, `a[href$="?score=${score}"]`)

/** The first address in somebody's newest mail that a selector finds. `about`: what its row says of it, else any. */
export async function mailLink(
  page: Page,
  origin: string,
  email: string,
  selector: string,
  about: string | RegExp = '',
): Promise<string> {
  const row = page.getByRole('row').filter({ hasText: email }).filter({ hasText: about }).getByRole('link').first()
  await refreshUntil(page, `${origin}/mailbox`, () => row.isVisible())
  const mail = `${origin}${await row.getAttribute('href')}`
  await refreshUntil(page, mail, () => page.locator('iframe').isVisible()) // rendered when it is about to be sent
  return (await page.frameLocator('iframe').locator(selector).first().getAttribute('href'))!
}

/** Answers as a customer whose browser runs no script: the link of the mail, a comment, one press. */
export async function answer(browser: Browser, link: string, comment: string): Promise<string> {
  const { context, page } = await visitor(browser, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    locale: 'en',
  })
  await page.goto(link)
  await page.waitForTimeout(800) // a person reads; a press within 700 ms is a machine's
  await page.locator('[name=comment]').fill(comment)
  await page.locator('button.go').click()
  const said = (await page.locator('h1').textContent()) ?? ''
  await context.close()
  return said.trim()
}

/** From the queue: talks to the customer, then resolves. */
export async function resolveCase(page: Page, origin: string, account: string) {
  await page.goto(`${origin}/cases`)
  await page.getByRole('link', { name: account, exact: true }).click()
  await page.waitForURL(/\/cases\/\w+$/)
  await page.getByRole('button', { name: say(caseWords.claim) }).click()
  await page.getByText(say(caseWords.saidClaimed)).first().waitFor()
  await page.locator('label', { has: page.locator('[name=kind][value=call]') }).click()
  await page.locator('textarea[name=text]').first().fill('Called and apologised.')
  await page.getByRole('button', { name: say(caseWords.record) }).click()
  await page.getByText(say(caseWords.saidContacted)).first().waitFor()
  await page.locator('summary', { hasText: say(caseWords.resolve) }).click()
  await page.locator('[name=cause]').selectOption('support')
  await page.locator('[name=action]').selectOption('fix')
  await page.getByRole('button', { name: say(caseWords.resolve), exact: true }).click()
  await page.getByText(say(caseWords.saidResolved)).first().waitFor()
}

/** Work in the background takes its time: looks again until it is there. */
export async function refreshUntil(page: Page, url: string, there: () => Promise<boolean>) {
  for (;;) {
    await page.goto(url)
    if (await there()) return
    await page.waitForTimeout(250)
  }
}

export const customers = [
  'company,name,email,language,plan',
  'Hoshi Trading,Hanako Hoshi,hanako@hoshi.test,en,pro',
  'Umi Foods,Uta Umi,uta@umi.test,en,basic',
].join('\r\n')
