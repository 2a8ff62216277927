import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { surveyWords } from '#app/surveys/words.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Page, type Visitor } from '#test/browser.ts'
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

const chip = (page: Page, name: string) =>
  page
    .getByRole('group', { name: say(surveyWords.languagesOf), exact: true })
    .getByRole('button', { name, exact: true })
const question = (page: Page, language: string) => page.locator(`[name="wording.${language}.question"]`)
const save = async (page: Page) => {
  await page
    .getByRole('button', { name: say(surveyWords.save) })
    .last()
    .click()
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'))
}

it('works on one of many languages beside English, takes one out and adds it again', async () => {
  const { page, complaints } = me
  await page.goto(edit)
  await chip(page, 'German').click()
  expect([await question(page, 'de').isVisible(), await question(page, 'ja').isVisible()]).toEqual([true, false])
  expect(await question(page, 'ko').count()).toBe(0)
  await question(page, 'de').fill('Empfehlen Sie {company}?')
  await drawn().getByText('Empfehlen Sie Sora Software?').waitFor()
  await question(page, 'en').fill('Would you recommend {company}?')
  const warning = page.getByText(/still ask the standard question/)
  expect(await warning.innerText()).toContain('Korean')
  expect(await warning.innerText()).not.toContain('German')
  await chip(page, 'Arabic').click()
  expect(await question(page, 'ar').getAttribute('dir')).toBe('rtl')
  await drawn().locator('html[dir=rtl]').waitFor()
  await chip(page, 'Thai').click()
  await page.getByRole('button', { name: say(surveyWords.takeOut, { language: 'Thai' }) }).click()
  expect(await chip(page, 'Thai').count()).toBe(0)
  await drawn().locator('html[lang=en]').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await save(page)
  await page.goto(edit)
  expect([await chip(page, 'Thai').count(), await chip(page, 'Korean').count()]).toEqual([0, 1])
  await chip(page, 'German').click()
  expect(await question(page, 'de').inputValue()).toBe('Empfehlen Sie {company}?')
  await page.getByLabel(say(surveyWords.addLanguage)).selectOption('th')
  await page.getByRole('button', { name: say(surveyWords.add), exact: true }).click()
  expect(await question(page, 'th').inputValue()).toContain('{company}')
  await save(page)
  await page.goto(edit)
  expect(await chip(page, 'Thai').count()).toBe(1)
  expect(complaints.splice(0)).toEqual([])
}, 60_000)

it('works on many languages without script, and keeps what is typed from press to press', async () => {
  const { context, page } = await visitor(browser, { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } })
  await context.addCookies(await me.context.cookies())
  await page.goto(edit)
  await question(page, 'ja').fill('薦めますか。')
  await chip(page, 'Polish').click()
  await question(page, 'pl').fill('Czy polecą Państwo {company}?')
  await chip(page, 'Thai').click()
  await page.getByRole('button', { name: say(surveyWords.takeOut, { language: 'Thai' }) }).click()
  expect([await question(page, 'ja').inputValue(), await question(page, 'pl').inputValue()]).toEqual([
    '薦めますか。',
    'Czy polecą Państwo {company}?',
  ])
  await page.getByText(say(surveyWords.takenOut, { languages: 'Thai' })).waitFor()
  await save(page)
  await page.goto(edit)
  expect([await chip(page, 'Thai').count(), await chip(page, 'Korean').count()]).toEqual([0, 1])
  expect(await question(page, 'ja').inputValue()).toBe('薦めますか。')
  await chip(page, 'Polish').click()
  expect(await question(page, 'pl').inputValue()).toBe('Czy polecą Państwo {company}?')
  await context.close()
}, 60_000)
