import { eq, like, sql } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitationToken } from '#app/delivery/invitation-token.server.ts'
import { quietWindow } from '#app/responses/evidence.ts'
import { jobs } from '#db/schema/jobs.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { touches } from '#db/schema/responses-touches.ts'
import { programs } from '#db/schema/surveys.ts'
import type { Integrity } from '#db/enums/surveys.ts'
import { placeOf } from '#test/answering/place.ts'
import { accessibilityFaults, openBrowser, visitor, type Page } from '#test/browser.ts'
import { makeInvitation, makeProgram } from '#test/responses/make.ts'
import { startServer, type Server } from '#test/server.ts'

let server: Server
let place: Awaited<ReturnType<typeof placeOf>>
let browser: Browser
const of = {} as Record<Integrity, Awaited<ReturnType<typeof makeProgram>>>
beforeAll(async () => {
  server = await startServer()
  place = await placeOf(server)
  browser = await openBrowser()
  for (const mode of ['strict', 'balanced', 'on_load'] as const) {
    of[mode] = await makeProgram(place, { name: mode })
    await place.store.write((tx) => tx.update(programs).set({ integrity: mode }).where(eq(programs.id, of[mode].id)))
  }
})
afterAll(async () => {
  await browser.close()
  await place.close()
  await server.stop()
})

async function linkOf(mode: Integrity = 'balanced') {
  const invitation = await makeInvitation(place, of[mode], await place.contact())
  return { invitation, url: `${server.url}/s/${invitationToken(place.keys, invitation)}` }
}

const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36'

/** A browser as people have it: nothing in it says that a program drives it. */
async function person() {
  const one = await visitor(browser, { userAgent })
  await one.context.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false, configurable: true }),
  )
  return one
}

const sentFor = async (invitationId: string) =>
  (
    await place.store.db
      .select({ revision: responseRevisions })
      .from(responseRevisions)
      .innerJoin(responses, eq(responses.id, responseRevisions.responseId))
      .where(eq(responses.invitationId, invitationId))
      .orderBy(responseRevisions.number)
  ).map(({ revision: { score, evidence, standing, reasons } }) => [score, evidence, standing, ...reasons].join(' '))

/** Makes what happened so far two minutes older, and lets the worker look at it now. */
async function letQuietPass(invitationId: string) {
  const ms = quietWindow + 5_000
  await place.store.write(async (tx) => {
    const [answer] = await tx.select().from(responses).where(eq(responses.invitationId, invitationId))
    await tx.update(touches).set({ at: sql`${touches.at} - ${ms}` }).where(eq(touches.invitationId, invitationId)) // prettier-ignore
    if (answer)
      await tx.update(responseRevisions).set({ at: sql`${responseRevisions.at} - ${ms}` }).where(eq(responseRevisions.responseId, answer.id)) // prettier-ignore
    await tx.update(jobs).set({ runAt: 0 }).where(like(jobs.key, 'confirm/%'))
  })
}
/** No posting follows any more: the script waits 0.4 s. */
const afterAWhile = (page: Page) => page.waitForTimeout(1_200)

