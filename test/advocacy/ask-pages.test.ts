import { afterAll, beforeAll, expect, test } from 'vitest'
import { askSettings } from '#app/advocacy/catalogue/ask-settings.server.ts'
import { draftOfAsk } from '#app/advocacy/catalogue/ask-draft.ts'
import { askKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { serve } from '#test/access/listener.ts'
import { fieldsOfAsk } from '#test/advocacy/ask-fields.ts'
import { world, type World } from '#test/world.ts'

let w: World
let served: Awaited<ReturnType<typeof serve>>
let csm: string
beforeAll(async () => {
  w = await world()
  served = await serve(w)
  csm = (await w.user({ roles: ['csm'] })).id
})
afterAll(() => served.close())

type Fields = Record<string, string | string[]>

async function visit(path: string, fields?: Fields, as = w.admin.id!) {
  const body = fields && new URLSearchParams()
  for (const [name, value] of Object.entries(fields ?? {})) for (const one of [value].flat()) body!.append(name, one)
  const response = await served.fetch(path, {
    method: body ? 'POST' : 'GET',
    body,
    cookie: await served.signedIn(as),
    headers: { accept: 'text/html' },
  })
  return { status: response.status, to: response.headers.get('location'), html: await response.text() }
}
const here = '/settings/asks/reference'
const usual = (number: number, more: Fields): Fields => ({
  ...fieldsOfAsk(draftOfAsk({ kind: 'reference', number, content: standardAsks.reference })),
  intent: 'save',
  ...more,
})
/** The text in an area of the page. */
const areaOf = (html: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*>([^<]*)<`).exec(html)?.[1]
const inputOf = (html: string, name: string) =>
  [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(`name="${name}"`))

test('the list says of each kind whether it is used, who may be asked, and which version holds', async () => {
  const { html } = await visit('/settings/asks')
  for (const name of ['Referral', 'Reference call', 'Review', 'Quote', 'Case study', 'Talk at an event', 'Advisory board', 'Ambassador']) expect(html).toContain(`>${name}</a>`) // prettier-ignore
  expect(html).toContain(
    'Promoter in the last 180 days · agreed to be asked for it · not in the 30 days after any ask · not in the 180 days after the last one of this kind · health: Good, Watch, Unknown · not in the 60 days before the renewal · at most 10 waiting for an answer',
  )
  expect(inputOf(html, 'perPerson')[0]).toContain('value="2"')
})

test('a kind is edited without script; what is wrong comes back beside what was typed', async () => {
  const wrong = await visit(
    here,
    usual(0, { on: [], 'wording.en.body': 'Dear {vorname},\r\nhello', 'rules.mostOpen': '3' }),
  )
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Only the three variables above can be filled in. Unknown: {vorname}')
  expect(areaOf(wrong.html, 'wording.en.body')?.replace('\r', '')).toBe('Dear {vorname},\nhello')
  expect(inputOf(wrong.html, 'rules.mostOpen')[0]).toContain('value="3"')
  expect(inputOf(wrong.html, 'on')[0]).not.toContain('checked')
  expect((await visit(here, usual(0, { 'rules.quietDays': '-3' }))).status).toBe(400)
  expect((await visit(here, usual(0, { 'rules.healths': [] }))).html).toContain(
    'Tick at least one, else nobody could be asked.',
  )
  expect((await visit(here, usual(0, { 'reward.ja': 'ギフト券' }))).html).toContain(
    'Say it in both languages, or in none.',
  )
  expect((await askKind(w.ctx(), 'reference')).number).toBe(0)

  expect(await visit(here, usual(0, { 'rules.mostOpen': '3' }))).toMatchObject({ status: 302, to: here })
  expect(await askKind(w.ctx(), 'reference')).toMatchObject({ number: 1, content: { rules: { mostOpen: 3 } } })
})

test('who typed on an older version keeps what was typed and cannot save over the newer one', async () => {
  const { number } = await askKind(w.ctx(), 'reference')
  await visit(here, usual(number, { 'rules.mostOpen': '4' }))
  const late = await visit(here, usual(number, { 'wording.ja.subject': '別の件名' }))
  expect(late.status).toBe(409)
  expect(late.html).toContain('Somebody else changed this in the meantime')
  expect(inputOf(late.html, 'wording.ja.subject')[0]).toContain('value="別の件名"')
  // The version it was typed on stays in the form, so a second press is refused as well.
  expect(inputOf(late.html, 'base')[0]).toContain(`value="${number}"`)
})

test('an earlier version is read, and made to hold again', async () => {
  const { number } = await askKind(w.ctx(), 'reference')
  const old = await visit(`${here}?version=0`)
  expect(old.html).toContain('You read an earlier version')
  expect(old.html).not.toContain('name="wording.en.body"')
  expect(await visit(here, { intent: 'restore', base: String(number), number: '0' })).toMatchObject({ status: 302 })
  expect(await askKind(w.ctx(), 'reference')).toMatchObject({ number: number + 1, content: standardAsks.reference })
  expect((await visit(here, { intent: 'restore', base: String(number), number: '0' })).status).toBe(409)
})

test('words are shown as they are, whatever they look like', async () => {
  const { number } = await askKind(w.ctx(), 'reference')
  const nasty = '<img src=x onerror=alert(1)> "quoted" {name}'
  await visit(here, usual(number, { 'wording.en.subject': nasty, 'reward.en': nasty, 'reward.ja': nasty }))
  for (const path of [here, `${here}?version=${number + 1}`, '/settings/asks']) {
    const { html } = await visit(path, undefined, csm)
    expect(html).not.toContain('<img src=x')
  }
  expect((await visit(here)).html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;quoted&quot; Maria Fischer')
})

test('a csm reads without a form; there is no kind that nobody knows', async () => {
  const { html } = await visit(here, undefined, csm)
  expect(html).toContain('As a customer reads it')
  expect(html).not.toContain('name="intent"')
  expect((await visit(here, usual(0, {}), csm)).status).toBe(403)
  expect((await visit('/settings/asks', { perPerson: '9', perAccount: '9' }, csm)).status).toBe(403)
  expect((await visit('/settings/asks/kidney')).status).toBe(404)
  expect((await visit('/settings/asks/kidney', usual(0, {}))).status).toBe(404)
  expect((await visit(here, { intent: 'nothing' })).status).toBe(400)
  expect((await visit(`${here}?version=999`)).status).toBe(404)
})

test('the audit page says which kind was changed, and leads there', async () => {
  const { html } = await visit('/settings/audit?type=advocacy.ask_kind_changed')
  expect(html).toContain(`href="${here}"`)
  expect(html).toContain('>Reference call<')
  expect(html).toMatch(/version: 1\b/)
})

test('the budgets are set within their bounds', async () => {
  const wrong = await visit('/settings/asks', { perPerson: '51', perAccount: '3' })
  expect(wrong.status).toBe(400)
  expect(inputOf(wrong.html, 'perPerson')[0]).toContain('value="51"')
  expect(inputOf(wrong.html, 'perAccount')[0]).toContain('value="3"')
  expect(await askSettings(w.ctx())).toEqual({ perPerson: 2, perAccount: 2 })
  expect(await visit('/settings/asks', { perPerson: '4', perAccount: '3' })).toMatchObject({ status: 302 })
  expect(await askSettings(w.ctx())).toEqual({ perPerson: 4, perAccount: 3 })
})
