import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askingWords, askStateWords, blockWords } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { catalogueWords } from '#app/advocacy/catalogue/words.ts'
import { rewardErrors, rewardWords } from '#app/advocacy/rewards/words.ts'
import { referralVerbWords } from '#app/advocacy/referrals/words.ts'
import { startSession } from '#app/access/sessions.server.ts'
import { editContactRules } from '#app/delivery/edit-contact-rules.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { users } from '#db/schema/access.ts'
import { placeOf } from '#test/answering/place.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Page, type Visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

const { say } = step
const phone = { viewport: { width: 360, height: 740 }, locale: 'en' }

let server: Server
let place: Awaited<ReturnType<typeof placeOf>>
let browser: Browser
let me: Visitor

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  me = await visitor(browser, { locale: 'en', viewport: { width: 1440, height: 1000 } })
  await step.becomeFirstAdmin(me.page, await firstAdminLink(server))
  await step.importCustomers(me.page, server.url, customers, 1)
  place = await placeOf(server, { lived: true })
  const [admin] = await place.store.db.select().from(users)
  const by = { kind: 'user' as const, id: admin!.id, roles: ['admin' as const], teamId: null, name: admin!.name }
  // Mail leaves at any hour, whenever this test runs; who asks owns the account, so nobody has to be heard first.
  const hours = Array.from({ length: 7 }, () => ({ from: 0, to: 1440 }))
  const all = { betweenDays: 0, accountPeople: null, accountDays: 90 }
  await editContactRules(place.ctx(by), { all, tiers: {}, hours, holidays: false })
  await place.store.write((tx) => tx.update(accounts).set({ ownerId: admin!.id }))
}, 180_000)
afterAll(async () => {
  await place?.close()
  await browser?.close()
  await server?.stop()
})

const customers = ['company,name,email,language', 'Hoshi Trading,Hanako Hoshi,hanako@hoshi.test,en'].join('\r\n')

/** Somebody else of the staff, signed in. */
async function colleague(role: 'marketer'): Promise<Page> {
  const user = await place.user({ name: 'Mari Market', roles: [role] })
  const session = await place.store.write((tx) => startSession({ ...place.ctx(), tx }, user.id, 'test'))
  const { context, page } = await visitor(browser, { locale: 'en', viewport: { width: 1440, height: 1000 } })
  await context.addCookies([{ name: 'koe_session', value: session.secret, url: server.url }])
  return page
}