describe('a person who taps 9 in the mail', () => {
  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['moves the pointer', (page) => page.mouse.move(200, 200, { steps: 3 })],
    ['presses somewhere', (page) => page.mouse.click(20, 20)],
    ['scrolls', (page) => page.mouse.wheel(0, 200)],
    ['presses a key', (page) => page.keyboard.press('Tab')],
  ])('and %s has answered once it was quiet for a while', async (_name, touch) => {
    const { invitation, url } = await linkOf()
    const { page, context, complaints } = await person()
    await page.goto(`${url}?score=9`)
    await touch(page)
    await expect.poll(() => sentFor(invitation.id)).toEqual(['9 implicit tentative'])
    await context.close()
    await letQuietPass(invitation.id)
    await expect.poll(() => sentFor(invitation.id), { timeout: 20_000 }).toEqual(['9 implicit accepted'])
    expect(complaints).toEqual([])
  })

  it('chooses 7 on the page and closes it at once: 7 it is', async () => {
    const { invitation, url } = await linkOf()
    const { page, context } = await person()
    await page.goto(`${url}?score=9`)
    expect(await page.locator('button.go').innerText()).toBe('Send my answer: 9')
    await page.locator('#s7').check({ force: true })
    expect(await page.locator('button.go').innerText()).toBe('Send my answer')
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => sentFor(invitation.id)).toEqual(['7 implicit tentative'])
    await context.close()
  })

  it('and thinks aloud with the pointer leaves one answer, of the score chosen last', async () => {
    const { invitation, url } = await linkOf()
    const { page, context } = await person()
    await page.goto(`${url}?score=9`)
    for (const score of [8, 7]) {
      await page.locator(`#s${score}`).check({ force: true })
      await afterAWhile(page)
    }
    expect(await sentFor(invitation.id)).toEqual(['8 implicit superseded', '7 implicit tentative'])
    await context.close()
  })

  it('and presses Send is counted at once, with one post', async () => {
    const { invitation, url } = await linkOf()
    const { page, context } = await person()
    await page.goto(`${url}?score=9`)
    await page.waitForTimeout(800)
    const posts: string[] = []
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.postData() ?? ''))
    await page.locator('button.go').click()
    await page.getByText('Your answer: 9').waitFor()
    await afterAWhile(page)
    expect(await sentFor(invitation.id)).toEqual(['9 explicit accepted'])
    expect(posts).toHaveLength(1)
    await context.close()
  })

  it('meets no fault and no link that can be reached but not seen', async () => {
    const { url } = await linkOf()
    const { page, context, complaints } = await person()
    await page.goto(`${url}?score=9`)
    expect(await accessibilityFaults(page)).toEqual([])
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')).not.toContain('more')
    }
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('a browser without a person', () => {
  it.each(['strict', 'balanced'] as const)(
    'that runs scripts on all links leaves nothing that counts (%s)',
    async (mode) => {
      const { invitation, url } = await linkOf(mode)
      const { page, context } = await person() // it hides what it is
      for (const score of [0, 5, 10]) {
        await page.goto(`${url}?score=${score}`)
        await page.evaluate(() => {
          for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'click', 'touchstart'])
            document.body.dispatchEvent(new Event(type, { bubbles: true }))
          window.scrollTo(0, 400)
          document.querySelector<HTMLElement>('label[for=s3]')!.click()
        })
        await afterAWhile(page)
      }
      await context.close()
      expect(await sentFor(invitation.id)).toEqual([])
    },
  )

  it('that moves a pointer and says that a program drives it is put aside', async () => {
    const { invitation, url } = await linkOf()
    const { page, context } = await visitor(browser, { userAgent })
    await page.goto(`${url}?score=9`)
    await page.mouse.move(200, 200, { steps: 3 })
    await expect.poll(() => sentFor(invitation.id)).toEqual(['9 implicit quarantined webdriver'])
    await context.close()
  })

  it('with the name of a headless one is a robot, whatever it does', async () => {
    const { invitation, url } = await linkOf()
    const { page, context } = await visitor(browser, { userAgent: userAgent.replace('Chrome', 'HeadlessChrome') })
    await page.goto(`${url}?score=9`)
    await afterAWhile(page)
    const left = await place.store.db.select().from(touches).where(eq(touches.invitationId, invitation.id))
    expect(left.map(({ kind }) => kind)).toEqual(['robot'])
    await context.close()
  })

  it('that only opens the page is an answer where the program says so', async () => {
    const { invitation, url } = await linkOf('on_load')
    const { page, context } = await person()
    await page.goto(`${url}?score=3`)
    await expect.poll(() => sentFor(invitation.id)).toEqual(['3 implicit tentative'])
    await context.close()
  })
})
