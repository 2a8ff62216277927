import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterWords } from '#app/access/words.ts'
import { mailboxWords } from '#app/email/words.ts'
import { setUpWords } from '#app/insights/set-up-words.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { openBrowser, visitor } from '#test/browser.ts'
import { admin, say } from '#test/journey/steps.ts'
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

it('from an empty install to a survey in one’s own mailbox, answered, in at most 15 interactions', async () => {
  const { page, complaints } = await visitor(browser, { locale: 'en', timezoneId: 'Asia/Tokyo' })
  let interactions = 0
  const does = async (what: Promise<unknown>) => {
    interactions++
    await what
  }
  const button = (name: string) => page.getByRole('main').getByRole('button', { name })
  const link = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true })

  await does(page.goto(await firstAdminLink(server)))
  await does(page.locator('[name=organisation]').fill('Sora Software'))
  await does(page.locator('[name=name]').fill(admin.name))
  await does(page.locator('[name=email]').fill(admin.email))
  await does(page.locator('[name=password]').fill(admin.password))
  await does(button(say(enterWords.firstCreate)).click())
  await does(link(say(setUpWords.program)).click())
  await does(page.locator('[name=name]').fill('How are we doing?'))
  await does(button(say(surveyWords.create)).click())
  await page.waitForURL(/\/edit$/)
  await does(page.getByRole('link', { name: 'How are we doing?' }).first().click())
  await does(button(say(surveyWords.testSend)).click())
  await page
    .getByText(say(surveyWords.testSent, { email: admin.email }))
    .first()
    .waitFor()
  await does(link(say(mailboxWords.open)).click())
  await page.waitForURL(/\/mailbox$/) // a reload before it has arrived would stay on the page before, for ever
  const mail = page.getByRole('row').filter({ hasText: admin.email }).getByRole('link').first()
  while (!(await mail.isVisible())) await page.waitForTimeout(250).then(() => page.reload())
  await does(mail.click())
  await page.waitForURL(/\/mailbox\/./)
  const score = page.frameLocator('iframe').locator('a[href$="?score=9"]')
  while (!(await score.isVisible())) await page.waitForTimeout(250).then(() => page.reload())
  const answering = await page.context().newPage()
  await does(answering.goto((await score.getAttribute('href'))!))
  await answering.waitForTimeout(800) // a person reads; a press within 700 ms is a machine's
  await does(answering.locator('button.go').click())
  expect(await answering.locator('h1').textContent()).toContain('Thank you')

  expect(interactions).toBeLessThanOrEqual(15)
  expect(complaints).toEqual([])
  await page.context().close()
})
