import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { playbookWords, taskWords } from '#app/cases/playbooks/words.ts'
import { replyWords, templateWords } from '#app/cases/replies/words.ts'
import { caseWords } from '#app/cases/words.ts'
import { replyWords as mailboxReplyWords } from '#app/email/words.ts'
import { frameWords, uiWords } from '#app/ui/words.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

const { say } = step

let server: Server
let browser: Browser
let me: Visitor

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  me = await visitor(browser, { locale: 'en', viewport: { width: 1440, height: 1000 } })
  await step.becomeFirstAdmin(me.page, await firstAdminLink(server))
  await step.importCustomers(me.page, server.url, step.customers, 2)
  await step.createProgram(me.page, server.url, 'How are we doing?')
  await step.launch(me.page, 2)
  for (const email of ['hanako@hoshi.test', 'uta@umi.test'])
    await step.answer(browser, await step.scoreLink(me.page, server.url, email, 2), 'Your support never called back.')
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const ready = () => me.page.getByRole('button', { name: say(frameWords.shortcuts) }).waitFor() // script runs
const text = () => me.page.locator('textarea[name=text]').first()

it('an ordinary case is opened, answered from a template and resolved in at most eight interactions', async () => {
  const { page, complaints } = me
  await page.goto(`${server.url}/cases`)
  await ready()
  let n = 0
  /** A click, a key chord, or a field filled. */
  const act = async (work: Promise<unknown>) => {
    n++
    await work
  }
  await act(page.getByRole('link', { name: 'Hoshi Trading', exact: true }).click())
  await text().waitFor()
  await act(page.keyboard.press('i'))
  await page.getByRole('combobox', { name: say(replyWords.search) }).waitFor()
  await act(page.keyboard.press('Enter'))
  await expect.poll(() => text().inputValue()).toMatch(/^Hello Hanako,\n[^]*Aiko Admin\nSora Software$/)
  expect(await accessibilityFaults(page)).toEqual([])
  await act(page.keyboard.press('Control+Enter'))
  await page.getByText(say(replyWords.saidSent)).waitFor()
  await act(page.keyboard.press('r'))
  await act(page.locator('[name=cause]').selectOption('support'))
  await act(page.locator('[name=action]').selectOption('apology'))
  await act(page.getByRole('button', { name: say(caseWords.resolve), exact: true }).click())
  await page.getByText(say(caseWords.saidResolved)).waitFor()
  expect(n).toBeLessThanOrEqual(8)
  expect(complaints.splice(0)).toEqual([])

  // The mail is there, and what the customer replies to it comes back to the case.
  const mail = page
    .getByRole('row')
    .filter({ hasText: 'hanako@hoshi.test' })
    .getByRole('link', { name: /feedback|support/i })
  await step.refreshUntil(page, `${server.url}/mailbox`, () => mail.first().isVisible())
  await mail.first().click()
  await page.getByLabel(say(mailboxReplyWords.text)).fill('Thank you, that helps.')
  await page.getByRole('button', { name: say(mailboxReplyWords.send) }).click()
  await page.getByText(say(mailboxReplyWords.sent)).waitFor()
  const back = page.getByRole('list', { name: say(caseWords.timeline) }).getByText('Thank you, that helps.')
  await page.goto(`${server.url}/cases`)
  await page.getByRole('link', { name: 'Hoshi Trading', exact: true }).click()
  await page.waitForURL(/\/cases\/cas_/)
  await step.refreshUntil(page, page.url(), () => back.isVisible())
}, 120_000)

it('a template goes behind what is typed and comes out again; files go along; the checklist holds the end back', async () => {
  const { page, complaints } = me
  await page.goto(`${server.url}/settings/playbooks/new`)
  await ready()
  await page.locator('[name=name]').fill('Slow support')
  await page.locator('[name=steps]').fill('Read the tickets\nCall them')
  await page.getByRole('button', { name: say(uiWords.save) }).click()
  await page.getByText(say(playbookWords.saidAdded, { name: 'Slow support' })).waitFor()

  await page.goto(`${server.url}/cases`)
  await ready()
  await page.getByRole('link', { name: 'Umi Foods', exact: true }).click()
  await text().waitFor()
  await page.keyboard.press('m')
  await page.keyboard.type('My own words: t r c')
  await page.getByRole('button', { name: say(replyWords.templates) }).click()
  await page.keyboard.type('sorry')
  await page.keyboard.press('Enter')
  await expect.poll(() => text().inputValue()).toMatch(/^My own words: t r c\n\nHello Uta,/)
  await page.getByRole('button', { name: say(replyWords.takeBack) }).click()
  expect(await text().inputValue()).toBe('My own words: t r c')
  await page.locator('input[type=file][name=files]').first().setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF plan') }) // prettier-ignore
  await page.getByRole('button', { name: say(replyWords.send), exact: true }).click()
  await page.getByText(say(replyWords.saidSent)).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'plan.pdf' }).first().click(),
  ])
  expect(download.suggestedFilename()).toBe('plan.pdf')

  await page.locator('select[name=playbookId]').selectOption({ label: 'Slow support' })
  await page.getByRole('button', { name: say(taskWords.attachIt) }).click()
  await page.getByText(say(taskWords.saidAttached, { n: 2 })).waitFor()
  await page.getByRole('button', { name: say(taskWords.doIt, { task: 'Read the tickets' }) }).click()
  await page.getByText(say(taskWords.progress, { done: 1, all: 2 })).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('r')
  await page.locator('[name=cause]').selectOption('support')
  await page.locator('[name=action]').selectOption('apology')
  await page.getByLabel(say(taskWords.leavingOpen, { n: 1 })).check()
  await page.getByRole('button', { name: say(caseWords.resolve), exact: true }).click()
  await page.getByText(say(caseWords.saidResolved)).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await overflows(page)).toBe(false)
  await page.setViewportSize({ width: 1440, height: 1000 })

  await page.goto(`${server.url}/settings/reply-templates`)
  await page.getByRole('button', { name: say(templateWords.archiveOf, { name: 'Price and value' }) }).click()
  await page.getByRole('button', { name: say(uiWords.undo) }).click()
  await page.getByText(say(templateWords.saidRestored, { name: 'Price and value' })).waitFor()
  expect(complaints.splice(0)).toEqual([])
}, 120_000)
