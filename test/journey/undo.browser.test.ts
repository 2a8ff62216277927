import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { undoWords } from '#app/accounts/import-undo-words.ts'
import { accessibilityFaults, openBrowser, visitor } from '#test/browser.ts'
import { becomeFirstAdmin, importCustomers, say } from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

let server: Server
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('an import is undone from its page, with what would go named before and what stayed listed after, on a phone', async () => {
  const { page, complaints } = await visitor(browser, {
    locale: 'en',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 360, height: 740 },
  })
  await becomeFirstAdmin(page, await firstAdminLink(server))
  const lines = [
    'Company,Email,Name',
    'Acme,ann@acme.example,Ann',
    'Acme,ben@acme.example,Ben',
    'Birch,cid@birch.example,Cid',
  ]
  await importCustomers(page, server.url, lines.join('\n'), 3)
  const imported = page.url()
  await page.goto(`${server.url}/contacts?q=cid`)
  await page.getByRole('main').getByRole('link', { name: 'Cid', exact: true }).first().click()
  await page.waitForURL(/\/contacts\/con_/)
  await page.goto(`${page.url()}/edit`)
  await page.locator('[name=title]').fill('Chair')
  await page.locator('[name=title]').press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'))

  await page.goto(imported)
  await page.getByRole('link', { name: say(undoWords.open) }).click()
  await page.getByText(say(undoWords.staysWhy)).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: say(undoWords.act) }).click()
  const gone = `${say(undoWords.accountsN, { n: 1 })}, ${say(undoWords.contactsN, { n: 2 })}`
  await page.getByText(say(undoWords.confirmRows, { list: gone })).waitFor()
  await page.getByRole('button', { name: say(undoWords.confirm), exact: true }).click()
  await page.getByText(say(undoWords.undone)).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Cid' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.goto(`${server.url}/contacts`)
  expect(await page.getByRole('main').getByRole('link', { name: 'Ann' }).count()).toBe(0)
  expect(complaints).toEqual([])
  await page.context().close()
})
