import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchWords as words } from '#app/ui/search-words.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Page, type Visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

let server: Server
let browser: Browser
let me: Visitor

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  me = await visitor(browser, { locale: 'en' })
  await step.becomeFirstAdmin(me.page, await firstAdminLink(server))
  await step.importCustomers(me.page, server.url, step.customers, 2)
  await step.createProgram(me.page, server.url, 'How are we doing?')
  await step.launch(me.page, 2)
  const link = await step.scoreLink(me.page, server.url, 'hanako@hoshi.test', 3)
  await step.answer(browser, link, 'サポートの対応が遅いです。')
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Of the palette: a page may have boxes to choose from of its own. */
const field = (page: Page) => page.getByRole('dialog').getByRole('combobox')
const options = (page: Page) => page.getByRole('option')
const chosen = (page: Page) => page.locator('[role=option][aria-selected=true]')

async function openPalette(page: Page) {
  await page.getByRole('link', { name: step.say(words.placeholder) }).waitFor()
  await page.locator('kbd').first().waitFor({ state: 'attached' }) // script runs
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
}

describe('the search over everything', () => {
  it('opens by Ctrl K, is walked by arrows, opens a choice by Enter, remembers it and closes by Esc', async () => {
    const { page, complaints } = me
    await page.goto(server.url)
    await openPalette(page)
    await field(page).fill('hanako')
    await options(page).filter({ hasText: 'Hanako Hoshi' }).first().waitFor()
    const first = await chosen(page).textContent()
    await page.keyboard.press('ArrowDown')
    expect(await chosen(page).textContent()).not.toBe(first)
    await page.keyboard.press('ArrowUp')
    expect(await chosen(page).textContent()).toBe(first)
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen(page).getAttribute('id'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/contacts\/con_/)
    expect(await field(page).count()).toBe(0)
    await openPalette(page)
    await page
      .getByRole('group', { name: step.say(words.recent) })
      .getByText('Hanako Hoshi')
      .waitFor()
    await page.keyboard.press('Escape')
    await field(page).waitFor({ state: 'detached' })
    expect(complaints.splice(0)).toEqual([])
  })

  it('finds a comment by two characters seconds after it was written', async () => {
    const { page } = me
    await expect
      .poll(
        async () => {
          await page.goto(`${server.url}/search?q=対応`)
          return page.getByRole('main').textContent()
        },
        { timeout: 15_000 },
      )
      .toContain('サポートの対応が遅いです。')
    await openPalette(page)
    await field(page).fill('遅い')
    await page.locator('[role=option] mark').first().waitFor()
    expect(await page.locator('[role=option] mark').first().textContent()).toBe('遅い')
  })

  it('leaves the Enter that ends a composition alone', async () => {
    const { page } = me
    await page.goto(server.url)
    await openPalette(page)
    await field(page).fill('hoshi')
    await options(page).filter({ hasText: 'Hoshi' }).first().waitFor()
    await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
    await field(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true })
    await page.waitForTimeout(200)
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await field(page).count()).toBe(1)
  })

  it('does what can be done at once: the theme changes', async () => {
    const { page } = me
    await page.goto(server.url)
    await openPalette(page)
    await field(page).fill('ダーク')
    await options(page).filter({ hasText: 'Dark theme' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('html[data-theme=dark]').waitFor()
    await page.evaluate(() => fetch('/preferences', { method: 'POST', body: new URLSearchParams({ theme: 'system' }) }))
  })

  it.each([1440, 360])('has no fault that axe finds, and fits, %i wide', async (width) => {
    const { page, complaints } = me
    await page.setViewportSize({ width, height: 800 })
    await page.goto(server.url)
    await openPalette(page)
    const faults: string[] = []
    for (const typed of ['', 'hoshi', 'nothing like this 無']) {
      await field(page).fill(typed)
      await page.waitForTimeout(600)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        faults.push(...(await accessibilityFaults(page)).map((fault) => `“${typed}” ${colorScheme}: ${fault}`))
      }
    }
    await page.emulateMedia({ colorScheme: 'light' })
    expect({ faults, wide: await overflows(page), complaints: complaints.splice(0) }).toEqual({ faults: [], wide: false, complaints: [] }) // prettier-ignore
  })

  it('is a page of its own without script', async () => {
    const state = await me.context.storageState()
    const { page, context } = await visitor(browser, { locale: 'en', javaScriptEnabled: false, storageState: state })
    await page.goto(server.url)
    await page.getByRole('link', { name: step.say(words.placeholder) }).click()
    await page.locator('[name=q]').fill('hoshi')
    await page
      .getByRole('main')
      .getByRole('button', { name: step.say(words.search), exact: true })
      .click()
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Hoshi Trading/ })
      .first()
      .click()
    expect(new URL(page.url()).pathname).toMatch(/^\/accounts\/acc_/)
    await context.close()
  })
})
