import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { viewWords } from '#app/access/view-words.ts'
import { responseWords } from '#app/responses/words.ts'
import { frameWords, uiWords } from '#app/ui/words.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

const { say } = step
const phone = { width: 360, height: 740 }

let server: Server
let browser: Browser
let me: Visitor

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  me = await visitor(browser, { locale: 'en', viewport: { width: 1280, height: 900 } })
  await step.becomeFirstAdmin(me.page, await firstAdminLink(server))
  await step.importCustomers(me.page, server.url, step.customers, 2)
  await step.createProgram(me.page, server.url, 'How are we doing?')
  await step.launch(me.page, 2)
  for (const [email, score, comment] of [
    ['hanako@hoshi.test', 2, 'Nobody called back.'],
    ['uta@umi.test', 10, 'Wonderful people.'],
  ] as const)
    await step.answer(browser, await step.scoreLink(me.page, server.url, email, score), comment)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('rows are walked through and ticked by keys, and the bulk bar takes exactly the ticked ones along', async () => {
  const { page, complaints } = me
  await page.goto(`${server.url}/accounts`)
  await page.getByRole('button', { name: say(frameWords.shortcuts) }).waitFor() // script runs
  const rows = page.getByRole('table').getByRole('checkbox', { name: /^(?!Select all)/ })
  const ticked = () => rows.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked))
  await page.keyboard.press('x') // nothing is focused, so nothing is meant
  expect(await ticked()).toEqual([false, false])
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect.poll(ticked).toEqual([false, true])
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await page.keyboard.press('x')
  await expect.poll(ticked).toEqual([false, true])
  await page.locator('input[name=q]').fill('x')
  await expect.poll(ticked).toEqual([false, true])
  await page.locator('form#owners button').click()
  await page.waitForURL(/\/accounts\/owners\?ids=acc_[^&]+$/)
  expect(complaints.splice(0)).toEqual([])
})

it.each([true, false])('on a phone the facets are a sheet over the list; with script: %s', async (script) => {
  const cookies = await me.context.cookies()
  const { context, page, complaints } = await visitor(browser, {
    javaScriptEnabled: script,
    viewport: phone,
    locale: 'en',
  })
  await context.addCookies(cookies)
  await page.goto(`${server.url}/responses`)
  const sheet = page.getByRole('complementary', { name: say(uiWords.filters) })
  const low = sheet.getByRole('link', { name: new RegExp(`^${say(responseWords.low)}`) })
  expect(await low.isVisible()).toBe(false)
  await sheet.getByText(say(uiWords.filters), { exact: true }).first().click()
  await low.waitFor()
  expect(await low.textContent()).toMatch(/1$/)
  if (script) {
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
  }
  await low.click()
  await page.waitForURL(/class=low/)
  const done = sheet.getByText(say(responseWords.found, { n: 1 }))
  if (script) await done.click() // with script the sheet stays open for the next choice
  await page.getByText('Nobody called back.').first().waitFor()
  await page.getByText('Wonderful people.').first().waitFor({ state: 'detached' })
  await low.waitFor({ state: 'hidden' })
  expect(complaints.splice(0)).toEqual([])
  await context.close()
})

it('a view is saved as a tab, renamed, deleted, and taken back by Undo', async () => {
  const { page, complaints } = me
  await page.goto(`${server.url}/responses?class=low`)
  const tabs = page.getByRole('navigation', { name: say(viewWords.views) })
  await tabs.getByText(say(viewWords.save)).click()
  await tabs.getByLabel(say(viewWords.name)).fill('The unhappy')
  await tabs.getByRole('button', { name: say(uiWords.save) }).click()
  await page.getByText(say(viewWords.saved, { name: 'The unhappy' })).waitFor()

  await page.goto(`${server.url}/responses`)
  await tabs.getByRole('link', { name: 'The unhappy' }).click()
  await page.waitForURL(/class=low/)
  await tabs.locator('a[aria-current=page]', { hasText: 'The unhappy' }).waitFor() // the address changes a moment before the page
  await tabs.getByLabel(say(viewWords.manage, { name: 'The unhappy' })).click()
  expect(await accessibilityFaults(page)).toEqual([])
  await tabs.getByLabel(say(viewWords.name)).fill('Unhappy ones')
  await tabs.getByRole('button', { name: say(viewWords.rename) }).click()
  await page.getByText(say(viewWords.renamed, { name: 'Unhappy ones' })).waitFor()

  await tabs.getByLabel(say(viewWords.manage, { name: 'Unhappy ones' })).click()
  await tabs.getByRole('button', { name: say(uiWords.delete) }).click()
  await page.getByText(say(viewWords.deleted, { name: 'Unhappy ones' })).waitFor()
  await tabs.getByRole('link', { name: 'Unhappy ones' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: say(uiWords.undo) }).click()
  await tabs.getByRole('link', { name: 'Unhappy ones' }).waitFor()
  expect(complaints.splice(0)).toEqual([])
})
