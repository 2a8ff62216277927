import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { responses } from '#db/schema/responses.ts'
import type { Language } from '#app/platform/languages.ts'
import { placeOf } from '#test/answering/place.ts'
import { accessibilityFaults, openBrowser, visitor } from '#test/browser.ts'
import { makeInvitation, makeProgram } from '#test/responses/make.ts'
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
})
afterAll(async () => {
  await browser.close()
  await place.close()
  await server.stop()
})

async function linkFor(language: Language, of = program) {
  const contact = await place.contact({ language, name: language === 'ja' ? '山田 花子' : 'Maria Lopez' })
  const invitation = await makeInvitation(place, of, contact, { language })
  return { invitation, url: `${server.url}/s/${invitationToken(place.keys, invitation)}` }
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(['en', 'ja', 'ar', 'th'] as const)(
    'the survey (%s) has eleven targets of 44 px at 320 px, no sideways scrolling and no accessibility fault',
    async (language) => {
      const { url } = await linkFor(language)
      const { page, context, complaints } = await visitor(browser, {
        viewport: { width: 320, height: 640 },
        colorScheme,
      })
      for (const query of ['', '?score=9', '?score=0']) {
        await page.goto(url + query)
        const sizes = await page
          .locator('.s div')
          .evaluateAll((all) =>
            all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
          )
        expect(sizes).toHaveLength(11)
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
        expect(await accessibilityFaults(page)).toEqual([])
      }
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})

it.each(['csat', 'ces'] as const)('the targets of %s are as large', async (metric) => {
  const { url } = await linkFor('en', await makeProgram(place, { metric, name: metric }))
  const { page, context } = await visitor(browser, { viewport: { width: 320, height: 640 } })
  await page.goto(url)
  const sizes = await page
    .locator('.s div')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
    )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
  await context.close()
})

it('the follow-up question changes with the score, and the keyboard alone is enough', async () => {
  const { url, invitation } = await linkFor('en')
  const { page, context } = await visitor(browser)
  await page.goto(url)
  const question = () => page.locator('label[for=c]').innerText()
  expect(await question()).toContain('Why?')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  expect(await question()).toContain('What went wrong')
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight')
  expect(await question()).toContain('What do you value most')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Everything')
  await page.waitForTimeout(800) // a person takes at least 700 ms
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Your answer: 10').waitFor()
  const found = (await place.store.db.select().from(responses)).filter((row) => row.invitationId === invitation.id)
  expect(found).toMatchObject([{ score: 10, comment: 'Everything', state: 'counted' }])
  await context.close()
})

it('without script: answer, thanks after a reload, change in two steps, unsubscribe and back', async () => {
  const { url } = await linkFor('ja')
  const { page, context } = await visitor(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 700 } })
  await page.goto(`${url}?score=2`)
  await page.fill('textarea', '表示が遅い')
  await page.waitForTimeout(800)
  await page.click('button.go')
  await page.reload()
  expect(await page.locator('.card').innerText()).toContain('率直なご意見をいただき')
  await page.click('.card a')
  expect(await page.inputValue('textarea')).toBe('')
  await page.locator('#s9').check({ force: true })
  await page.waitForTimeout(800)
  await page.click('button.go')
  expect(await page.locator('.say').innerText()).toContain('「2」とご回答いただきました。「9」に変更しますか。')
  await page.waitForTimeout(800)
  await page.click('button.go')
  expect(await page.locator('.card').innerText()).toContain('ご回答：9')
  await page.click('footer a[href^="/u/"]')
  await page.click('button.go')
  expect(await page.locator('.card').innerText()).toContain('配信を停止しました。')
  await page.click('button.as')
  expect(await page.locator('.card').innerText()).toContain('配信を再開しました。')
  await context.close()
})

it('another language is two taps away without script, and what was typed comes along', async () => {
  const { url } = await linkFor('de')
  const { page, context } = await visitor(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  await page.goto(`${url}?score=4`)
  await page.fill('textarea', 'Zu langsam\nund zu teuer')
  await page.getByRole('button', { name: 'Sprache: Deutsch' }).click()
  expect(await page.locator('.g button').count()).toBe(18)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await page.getByRole('button', { name: 'العربية' }).click()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await page.inputValue('textarea')).toBe('Zu langsam\nund zu teuer')
  expect(await page.locator('#s4').isChecked()).toBe(true)
  // The scale runs in the direction of reading.
  const x = async (id: string) => (await page.locator(`${id}+label`).boundingBox())!.x
  expect(await x('#s0')).toBeGreaterThan(await x('#s1'))
  await context.close()
})

it.each(['ar', 'de'] as const)(
  'the thanks, the list of languages and a notice have no fault in %s',
  async (language) => {
    const { url } = await linkFor(language)
    const { page, context, complaints } = await visitor(browser, { viewport: { width: 320, height: 640 } })
    await page.goto(`${url}?score=9`)
    await page.locator('footer button.as').click()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('.g [aria-current]').click()
    await page.waitForTimeout(800) // a person takes at least 700 ms
    await page.click('button.go')
    for (const next of [null, `${server.url}/s/none?lang=${language}`]) {
      if (next) await page.goto(next)
      await page.locator('footer summary').click()
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    }
    expect(complaints).toEqual([])
    await context.close()
  },
)
