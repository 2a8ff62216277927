import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { responses } from '#db/schema/responses.ts'
import { openedDoor, signedContact } from '#test/answering/doors.ts'
import { placeOf } from '#test/answering/place.ts'
import { accessibilityFaults, openBrowser, visitor } from '#test/browser.ts'
import { startServer, type Server } from '#test/server.ts'

let server: Server
let place: Awaited<ReturnType<typeof placeOf>>
let browser: Browser
let product: HttpServer
let home: string
let at: Awaited<ReturnType<typeof openedDoor>>
/** What stands on the product's page beside its own text. */
let script = ''
beforeAll(async () => {
  server = await startServer()
  place = await placeOf(server)
  browser = await openBrowser()
  // The product: another origin, with a strict policy of its own.
  product = createServer((_req, res) => {
    const policy = `default-src 'self'; script-src 'self' 'unsafe-inline' ${server.url}; connect-src ${server.url}; style-src 'self'; img-src data:`
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    res.end(
      `<!doctype html><html lang="en"><title>Product</title><link rel="icon" href="data:,"><main><h1>Product</h1><label>Search <input></label><button id="b">Close the ticket</button></main>${script}`,
    )
  }).listen(0, 'localhost')
  await new Promise((resolve) => product.once('listening', resolve))
  home = `http://localhost:${(product.address() as AddressInfo).port}`
  at = await openedDoor(place, { kind: 'widget', origins: home })
})
afterAll(async () => {
  await browser.close()
  product.close()
  await place.close()
  await server.stop()
})

let people = 0
async function embed(attributes = '') {
  const externalId = `user-${++people}`
  const account = await place.account({ ownerId: (await place.user({ roles: ['csm'] })).id })
  const contact = await place.contact({ accountId: account.id, externalId, language: 'en' })
  const signed = signedContact(at.secret, { sub: externalId, exp: Math.floor(Date.now() / 1000) + 600 })
  script = `<script src="${server.url}/widget.js" data-door="${at.token}" data-contact="${signed}" ${attributes} async></script>`
  return contact
}
const answersOf = (contactId: string) =>
  place.store.db.select().from(responses).where(eq(responses.contactId, contactId))

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([320, 1280])('the widget has no accessibility fault and large targets at %i px', async (width) => {
    await embed(colorScheme === 'dark' ? 'data-lang="ja"' : '')
    const { page, context, complaints } = await visitor(browser, { viewport: { width, height: 800 }, colorScheme })
    await page.goto(home)
    await page.getByRole('dialog').waitFor()
    const sizes = await page
      .locator('[role=dialog] :is(button, .s label)')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map((box) => Math.min(box.width, box.height).toFixed(2)),
      )
    expect(sizes).toHaveLength(13)
    expect(Math.min(...sizes.map(Number))).toBeGreaterThanOrEqual(44)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await context.cookies()).toEqual([])
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })
})

it('the keyboard alone answers, the answer is the signed person’s, and the focus goes back', async () => {
  const contact = await embed('data-ask="later"')
  const { page, context, complaints } = await visitor(browser)
  await page.goto(home)
  await page.waitForFunction(() => 'koe' in window)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.locator('#b').focus()
  await page.evaluate(() => (window as unknown as { koe: { ask(): void } }).koe.ask())
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Tab') // close
  await page.keyboard.press('Tab') // the scores
  await page.keyboard.press('Space')
  expect(await page.getByLabel('What went wrong, and what should we put right first?').count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.type('slow since Monday')
  await page.waitForTimeout(800) // a person reads the question first
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await answersOf(contact.id)).toMatchObject([{ score: 1, comment: 'slow since Monday', state: 'counted' }])
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('b')
  await page.reload()
  await page.waitForFunction(() => 'koe' in window)
  expect(await page.evaluate(() => (window as unknown as { koe: { ask(): Promise<boolean> } }).koe.ask())).toBe(false)
  expect(complaints).toEqual([])
  await context.close()
})

it('what was typed stays when the server can’t be reached, and who writes elsewhere keeps the focus', async () => {
  const contact = await embed('data-ask="later"')
  const { page, context } = await visitor(browser)
  await page.goto(home)
  await page.waitForFunction(() => 'koe' in window)
  await page.locator('input').first().focus()
  await page.evaluate(() => (window as unknown as { koe: { ask(): void } }).koe.ask())
  await page.getByRole('dialog').waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await page.getByLabel('9 of 10').check()
  await page.locator('textarea').fill('kept')
  await page.waitForTimeout(800)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await page.getByText('Nothing you typed is lost').waitFor()
  expect(await page.locator('textarea').inputValue()).toBe('kept')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Send my answer' }).click()
  await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  expect(await answersOf(contact.id)).toMatchObject([{ score: 9, comment: 'kept' }])
  await context.close()
})

it('a product that signs wrongly shows nothing, and its developer reads why', async () => {
  await embed()
  const { page, context } = await visitor(browser)
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  script = script.replace(/data-contact="[^"]*"/, 'data-contact="x.y.z"')
  await page.goto(home)
  await expect.poll(() => said.join('\n')).toContain('(contact_malformed)')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await context.close()
})
