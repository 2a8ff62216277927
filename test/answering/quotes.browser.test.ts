import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { drafted, linkOf, openProof, rowOf, step } from '#test/advocacy/quoting.ts'
import { placeOf } from '#test/answering/place.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Page } from '#test/browser.ts'
import { startServer, type Server } from '#test/server.ts'
import type { World } from '#test/world.ts'

let server: Server
let place: Awaited<ReturnType<typeof placeOf>>
let w: World
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  place = await placeOf(server)
  w = place as unknown as World
  browser = await openBrowser()
  await place.user({ id: 'usr_admin', name: 'Aiko Admin', roles: ['admin'] })
})
afterAll(async () => {
  await browser.close()
  await place.close()
  await server.stop()
})

/** Fits a phone, with targets of a finger's size, and no fault that axe finds in either theme. */
async function sound(page: Page) {
  expect(await overflows(page)).toBe(false)
  const small = await page
    .locator('main :is(button, summary, textarea, .o):visible')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44))
  expect(small).toEqual([])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await accessibilityFaults(page)).toEqual([])
  }
}

it('on a phone without script a customer corrects, looks, approves and takes back; page and block follow at once', async () => {
  const { id } = await drafted(w)
  await step(w, id, 'send')
  await openProof(w)
  const link = `${server.url}/q/${await linkOf(w, id)}`
  const phone = { viewport: { width: 360, height: 740 }, locale: 'en' }
  const { page } = await visitor(browser, { ...phone, javaScriptEnabled: false })
  const reader = await visitor(browser, phone)
  const site = createServer((_, res) => res.setHeader('content-type', 'text/html').end(`<iframe src="${server.url}/proof/embed" title="x" width="340" height="400"></iframe>`)) // prettier-ignore
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  const foreign = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`
  const shown = async (text: string) => {
    await reader.page.goto(`${server.url}/proof`)
    const onPage = await reader.page.getByText(text).count()
    await reader.page.goto(foreign)
    return [onPage, await reader.page.frameLocator('iframe').getByText(text).count()]
  }

  await page.goto(link)
  await page.locator('summary').click()
  await page.locator('textarea').fill('A day less at month end.')
  await page.locator('[name=title]').uncheck()
  await page.waitForTimeout(800) // a person reads; a press within 700 ms is a machine's
  await page.locator('button[value=preview]').click()
  expect(await page.locator('blockquote').textContent()).toBe('A day less at month end.')
  await page.waitForTimeout(800)
  await page.locator('button[value=approve]').click()
  await page.locator('h1', { hasText: 'you approved this' }).waitFor()
  expect(await shown('A day less')).toEqual([0, 0])
  await step(w, id, 'publish')
  expect(await shown('A day less')).toEqual([1, 1])
  await page.goto(link)
  await page.waitForTimeout(800)
  await page.locator('button.go').click()
  await page.locator('h1', { hasText: 'Taken back' }).waitFor()
  expect(await shown('A day less')).toEqual([0, 0])
  expect((await rowOf(w, id)).state).toBe('withdrawn')
  expect(reader.complaints).toEqual([])
  site.close()
})

it.each(['en', 'ja'])(
  'the pages of a quote in %s have no fault that axe finds, and run under their own policy',
  async (lang) => {
    const { id } = await drafted(w)
    await step(w, id, 'send')
    await openProof(w)
    const { page, complaints } = await visitor(browser, { viewport: { width: 360, height: 740 } })
    const asked = `${server.url}/q/${await linkOf(w, id)}?lang=${lang}`
    await page.goto(asked)
    await page.locator('summary').click()
    await sound(page)
    await page.waitForTimeout(800)
    await page.locator('button[value=approve]').click()
    await page.waitForURL(/\?lang=/)
    await sound(page)
    await step(w, id, 'publish')
    for (const path of ['/proof', '/proof/embed']) {
      await page.goto(`${server.url}${path}?lang=${lang}`)
      expect(await page.locator('figure').count()).toBeGreaterThan(0)
      await sound(page)
    }
    expect(complaints).toEqual([])
  },
)
