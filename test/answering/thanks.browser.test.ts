import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { casePeople } from '#db/schema/cases.ts'
import { responseAnswers } from '#db/schema/responses.ts'
import { makeAsking } from '#test/answering/after.ts'
import { placeOf } from '#test/answering/place.ts'
import { accessibilityFaults, openBrowser, visitor, type Page } from '#test/browser.ts'
import { makeInvitation } from '#test/responses/make.ts'
import { startServer, type Server } from '#test/server.ts'
import type { World } from '#test/world.ts'

let server: Server
let place: Awaited<ReturnType<typeof placeOf>>
let browser: Browser
let asking: Awaited<ReturnType<typeof makeAsking>>
beforeAll(async () => {
  server = await startServer()
  place = await placeOf(server)
  browser = await openBrowser()
  await place.user({ id: 'usr_admin', name: 'Aiko Admin', roles: ['admin'] })
  const options = [
    { words: { en: 'The time until the first reply', ja: '最初の返信までの時間' } },
    { words: { en: 'The answer itself', ja: '回答の内容' } },
  ]
  asking = await makeAsking(place as unknown as World, [
    {
      kind: 'choice',
      for: 'low',
      required: true,
      words: { en: 'What went wrong first?', ja: '何が一番の問題でしたか。' },
      options,
    },
    { kind: 'rating', for: 'any', words: { en: 'How was our support?', ja: 'サポートはいかがでしたか。' } },
  ])
})
afterAll(async () => {
  await browser.close()
  await place.close()
  await server.stop()
})

async function linkFor(language: 'en' | 'ja') {
  const owner = await place.user({ name: 'Aiko Tanaka', roles: ['csm'] })
  const account = await place.account({ ownerId: owner.id })
  const contact = await place.contact({ language, accountId: account.id })
  const invitation = await makeInvitation(place, asking.program, contact, { language })
  return `${server.url}/s/${invitationToken(place.keys, invitation)}`
}

/** Nothing wider than the screen, every target of a finger's size, no fault that axe finds. */
async function sound(page: Page) {
  const width = page.viewportSize()!.width
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  const small = await page
    .locator('main :is(button, select, input[type=tel], textarea, .s div, .o):visible')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44))
  expect(small).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])
}

it.each([
  ['en', 'light', 390],
  ['en', 'dark', 320],
  ['ja', 'light', 320],
] as const)(
  'from the score over two questions to the promise and “call me”: %s, %s, %i px',
  async (language, colorScheme, width) => {
    const { page, context, complaints } = await visitor(browser, {
      viewport: { width, height: 800 },
      colorScheme,
    })
    await page.goto(await linkFor(language))
    await page.locator('#s2').check()
    await page.waitForTimeout(800)
    await page.locator('.go').click()
    expect(await page.locator('h1').innerText()).toBe(
      language === 'en' ? 'Thank you. One more question?' : 'ありがとうございます。もうひとつお聞かせください',
    )
    await sound(page)
    await page.waitForTimeout(800)
    await page.locator('button.p').click()
    expect(await page.locator('.er').count()).toBe(1) // it needs an answer
    await sound(page)
    await page.locator('.o').first().click()
    await page.waitForTimeout(800)
    await page.locator('button.p').click()
    await sound(page)
    await page.locator('input[id$="-4"]').check()
    await page.waitForTimeout(800)
    await page.locator('button.p').click()
    await page.locator('.big').waitFor()
    expect(await page.locator('.big').innerText()).toContain('Aiko Tanaka')
    await sound(page)
    expect(await page.locator('#w-phone').isVisible()).toBe(false)
    await page.locator('#w-call').check()
    await page.locator('#w-phone').fill('03-1234-5678')
    await page.locator('#w-when').selectOption('evening')
    await sound(page)
    await page.waitForTimeout(800)
    await page.locator('#wish button').click()
    await page.locator('#wish [role=status]').waitFor()
    expect(await page.locator('#w-call').isChecked()).toBe(true)
    expect(await page.locator('#w-phone').inputValue()).toBe('')
    await sound(page)
    expect((await place.store.db.select().from(casePeople)).at(-1)).toMatchObject({ wish: 'call', wishWhen: 'evening' })
    expect(complaints).toEqual([])
    await context.close()
  },
)

it('stores each answer as it is given', async () => {
  expect((await place.store.db.select().from(responseAnswers)).length).toBe(6)
})
