import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stateWords } from '#app/cases/words.ts'
import { openBrowser, visitor } from '#test/browser.ts'
import { emptyDatabase } from '#test/database.ts'
import * as step from '#test/journey/steps.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

/** Processes that work on one database sign with one secret. */
const secret = { KOE_SECRET: 'one secret for all the processes of this test' }

const places = [
  ['sqlite', 'in one process'],
  ['postgres', 'in one process'],
  ['postgres', 'with the worker in a process of its own'],
] as const

describe.each(places)('on %s, %s', (engine, how) => {
  let server: Server
  let worker: Server | undefined
  let browser: Browser

  beforeAll(async () => {
    const env = { DATABASE_URL: await emptyDatabase(engine), ...secret }
    const apart = how !== 'in one process'
    ;[server, browser] = await Promise.all([startServer(apart ? { ...env, KOE_PROCESS: 'web' } : env), openBrowser()])
    if (apart) worker = await startServer({ ...env, KOE_PROCESS: 'worker', PUBLIC_URL: server.url })
  })
  afterAll(async () => {
    await browser?.close()
    await worker?.stop()
    await server?.stop()
  })

  it('from a customer list to a routed answer: import, launch, answer from the mail, case, advocate, number, resolved', async () => {
    const origin = server.url
    const { page, complaints } = await visitor(browser, { locale: 'en' })
    await step.becomeFirstAdmin(page, await firstAdminLink(server))

    await step.importCustomers(page, origin, step.customers, 2)
    await step.createProgram(page, origin, 'How are we doing?')
    await step.launch(page, 2)

    const unhappy = await step.scoreLink(page, origin, 'hanako@hoshi.test', 3)
    const happy = await step.scoreLink(page, origin, 'uta@umi.test', 10)
    expect(await step.answer(browser, unhappy, 'The support never called back.')).toContain('Thank you')
    expect(await step.answer(browser, happy, 'Wonderful people.')).toContain('Thank you')

    await page.goto(`${origin}/cases?scope=all`)
    const queue = await page.getByRole('main').textContent()
    expect(queue).toContain('Hoshi Trading')
    expect(queue).toContain('The support never called back.')
    expect(queue).not.toContain('Umi Foods')

    await page.goto(`${origin}/advocates`)
    const advocates = await page.getByRole('main').textContent()
    expect(advocates).toContain('Uta Umi')
    expect(advocates).not.toContain('Hanako Hoshi')

    // One promoter, one detractor: 50 % − 50 % = 0. Interval: (1 + ¾, 0 + 1½, 1 + ¾) of 5, so 0 ± 1.96 √(0.7 / 5) = ± 73.
    await page.goto(origin)
    const today = await page.getByRole('main').textContent()
    expect(today).toContain('(−73 to 73) · n = 2')

    await step.resolveCase(page, origin, 'Hoshi Trading')
    expect(await page.getByRole('main').textContent()).toContain(step.say(stateWords.resolved))

    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('the first admin’s link works once', async () => {
    const { page, context } = await visitor(browser)
    await page.goto(`${server.url}/first-admin?token=again`)
    await page.waitForURL(/\/sign-in/)
    await context.close()
  })

  it('who is not signed in is sent to sign in, and comes back to where they wanted to go', async () => {
    const { page, context } = await visitor(browser, { locale: 'en' })
    await page.goto(`${server.url}/advocates`)
    await page.waitForURL(/\/sign-in/)
    await step.signIn(page)
    await page.waitForURL(/\/advocates/)
    await context.close()
  })
})
