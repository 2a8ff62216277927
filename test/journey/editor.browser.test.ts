import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { surveyWords } from '#app/surveys/words.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

const { say } = step

let server: Server
let browser: Browser
let me: Visitor
let edit: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  me = await visitor(browser, { locale: 'en', viewport: { width: 1440, height: 900 } })
  await step.becomeFirstAdmin(me.page, await firstAdminLink(server))
  edit = `${server.url}/programs/${await step.createProgram(me.page, server.url, 'How are we doing?')}/edit`
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const drawn = () => me.page.frameLocator('iframe:not([aria-hidden])')

it('draws what is typed where it is seen, in its language, and leaves no trace in the history', async () => {
  const { page, complaints } = me
  await page.goto(`${server.url}/programs`)
  await page.goto(edit)
  await drawn().locator('h1').waitFor()
  await page.locator('[name="wording.en.question"]').fill('Would you send a friend to {company}?')
  await drawn().getByText('Would you send a friend to Sora Software?').waitFor()
  await page.locator('[name="wording.ja.followUp.low"]').fill('何を直せばよいですか。')
  await drawn().getByText('何を直せばよいですか。').waitFor()
  await page.locator('[name="wording.en.thanks.high"]').fill('How kind of you!')
  await drawn().getByText('How kind of you!').waitFor()
  await page.locator('[name="wording.ja.subject"]').fill('ひとつ教えてください')
  await drawn().locator('a[href*="score=9"]').waitFor() // the mail
  await expect.poll(() => page.locator('iframe').count()).toBe(1) // the frame before it goes once this one is drawn
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints.splice(0)).toEqual([])
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/programs')
}, 60_000)

it('shows one language at a time on a phone, and the one where a word is missing', async () => {
  const { page } = me
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(edit)
  const tabs = page.getByRole('group', { name: say(surveyWords.languagesOf), exact: true })
  const [english, japanese] = (['en', 'ja'] as const).map((one) => page.locator(`[name="wording.${one}.subject"]`))
  await tabs.getByRole('button', { name: 'Japanese' }).click()
  expect(await english!.isVisible()).toBe(false)
  await japanese!.fill('')
  await tabs.getByRole('button', { name: 'English' }).click()
  expect(await japanese!.isVisible()).toBe(false)
  expect(await overflows(page)).toBe(false)
  await page
    .getByRole('button', { name: say(surveyWords.save) })
    .last()
    .click()
  await japanese!.waitFor()
  expect(await japanese!.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.setViewportSize({ width: 1440, height: 900 })
}, 60_000)

it('draws at the press of a button without script', async () => {
  const { context, page } = await visitor(browser, { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } })
  await context.addCookies(await me.context.cookies())
  await page.goto(edit)
  await page.locator('[name="wording.en.subject"]').fill('Typed and not saved')
  await page.getByRole('button', { name: say(surveyWords.previewMail), exact: true }).click()
  await page.frameLocator('iframe').locator('a[href*="score=9"]').waitFor()
  expect(page.url()).toBe(edit)
  await context.close()
})
