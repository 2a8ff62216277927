import type { Browser } from 'playwright-core'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { responses } from '#db/schema/responses.ts'
import { openedDoor } from '#test/answering/doors.ts'
import { placeOf } from '#test/answering/place.ts'
import { openBrowser, visitor } from '#test/browser.ts'
import { invited, makeProgram } from '#test/responses/make.ts'
import { startServer, type Server } from '#test/server.ts'

/* Pages are `no-store`: nothing of them is kept in a cache. What was typed is kept by the browser with its history. */

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

describe.each([true, false])('with script: %s', (javaScriptEnabled) => {
  async function typing(link?: string) {
    const { invitation } = await invited(place, { program })
    const { page, context } = await visitor(browser, { javaScriptEnabled })
    await page.goto(link ?? `${server.url}/s/${invitationToken(place.keys, invitation)}`)
    await page.locator('#s2').check({ force: true })
    await page.fill('textarea', 'typed with care')
    await page.waitForTimeout(800) // a person takes at least 700 ms
    const kept = async () => [await page.inputValue('textarea'), await page.locator('#s2').isChecked()]
    const answered = async () =>
      (await place.store.db.select().from(responses)).filter((row) => row.invitationId === invitation.id)
    return { page, context, kept, answered }
  }

  it('what was typed is there again after a look at another page', async () => {
    const { page, context, kept } = await typing()
    await page.click('footer a[href^="/u/"]')
    await page.goBack()
    expect(await kept()).toEqual(['typed with care', true])
    await context.close()
  })

  it('it is there after a network that was gone, and can be sent then', async () => {
    const { page, context, kept, answered } = await typing()
    await context.setOffline(true)
    await page.click('button.go').catch(() => undefined)
    await context.setOffline(false)
    await page.goBack()
    expect(await kept()).toEqual(['typed with care', true])
    await page.waitForTimeout(800)
    await page.click('button.go')
    await page.getByText('Your answer: 2').waitFor()
    expect(await answered()).toMatchObject([{ score: 2, comment: 'typed with care' }])
    await context.close()
  })

  it('it is on the page that says that it could not be saved, and on the page before that', async () => {
    const { page, context, kept, answered } = await typing()
    const other = new Database(`${server.dataDir}/koe.db`)
    other.exec('begin immediate')
    await page.click('button.go')
    expect(await kept()).toEqual(['typed with care', true])
    other.exec('rollback')
    other.close()
    await page.goBack()
    expect(await kept()).toEqual(['typed with care', true])
    await page.waitForTimeout(800)
    await page.click('button.go')
    await page.getByText('Your answer: 2').waitFor()
    expect(await answered()).toMatchObject([{ score: 2, comment: 'typed with care' }])
    await context.close()
  })

  it('at a link for everybody, back from the thanks doesn’t lose it either', async () => {
    const { token } = await openedDoor(place)
    const { page, context, kept } = await typing(`${server.url}/s/${token}`)
    await page.click('button.go')
    await page.getByText('Your answer: 2').waitFor()
    await page.goBack()
    expect(await kept()).toEqual(['typed with care', true])
    await context.close()
  })
})
