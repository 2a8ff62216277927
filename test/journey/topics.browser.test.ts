import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { uiWords } from '#app/ui/words.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Page } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
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

const { say } = step
const chip = (page: Page, name: string) => page.locator('details[data-chip] > summary', { hasText: name })
/** Loads the page until the background has done its part. */
async function reloadUntil(page: Page, shown: () => Promise<boolean>) {
  while (!(await shown())) {
    await page.waitForTimeout(200)
    await page.reload()
  }
}

it('a colleague corrects a topic, the rules change and are applied to the past, and the correction stays', async () => {
  const origin = server.url
  const { page, complaints } = await visitor(browser, { locale: 'en', viewport: { width: 1280, height: 900 } })
  await step.becomeFirstAdmin(page, await firstAdminLink(server))
  await step.importCustomers(page, origin, step.customers, 2)
  await step.createProgram(page, origin, 'How are we doing?')
  await step.launch(page, 2)
  const link = await step.scoreLink(page, origin, 'hanako@hoshi.test', 3)
  await step.answer(browser, link, 'The support never called back, and the gizmo is slow.')
  await step.answer(browser, await step.scoreLink(page, origin, 'uta@umi.test', 10), 'Our gizmo works.')

  await page.goto(`${origin}/responses?q=slow`)
  await reloadUntil(page, () => chip(page, 'Speed').isVisible())
  const word = page.locator('mark', { hasText: 'slow' })
  const line = () => word.evaluate((mark) => getComputedStyle(mark).textDecorationLine)
  await page.mouse.move(0, 0)
  expect(await line()).toBe('none')
  await chip(page, 'Speed').focus()
  expect(await line()).toBe('underline')
  await page.keyboard.press('Enter')
  await page.getByText(`${say(words.madeBy)}: “slow”`).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByRole('button', { name: `${say(words.takeOff)}: Speed` }).click()
  await page.getByText(say(words.saidOff, { name: 'Speed' })).waitFor()
  expect(await chip(page, 'Speed').count()).toBe(0)
  await page.getByRole('button', { name: say(uiWords.undo) }).click()
  await chip(page, 'Speed').click()
  await page.getByRole('button', { name: `${say(words.takeOff)}: Speed` }).click()
  await page.getByText(say(words.saidOff, { name: 'Speed' })).waitFor()

  await page.goto(`${origin}/settings/topics/top_speed`)
  await page.locator('[name=en_any]').fill('slow\ngizmo\ngi*')
  await page.getByRole('button', { name: say(uiWords.save), exact: true }).click()
  await page.getByText('“gi*” would find too many words.').waitFor()
  expect(await page.locator('[name=en_any]').inputValue()).toBe('slow\ngizmo\ngi*')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.locator('[name=en_any]').fill('slow\ngizmo*')
  await page.locator('[name=sample]').fill('Two gizmos.')
  await page.getByText(say(words.fits)).waitFor()
  await page.getByRole('button', { name: say(words.preview) }).click()
  await page.getByText(say(words.gainCount, { n: 1 })).waitFor()
  await page.getByRole('button', { name: say(uiWords.save), exact: true }).click()
  await page.getByText(say(words.saidRuled)).waitFor()

  await page.getByRole('link', { name: say(words.applyLook) }).click()
  await page.getByRole('heading', { name: 'Speed' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: say(words.applyNow) }).click()
  await page.getByText(say(words.applyDone, { done: 2, gained: 1, lost: 0 })).waitFor()

  await page.goto(`${origin}/responses?topic=top_speed`)
  expect(await page.locator('li.marked q').allTextContents()).toEqual(['Our gizmo works.'])
  await page.goto(`${origin}/responses?topic=top_support`)
  await page.locator('li.marked > a').click()
  await page.getByText(say(words.putOn)).first().waitFor()
  expect(await chip(page, 'Speed').count()).toBe(0)
  await page.goto(`${origin}/cases?scope=all`)
  await page.getByRole('main').getByRole('link', { name: /Hoshi/ }).first().click()
  await chip(page, 'Support').first().waitFor()
  await page.setViewportSize({ width: 360, height: 740 })
  await chip(page, 'Support').first().click()
  expect(await overflows(page)).toBe(false)
  expect(complaints).toEqual([])
  await page.context().close()
})

it('without script a topic is corrected and undone as well', async () => {
  const context = await browser.newContext({ locale: 'en', javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.url}/sign-in`)
  await step.signIn(page)
  await page.goto(`${server.url}/responses?topic=top_support`)
  await chip(page, 'Support').click()
  await page.getByRole('button', { name: `${say(words.takeOff)}: Support` }).click()
  await page.getByText(say(words.saidOff, { name: 'Support' })).waitFor()
  await page.getByRole('button', { name: say(uiWords.undo) }).click()
  await chip(page, 'Support').waitFor()
  await context.close()
})
