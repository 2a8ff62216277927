import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { replyWords } from '#app/email/words.ts'
import { voiceWords } from '#app/voices/words.ts'
import { accessibilityFaults, openBrowser, visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

let server: Server
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({}), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('a customer replies to the mail, and who looks after them reads it, opens a case of it, and finds no score', async () => {
  const origin = server.url
  const { page, complaints } = await visitor(browser, { locale: 'en' })
  await step.becomeFirstAdmin(page, await firstAdminLink(server))
  await step.importCustomers(page, origin, step.customers, 2)
  await step.createProgram(page, origin, 'How are we doing?')
  await step.launch(page, 2)

  await step.scoreLink(page, origin, 'hanako@hoshi.test', 3) // waits for the mail and opens it
  await page.getByLabel(step.say(replyWords.text)).fill('9 – but nobody <b>called back</b>.')
  await page.getByRole('button', { name: step.say(replyWords.send) }).click()
  await page.getByText(step.say(replyWords.sent)).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])

  const voice = page.getByRole('link', { name: '9 – but nobody <b>called back</b>.' })
  await step.refreshUntil(page, `${origin}/responses`, () => voice.isVisible())
  const stream = await page.getByRole('main').textContent()
  expect(stream).toContain(step.say(voiceWords.byReply))
  expect(stream).toContain(step.say(voiceWords.outside))
  expect(stream).toContain('Hanako Hoshi')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.goto(`${origin}/responses?heard=0`)
  expect(await voice.count()).toBe(0)
  await page.goto(`${origin}/responses`)
  await voice.click()
  await page.waitForURL(/\/voices\/voi_/)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByText(step.say(voiceWords.whole)).click()
  await page.getByText('> ').first().waitFor()

  await page.getByRole('button', { name: step.say(voiceWords.openCase) }).click()
  await page.waitForURL(/\/cases\/cas_/)
  const opened = await page.getByRole('main').textContent()
  expect(opened).toContain('9 – but nobody <b>called back</b>.')
  expect(opened).toContain('Hanako Hoshi')
  expect(await accessibilityFaults(page)).toEqual([])

  await page.goto(origin)
  expect(await page.getByRole('main').textContent()).not.toContain('n = 1')

  await page.goto(`${origin}/mailbox`)
  await page
    .getByRole('link', { name: /replied by mail/ })
    .first()
    .waitFor()
  await page.goto(`${origin}/voices/mail`)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
})
