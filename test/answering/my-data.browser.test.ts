import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { myDataToken } from '#app/answering/my-data/token.server.ts'
import { invitationToken, unsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { placeOf } from '#test/answering/place.ts'
import { accessibilityFaults, openBrowser, visitor } from '#test/browser.ts'
import { answerTo, customer, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { startServer, type Server } from '#test/server.ts'

let server: Server
let place: Awaited<ReturnType<typeof placeOf>>
let browser: Browser
let program: Awaited<ReturnType<typeof makeProgram>>
beforeAll(async () => {
  server = await startServer()
  place = await placeOf(server)
  browser = await openBrowser()
  program = await makeProgram(place)
  await place.user({ roles: ['csm'] })
})
afterAll(async () => {
  await browser.close()
  await place.close()
  await server.stop()
})

async function person(language: 'en' | 'ja') {
  const account = await place.account({ name: language === 'ja' ? '株式会社アオイ' : 'Aoi Trading' })
  const contact = await place.contact({
    accountId: account.id,
    language,
    name: language === 'ja' ? '山田 花子' : 'Maria Lopez',
    phone: '+81 3 5550 0101',
    title: language === 'ja' ? '部長' : 'Head of IT',
  })
  const invitation = await makeInvitation(place, program, contact, { language })
  const comment = language === 'ja' ? 'サポートの返事が遅い' : 'Support answers late, and nobody calls back.'
  const link = {
    me: `${server.url}/me/${myDataToken(place.keys, { contactId: contact.id, issuedAt: place.now() - 1000 })}`,
    wishes: `${server.url}/u/${unsubscribeToken(place.keys, invitation)}`,
    survey: `${server.url}/s/${invitationToken(place.keys, invitation)}`,
  }
  const answer = () => recordAnswer(customer(place), answerTo(place, invitation, 3, { comment, language }))
  return { contact, link, answer }
}

/** No accessibility fault, no sideways scrolling, and nothing to press that is smaller than 44 px, but links within a sentence. */
async function isSound(page: Page) {
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  const small = await page
    .locator('main button:visible, main summary:visible, main .in:visible, main a.a:visible')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML))
  expect(small).toEqual([])
}

it.each([
  ['en', 'light', 390],
  ['ja', 'dark', 390],
  ['ja', 'light', 1280],
  ['en', 'dark', 320],
] as const)('a person sees, corrects and erases their data (%s, %s, %d px)', async (language, colorScheme, width) => {
  const { contact, link, answer } = await person(language)
  await answer()
  const { page, context, complaints } = await visitor(browser, { viewport: { width, height: 844 }, colorScheme })
  await page.goto(link.me)
  await isSound(page)
  expect(await page.locator('body').innerText()).toContain(contact.phone)
  await page.waitForTimeout(750)
  await page.locator('[name=name]').fill('Mari Lopez')
  await page.locator('form:has([value=correct]) button').click()
  expect(await page.locator('dd').first().innerText()).toBe('Mari Lopez')
  await page.locator('a[href*="page=erase"]').click()
  await isSound(page)
  await page.waitForTimeout(750)
  await page.locator('form button').click()
  await isSound(page)
  await page.waitForTimeout(750)
  await page.locator('form button').click()
  await isSound(page)
  await page.goto(link.me)
  expect(await page.locator('body').innerText()).not.toContain('Lopez')
  await page.goto(link.survey)
  expect(await page.locator('form').count()).toBe(0)
  await isSound(page)
  expect(complaints).toEqual([])
  await context.close()
})

it.each([
  ['en', 'light', 390],
  ['ja', 'dark', 390],
  ['ja', 'light', 1280],
] as const)(
  'the page of wishes opens by keyboard, and does what it says (%s, %s, %d px)',
  async (language, colorScheme, width) => {
    const { link, answer } = await person(language)
    const { page, context, complaints } = await visitor(browser, { viewport: { width, height: 844 }, colorScheme })
    await page.goto(link.survey)
    await page.locator('footer a[href*="notme"]').click()
    await isSound(page)
    const closed = page.locator('details:not([open]) summary')
    while ((await closed.count()) > 0) {
      await closed.first().focus()
      await page.keyboard.press('Enter')
    }
    await isSound(page)
    await page.locator('[name=email]').fill('ren@aoi.test')
    await page.waitForTimeout(750)
    await page.locator('form:has([value=colleague]) button').click()
    await isSound(page)
    expect(await page.locator('[name=email]').inputValue()).toBe('ren@aoi.test')
    await page.locator('[name=name]').fill('Ren Abe')
    await page.waitForTimeout(750)
    await page.locator('form:has([value=colleague]) button').click()
    await isSound(page)
    await page.waitForTimeout(750)
    await page.locator('form:has([value=undo-colleague]) button').click()
    await isSound(page)
    await answer()
    await page.goto(`${link.survey}?thanks=1`)
    await page.locator('a[href*="takeback"]').click()
    await isSound(page)
    await page.waitForTimeout(750)
    await page.locator('form button.go').click()
    expect(page.url()).toContain('takenback=1')
    await isSound(page)
    expect(complaints).toEqual([])
    await context.close()
  },
)
