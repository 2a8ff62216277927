import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { manyForm } from '#app/cases/components/change-many.tsx'
import { manyWords } from '#app/cases/many-words.ts'
import { queueWords } from '#app/cases/queue-words.ts'
import { caseWords } from '#app/cases/words.ts'
import { frameWords, uiWords } from '#app/ui/words.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

const { say } = step

let server: Server
let browser: Browser
let me: Visitor

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  me = await visitor(browser, { locale: 'en', viewport: { width: 1440, height: 900 } })
  await step.becomeFirstAdmin(me.page, await firstAdminLink(server))
  await step.importCustomers(me.page, server.url, step.customers, 2)
  await step.createProgram(me.page, server.url, 'How are we doing?')
  await step.launch(me.page, 2)
  for (const [email, comment] of [
    ['hanako@hoshi.test', 'Nobody called back.'],
    ['uta@umi.test', 'The export is broken.'],
  ] as const)
    await step.answer(browser, await step.scoreLink(me.page, server.url, email, 2), comment)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('marks cases by a key, changes them at once by Enter in the field, and takes it back', async () => {
  const { page, complaints } = me
  const rows = page.getByRole('list', { name: say(caseWords.queue) }).getByRole('listitem')
  await page.goto(`${server.url}/cases`)
  await page.getByRole('button', { name: say(frameWords.shortcuts) }).waitFor() // script runs
  for (const n of [0, 1]) {
    await page.keyboard.press('j')
    await expect.poll(() => rows.nth(n).locator('a[aria-current]').count()).toBe(1)
    await page.keyboard.press('s')
    await page.getByText(say(manyWords.chosen, { n: n + 1 })).waitFor()
  }
  await page.locator(`#${manyForm} [name=tag]`).fill('Export')
  await page.keyboard.press('Enter')
  await page.getByText(say(manyWords.done, { n: 2 })).waitFor()
  expect(await rows.getByText('export', { exact: true }).count()).toBe(2)
  expect(await page.getByText(say(manyWords.many)).count()).toBe(1) // nothing is chosen any more
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: say(uiWords.undo) }).click()
  await expect.poll(() => rows.getByText('export', { exact: true }).count()).toBe(0)
  expect(complaints.splice(0)).toEqual([])
}, 60_000)

it('is worked by keys alone: open, take, write down, resolve, and after the end of one the next is there', async () => {
  const { page, complaints } = me
  const title = page.getByRole('heading', { level: 1 })
  const rows = page.getByRole('list', { name: say(caseWords.queue) }).getByRole('listitem')
  await page.goto(`${server.url}/cases`)
  await page.getByRole('button', { name: say(frameWords.shortcuts) }).waitFor() // script runs
  await rows.nth(1).waitFor()
  await page.keyboard.press('j')
  await page.waitForURL(/\/cases\/cas_/)
  await expect.poll(() => title.textContent()).not.toBe(say(caseWords.queue))
  const first = await title.textContent()
  await page.keyboard.press('j')
  await expect.poll(() => title.textContent()).not.toBe(first)
  expect(await rows.count()).toBe(2) // the list stays
  await page.goBack()
  await expect.poll(() => title.textContent()).toBe(first)

  await page.keyboard.press('c')
  await page.getByText(say(caseWords.saidClaimed)).waitFor()
  await page.keyboard.press('p')
  await page.keyboard.type('Called, and jumped to no shortcut: c j r x.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText(say(caseWords.saidContacted)).waitFor()
  await page.keyboard.press('r')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('cause')
  await page.locator('[name=cause]').selectOption('support')
  await page.locator('[name=action]').selectOption('fix')
  await page.getByRole('button', { name: say(caseWords.resolve), exact: true }).click()
  await page.getByText(say(caseWords.saidResolved)).waitFor()
  await page.keyboard.press('x')
  await page.getByText(say(queueWords.saidClosedNext, { name: first ?? '' })).waitFor()
  expect(await title.textContent()).not.toBe(first)
  expect(await rows.count()).toBe(1)
  expect(complaints.splice(0)).toEqual([])
}, 60_000)

it('shows its keys by ?, holds the focus meanwhile and gives it back; they can be switched off', async () => {
  const { page } = me
  const dialog = page.getByRole('dialog')
  await page.goto(`${server.url}/cases`)
  const opener = page.getByRole('button', { name: say(frameWords.shortcuts) })
  await opener.focus()
  await page.keyboard.press('?')
  await dialog.waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  for (let n = 0; n < 6; n++) await page.keyboard.press('Tab')
  expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  // The dialog gives it back in a task of its own, after it is gone.
  await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await dialog.count()).toBe(0)

  await page.keyboard.press('?')
  await dialog.getByRole('checkbox', { name: say(frameWords.keysOn) }).click()
  await dialog.getByRole('button', { name: say(uiWords.close) }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  await page.waitForTimeout(300)
  expect(new URL(page.url()).pathname).toBe('/cases')
  expect(await dialog.count()).toBe(0)
  await opener.click()
  await dialog.getByRole('checkbox', { name: say(frameWords.keysOn) }).click()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.waitForURL((url) => url.pathname === '/')
}, 60_000)

it('fires nothing while an input method composes', async () => {
  const { page } = me
  await page.goto(`${server.url}/cases`)
  await page.getByRole('button', { name: say(frameWords.shortcuts) }).waitFor()
  await page.evaluate(() => {
    const composing = new KeyboardEvent('keydown', { key: 'j', bubbles: true, isComposing: true })
    document.body.dispatchEvent(composing)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', keyCode: 229, bubbles: true }))
  })
  await page.waitForTimeout(300)
  expect(new URL(page.url()).pathname).toBe('/cases')
})

it('is a list and then a case on a phone, without script too', async () => {
  const cookies = await me.context.cookies()
  const { context, page } = await visitor(browser, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    locale: 'en',
  })
  await context.addCookies(cookies)
  await page.goto(`${server.url}/cases?scope=all`)
  const list = page.getByRole('list', { name: say(caseWords.queue) })
  await list.getByRole('link').first().click()
  expect(page.url()).toMatch(/\/cases\/cas_\w+\?scope=all$/)
  expect(await list.isVisible()).toBe(false)
  expect(await overflows(page)).toBe(false)
  await page
    .getByRole('navigation', { name: say(uiWords.whereAmI) })
    .getByRole('link')
    .click()
  expect(await list.isVisible()).toBe(true)
  await context.close()
})