it('a promoter agrees, is asked, recommends us, and the revenue is traced; a low score stops what is pending', async () => {
  const { page, complaints } = me
  await step.createProgram(page, server.url, 'How are we doing?')
  await step.launch(page, 1)

  // A ten on a phone, and on the page of thanks the consent to be asked for a recommendation.
  const customer = await visitor(browser, phone)
  await customer.page.goto(await step.scoreLink(page, server.url, 'hanako@hoshi.test', 10))
  await customer.page.waitForTimeout(800) // a person reads; a press within 700 ms is a machine's
  await customer.page.locator('[name=comment]').fill('They answer at once.')
  await customer.page.locator('button.go').click()
  await customer.page.locator('[name=agree][value=referral]').check()
  await customer.page.waitForTimeout(800)
  const agree = customer.page.locator('form', { has: customer.page.locator('[name=agree]') }).locator('button')
  await agree.click()

  // She is offered to who may ask, and written to.
  const tick = page.getByRole('checkbox', { name: /Hanako Hoshi/ })
  await step.refreshUntil(page, `${server.url}/asks/who?kind=referral`, () => tick.isVisible())
  expect(await accessibilityFaults(page)).toEqual([])
  await tick.check()
  await page.getByRole('button', { name: say(askingWords.write) }).click()
  await page.waitForURL(/\/asks\/write/)
  await page.getByRole('button', { name: say(askingWords.send) }).click()

  // She says yes, and gets a link of her own.
  const askLink = await step.mailLink(page, server.url, 'hanako@hoshi.test', 'a[href*="/ask/"]', 'Do you know somebody')
  await customer.page.goto(askLink)
  expect(await overflows(customer.page)).toBe(false)
  await customer.page.waitForTimeout(800)
  await customer.page
    .locator('form', { has: customer.page.locator('[value=accept]') })
    .locator('button')
    .click()
  const own = customer.page.locator('a[href*="/r/"]')
  const link = (await own.first().getAttribute('href'))!

  // Whom she tells follows it.
  const lead = await visitor(browser, phone)
  await lead.page.goto(link)
  await lead.page.locator('[name=name]').fill('Ken Lead')
  await lead.page.locator('[name=email]').fill('ken@minato.test')
  await lead.page.locator('[name=company]').fill('Minato Ltd')
  await lead.page.locator('[name=agreed]').check()
  await lead.page.waitForTimeout(800)
  await lead.page.locator('button.go').click()
  await lead.page.locator('h1', { hasText: /Thank you/ }).waitFor()

  // What a won referral earns: a thing and points.
  await page.goto(`${server.url}/rewards/rules/referral_won`)
  await page.locator('[name=on]').check()
  await page.locator('[name=points]').fill('20')
  await page.getByRole('button', { name: say(rewardWords.save) }).click()
  await page.getByText(say(rewardWords.saved)).waitFor()

  // The lead is won.
  const row = page.getByRole('link', { name: 'Ken Lead' })
  await step.refreshUntil(page, `${server.url}/referrals`, () => row.first().isVisible())
  await row.first().click()
  await page.getByRole('button', { name: say(referralVerbWords.qualify) }).click()
  await page.locator('[name=amount]').fill('120万円')
  await page.getByRole('button', { name: say(referralVerbWords.win) }).click()
  await page.getByText('¥1,200,000').first().waitFor()

  // She has earned it once; it is approved and issued once, whoever presses again.
  const reward = page
    .getByRole('row', { name: /Hanako Hoshi/ })
    .getByRole('link')
    .first()
  await step.refreshUntil(page, `${server.url}/rewards`, () => reward.isVisible())
  await reward.click()
  await page.waitForURL(/\/rewards\/rwd_/)
  await page.getByRole('button', { name: say(rewardWords.approve), exact: true }).click()
  await page.getByText(say(rewardWords.saidApprove, { n: 1 })).waitFor()
  const late = await me.context.newPage()
  await late.goto(page.url())
  for (const one of [page, late]) {
    await one
      .getByRole('button', { name: say(rewardWords.issue), exact: true })
      .first()
      .click()
    await one
      .getByRole('alertdialog')
      .getByRole('button', { name: say(rewardWords.issue), exact: true })
      .click()
  }
  await page.getByText(say(rewardWords.saidIssue, { n: 1 })).waitFor()
  await late.getByText(say(rewardErrors.reward_state)).waitFor()
  await late.close()
  await page.goto(`${server.url}/rewards?state=all`)
  expect(await page.getByRole('row', { name: /Hanako Hoshi/ }).count()).toBe(1)

  // The report has the revenue of it.
  await page.goto(`${server.url}/advocacy/report`)
  await page.getByText('¥1,200,000').first().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])

  // She is asked for something else, by a colleague whom the owner has time to stop; then she answers 3.
  await page.goto(`${server.url}/settings/asks/review`)
  await page.locator('[name="rules.quietDays"]').fill('0')
  await page.getByRole('button', { name: say(catalogueWords.save) }).click()
  await page.getByText(say(catalogueWords.savedKind, { kind: say(askKindNames.review), n: 1 })).waitFor()
  const mari = await colleague('marketer')
  const again = mari.getByRole('checkbox', { name: /Hanako Hoshi/ })
  await step.refreshUntil(mari, `${server.url}/asks/who?kind=review`, () => again.isVisible())
  await again.check()
  await mari.getByRole('button', { name: say(askingWords.write) }).click()
  await mari.getByRole('button', { name: say(askingWords.send) }).click()
  await mari.getByText(say(askingWords.written, { n: 1 })).waitFor()
  await mari.goto(`${server.url}/asks`)
  expect(await mari.getByText(say(askStateWords.queued)).count()).toBe(1)

  await step.createProgram(page, server.url, 'And now?')
  await step.launch(page, 1)
  const surveys = page.getByRole('row').filter({ hasText: 'hanako@hoshi.test' }).filter({ hasText: 'Survey' })
  await step.refreshUntil(page, `${server.url}/mailbox`, async () => (await surveys.count()) === 2)
  const low = await step.mailLink(page, server.url, 'hanako@hoshi.test', 'a[href$="?score=3"]', 'Survey')
  await step.answer(browser, low, 'Nobody calls back.')
  const stopped = mari.getByText(say(askStateWords.cancelled))
  await step.refreshUntil(mari, `${server.url}/asks?group=ended`, () => stopped.isVisible())
  await mari.goto(`${server.url}/asks/who?kind=review&who=cannot`)
  await mari.getByText(say(blockWords.case_open)).first().waitFor()
  expect(complaints.splice(0)).toEqual([])
}, 240_000)
