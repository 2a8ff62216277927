import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, openBrowser, overflows, visitor, type Page, type Visitor } from '#test/browser.ts'
import * as step from '#test/journey/steps.ts'
import { scriptSize } from '#test/script-size.ts'
import { firstAdminLink, startServer, type Server } from '#test/server.ts'

let server: Server
let browser: Browser
let me: Visitor
let survey: string
let monthly: string
/** The address of a personal link. */
let referral: string
/** What stands for each `:parameter` of the table of contents, by the page that wants it. */
let samples: Record<string, string>
/** Of the door whose page is looked at. */
let doorId: string

const phone = { width: 360, height: 740 }

/** Every page of `app/routes.ts`: routes with a screen. */
const pages = [...readFileSync('app/routes.ts', 'utf8').matchAll(/(?:index\(|route\('([^']+)', )'[^']+\.tsx'/g)].map(([, path]) => `/${path ?? ''}`) // prettier-ignore

/** Pages that only somebody without an account, or with a link, can see. */
const outside = ['/sign-in', '/forgotten', '/first-admin', '/reset/:token', '/invite/:token', '/m/:token', '/*']

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  me = await visitor(browser, { locale: 'en' })
  await step.becomeFirstAdmin(me.page, await firstAdminLink(server))
  await step.importCustomers(me.page, server.url, step.customers, 2)
  const programId = await step.createProgram(me.page, server.url, 'How are we doing?')
  await step.launch(me.page, 2)
  survey = await step.scoreLink(me.page, server.url, 'hanako@hoshi.test', 3)
  await step.answer(browser, survey, 'The support never called back.')
  await step.answer(browser, await step.scoreLink(me.page, server.url, 'uta@umi.test', 10), 'Wonderful people.')
  const database = new Database(join(server.dataDir, 'koe.db'), { readonly: true })
  const first = (table: string) => (database.prepare(`select id from ${table} order by id limit 1`).get() as { id: string }).id // prettier-ignore
  await send(
    '/accounts/owners',
    { ids: first('accounts') },
    { seat: 'owner', toId: first('users'), cases: 'stay', seen: '1' },
  )
  await me.page.goto(`${server.url}/voices/new?account=${first('accounts')}`)
  await me.page.locator('[name=text]').fill('They may leave us.')
  await me.page.locator('[name=date]').fill('2026-01-02')
  await me.page.locator('button[value=save]').click()
  await me.page.waitForURL(/\/voices\/(?!new)/)
  await me.page.goto(`${server.url}/programs/${programId}/doors/new`)
  await me.page.locator('[name=name]').fill('Front desk')
  await me.page.locator('main form button[type=submit]').last().click()
  await me.page.waitForURL(/\/doors\/dor_/)
  doorId = new URL(me.page.url()).pathname.split('/').at(-1)!
  await send(
    '/referrals/new',
    { referrer: first('contacts') },
    { contactId: first('contacts'), name: 'Ken Suzuki', email: 'ken@minato.test', company: 'Minato Foods' },
  )
  await send(`/contacts/${first('contacts')}/referral-link`, {}, { verb: 'make' })
  const link = database.prepare('select code from referral_links').get() as { code: string }
  referral = `${server.url}/r/${link.code}`
  samples = {
    '/settings/people/:id': first('users'),
    '/settings/calendar/:id': 'main',
    '/accounts/moves/:id': first('owner_moves'),
    '/accounts/merges/:id': 'job_merge',
    '/accounts/:id': first('accounts'),
    '/accounts/:accountId': first('accounts'),
    '/asks/:id': 'ask_sample',
    '/contacts/:id': first('contacts'),
    '/contacts/:contactId': first('contacts'),
    '/imports/:id': first('imports'),
    '/waves/:waveId': first('waves'),
    '/programs/:programId': programId,
    '/responses/:id': first('responses'),
    '/settings/asks/:kind': 'reference',
    '/settings/topics/:id': first('topics'),
    '/settings/routing/rules/:id': 'rul_about_owner',
    '/settings/playbooks/:id': 'new',
    '/settings/reply-templates/:id': 'rpt_heard_en',
    '/voices/:id': first('voices'),
    '/cases/:id': first('cases'),
    '/referrals/:id': first('referrals'),
    '/mailbox/:id': first('messages'),
    '/quotes/:id': 'qte_sample',
    '/rewards/:id': 'rwd_sample',
    '/rewards/rules/:rule': 'ask_done-review',
  }
  // A merge so large that a job does it would take longer to make than all else here.
  const writer = new Database(join(server.dataDir, 'koe.db'))
  const payload = JSON.stringify({ kind: 'account', from: 'acc_gone', into: first('accounts') })
  writer.prepare("insert into jobs (id, kind, key, payload, state, run_at, attempt, max_attempts, created_at) values ('job_merge', 'loop.merge', 'merge/acc_gone/1', ?, 'done', 1, 1, 8, 1)").run(payload) // prettier-ignore
  const quote = { contact: first('contacts'), parts: JSON.stringify({ name: true, title: true, company: true }) }
  writer.prepare("insert into quotes (id, contact_id, language, original, text, attribution, rewarded, state, generation, lock_version, position, created_by, created_at, updated_at) values ('qte_sample', @contact, 'en', 'They are quick and kind.', 'They are very kind.', @parts, 1, 'draft', 0, 0, 0, 'usr', 1, 1)").run(quote) // prettier-ignore
  writer.prepare("insert into rewards (id, rule, cause_id, version, contact_id, points, points_anyway, gift_kind, amount_minor, currency, state, earned_at) values ('rwd_sample', 'ask_done:review', 'ask_sample', 1, ?, 10, 1, 'amount', 5000, 'JPY', 'approved', 1)").run(quote.contact) // prettier-ignore
  writer.prepare("insert into asks (id, kind, version, contact_id, state, channel, holder_id, reserved_at, reserved_until, quarter, language, subject, body, sent_at) values ('ask_sample', 'reference', 0, ?, 'sent', 'mail', ?, 1, 1, 8104, 'en', 'May we?', 'Dear Hanako', 1)").run(quote.contact, first('users')) // prettier-ignore
  writer.close()
  database.close()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Sends a form as the page itself would. */
async function send(path: string, query: Record<string, string>, form: Record<string, string>) {
  const url = `${server.url}${path}?${new URLSearchParams(query).toString()}`
  const status = await me.page.evaluate(
    ([url, form]) => fetch(url, { method: 'POST', body: new URLSearchParams(form) }).then((reply) => reply.status),
    [url, form] as const,
  )
  expect({ path, status }).toEqual({ path, status: 200 })
}

/** A real address of a page: its parameter replaced by a row that is there. */
function address(path: string): string {
  const pattern = Object.keys(samples).find((known) => path === known || path.startsWith(`${known}/`))
  if (!path.includes(':')) return path
  if (pattern === undefined) throw new Error(`No sample for ${path}: add one, so that the page is looked at.`)
  return path.replace(/:\w+/, samples[pattern]!).replace(':doorId', doorId)
}

async function speak(locale: string) {
  await me.page.goto(server.url)
  await me.page.evaluate((to) => fetch('/preferences', { method: 'POST', body: new URLSearchParams({ locale: to }) }), locale) // prettier-ignore
}

describe.each(['en', 'ja'])('in %s', (locale) => {
  beforeAll(async () => {
    await speak(locale)
    await send('/settings/monthly', {}, { intent: 'try' })
    monthly = await step.mailLink(me.page, server.url, step.admin.email, 'a[href*="/m/"]')
  })

  /** In Japanese only what differs by language is looked at again, as on a phone: everything but the colours. */
  async function faultsOf(page: Page): Promise<string[]> {
    if (locale === 'ja') return accessibilityFaults(page, 'without')
    const faults = await accessibilityFaults(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    faults.push(...(await accessibilityFaults(page, 'only')).map((fault) => `dark: ${fault}`))
    await page.emulateMedia({ colorScheme: 'light' })
    return faults
  }

  it.each(pages.filter((path) => !outside.includes(path)))(
    'staff page %s has no fault that axe finds, and fits a phone',
    async (path) => {
      const { page, complaints } = me
      await page.setViewportSize(locale === 'ja' ? phone : { width: 1280, height: 900 })
      const reply = await page.goto(server.url + address(path))
      expect(reply?.status()).toBe(200)
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      const faults = await faultsOf(page)
      await page.setViewportSize(phone)
      const wide = await overflows(page)
      expect({ faults, wide, complaints: complaints.splice(0) }).toEqual({ faults: [], wide: false, complaints: [] })
    },
  )

  it.each(['/sign-in', '/forgotten', 'survey', 'thanks', 'unsubscribe', 'monthly', 'referral', '/nothing-here'])(
    'outside page %s is as good',
    async (name) => {
      const { context, page } = await visitor(browser, { locale, viewport: phone })
      const token = new URL(survey).pathname.split('/').pop()!
      const shown: Record<string, string> = {
        survey: survey.replace(/\?.*/, `?score=9&lang=${locale}`),
        thanks: survey.replace(/\?.*/, `?thanks=1&lang=${locale}`),
        monthly,
        referral: `${referral}?lang=${locale}`,
        unsubscribe: `${server.url}/u/${token}?lang=${locale}`,
      }
      await page.goto(shown[name] ?? server.url + name)
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      expect({ faults: await faultsOf(page), wide: await overflows(page) }).toEqual({ faults: [], wide: false })
      await context.close()
    },
  )
})

it('the first staff page sends at most 150 KB of JavaScript, gzipped', async () => {
  const asked: string[] = []
  const size = await scriptSize('/', async (path) => {
    asked.push(path)
    return (await me.page.request.get(server.url + path)).text()
  })
  expect(size).toBeLessThanOrEqual(150)
  // What it counts is what a browser fetches, not the sign-in page.
  const fetched: string[] = []
  const listen = (request: { url(): string }) => void fetched.push(new URL(request.url()).pathname)
  me.page.on('request', listen)
  await me.page.goto(server.url, { waitUntil: 'networkidle' })
  me.page.off('request', listen)
  const scripts = fetched.filter((path) => path.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(20)
  expect(scripts.filter((path) => !asked.includes(path))).toEqual([])
})

it('the table of contents has pages', () => {
  expect(pages.length).toBeGreaterThan(25)
  expect(pages).toContain('/')
})

it('axe and the ruler find what is wrong', async () => {
  const { context, page } = await visitor(browser, { viewport: phone })
  await page.goto(`${server.url}/healthz`)
  await page.setContent(
    '<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><img src="/favicon.svg" width="900"></main></html>',
  )
  expect(await accessibilityFaults(page)).toEqual([expect.stringContaining('image-alt')])
  expect(await overflows(page)).toBe(true)
  await context.close()
})
