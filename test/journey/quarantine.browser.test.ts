import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { integrityWords as words, reasonWords } from '#app/responses/integrity-words.ts'
import { stateWords } from '#app/responses/words.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { integrityNames, surveyWords } from '#app/surveys/words.ts'
import { uiWords } from '#app/ui/words.ts'
import { fieldOf } from '#test/answering/browse.ts'
import { placeOf } from '#test/answering/place.ts'
import { accessibilityFaults, openBrowser, overflows, visitor, type Page } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { makeInvitation } from '#test/responses/make.ts'
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
async function look(page: Page) {
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
}

it('an admin chooses what counts, sees what was ignored, and decides on what is in doubt', async () => {
  const origin = server.url
  const { page, complaints } = await visitor(browser, { locale: 'en', viewport: { width: 1440, height: 900 } })
  await step.becomeFirstAdmin(page, await firstAdminLink(server))
  const programId = await step.createProgram(page, origin, 'How are we doing?')
  const place = await placeOf(server, { lived: true })
  const { program } = await getProgram(place.ctx(), programId)
  const account = await place.account({ name: 'Hoshi Corporation' })

  await page.goto(`${origin}/programs/${programId}/edit`)
  const strict = page.getByLabel(say(integrityNames.strict))
  expect(await page.getByLabel(say(integrityNames.balanced)).isChecked()).toBe(true)
  await strict.check()
  await page
    .getByRole('button', { name: say(surveyWords.save), exact: true })
    .last()
    .click()
  await page.waitForURL(`${origin}/programs/${programId}`)
  await page.getByText(say(integrityNames.strict)).waitFor()
  await page.getByText(say(words.noneIgnored), { exact: true }).waitFor()

  const browserOf = (agent: string) => ({ 'user-agent': agent, origin })
  const linkOf = async (name: string) => {
    const person = await place.contact({ name, accountId: account.id })
    return `${origin}/s/${invitationToken(place.keys, await makeInvitation(place, program, person))}`
  }
  const gateway = browserOf('Mozilla/5.0 (Windows NT 10.0) Chrome/129')
  const scanned = await linkOf('Hanako Hoshi')
  for (const score of [0, 5, 9]) await fetch(`${scanned}?score=${score}`, { headers: gateway })
  await fetch(`${await linkOf('Rui Hoshi')}?score=9`, { method: 'HEAD', headers: gateway })
  const posted = await linkOf('Uta Umi')
  const html = await (await fetch(`${posted}?score=2`, { headers: gateway })).text()
  const body = new URLSearchParams({ score: '2', nonce: fieldOf(html, 'nonce'), comment: 'Too slow.', lang: 'en' })
  expect((await fetch(posted, { method: 'POST', body, headers: gateway })).status).toBe(202)
  await fetch(`${await linkOf('Ana Aoki')}?score=9`, {
    headers: browserOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)'),
  })

  const fact = (name: string) => page.locator('dl > div', { hasText: name }).locator('dd')
  const ledger = () => Promise.all([words.ignored, words.openClicks, words.toDecide].map((word) => fact(say(word)).innerText())) // prettier-ignore
  await expect.poll(async () => (await page.reload(), await ledger()), { timeout: 10_000 }).toEqual(['4', '1', '1'])
  await look(page)

  await fact(say(words.openClicks)).getByRole('link').click()
  await page.getByRole('rowheader', { name: 'Ana Aoki' }).waitFor()
  await look(page)
  await page.goBack()
  await fact(say(words.toDecide)).getByRole('link').click()
  await page.getByText(say(stateWords.quarantined)).first().waitFor()
  await page.getByText('Too slow.').click()
  await page.getByText(say(reasonWords.too_fast!)).waitFor()
  await look(page)

  await page.getByRole('button', { name: say(words.drop) }).click()
  await page.getByText(say(words.saidDropped)).waitFor()
  await page.getByRole('button', { name: say(uiWords.undo) }).click()
  await page.getByText(say(words.saidKept)).waitFor()
  await page.getByRole('button', { name: say(words.count) }).click()
  await page.getByText(say(words.countTitle, { score: 2 })).waitFor()
  await look(page)
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say(words.count) })
    .click()
  await page.getByText(say(words.saidCounted, { score: 2 })).waitFor()
  expect(await page.getByRole('button', { name: say(words.count) }).count()).toBe(0)
  await look(page)

  expect(complaints).toEqual([])
  await place.close()
})
