import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { askToken } from '#app/advocacy/asking/ask-token.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { listConsents } from '#app/advocacy/list-consents.server.ts'
import { withdrawConsent } from '#app/advocacy/withdraw-consent.server.ts'
import { gatherMyData } from '#app/answering/my-data/gather-my-data.server.ts'
import { showAsk } from '#app/answering/ask/show-ask.server.ts'
import { takeAsk } from '#app/answering/ask/take-ask.server.ts'
import type { Visit } from '#app/answering/visit.ts'
import { newId } from '#app/platform/ids.server.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { preferences } from '#db/schema/delivery.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { world, type World } from '#test/world.ts'

let w: World
let askId: string
let contactId: string
beforeEach(async () => {
  w = await world()
  const account = await w.account({ health: 'green' })
  const [hana] = await promoters(w, account, ['Mori Hana'])
  contactId = hana!.id
  askId = newId('ask', w.now())
  await w.store.write(async (tx) => {
    await tx.insert(asks).values({
      id: askId,
      kind: 'review',
      version: 0,
      contactId,
      accountId: account.id,
      state: 'sent',
      channel: 'mail',
      holderId: w.admin.id,
      reservedAt: w.now(),
      reservedUntil: w.now(),
      quarter: 8104,
      language: 'en',
      subject: 'A <b>small</b> favour',
      body: 'Dear Hana,\n<script>alert(1)</script>',
      sentAt: w.now(),
    })
  })
})

function visit(over: { query?: string; form?: Record<string, string>; token?: string } = {}): Visit {
  return {
    ctx: w.anonymous(),
    token: over.token ?? askToken(w.keys, askId),
    method: over.form ? 'POST' : 'GET',
    query: new URLSearchParams(over.query),
    header: () => null,
    body: () => Promise.resolve({ text: new URLSearchParams(over.form).toString(), whole: true }),
    cspNonce: 'n',
    requestId: 'r',
    remoteAddress: '127.0.0.1',
    afterReply: () => undefined,
  }
}
const nonceOf = (html: string) => /name="nonce" value="([^"]+)"/.exec(html)![1]!
async function press(act: string, fields: Record<string, string> = {}, wait = 5_000) {
  const { body } = await showAsk(visit({ query: 'lang=en' }))
  w.clock.advance(wait)
  return takeAsk(visit({ form: { act, nonce: nonceOf(body), lang: 'en', ...fields } }))
}
const stored = async () => (await w.store.db.select().from(asks).where(eq(asks.id, askId)))[0]!
const wishes = async () => (await w.store.db.select().from(preferences)).map(({ scope, choice }) => [scope, choice])

it('opening it changes nothing, and what a colleague wrote is text', async () => {
  const { status, body } = await showAsk(visit({ query: 'lang=en' }))
  expect(status).toBe(200)
  for (const text of [
    'A &lt;b&gt;small&lt;/b&gt; favour',
    'Aiko Admin of Sora asks you',
    'Yes, gladly',
    'No, thank you',
  ])
    expect(body).toContain(text)
  expect(body).not.toMatch(/<script|\son\w+=|style="/)
  expect((await showAsk(visit({ query: 'lang=ja' }))).body).toContain('はい、協力します')
  expect(await stored()).toMatchObject({ state: 'sent', answeredAt: null })
})

it('yes, then no, then later: each is said, and may be changed', async () => {
  expect((await press('accept')).status).toBe(303)
  expect(await stored()).toMatchObject({ state: 'accepted' })
  expect((await showAsk(visit({ query: 'lang=en' }))).body).toContain('Aiko Admin will be in touch')
  await press('decline')
  expect(await stored()).toMatchObject({ state: 'declined' })
  await press('later', { months: '6' })
  expect(await stored()).toMatchObject({ state: 'later' })
  expect((await showAsk(visit({ query: 'lang=en' }))).body).toContain('We will not ask before 29 Aug 2026')
})

it('what a yes agreed to is read with its words by staff and by the person, and staff may note that it is taken back', async () => {
  await press('accept')
  const text = standardAsks.review.wording.en.consent
  const review = async () => (await listConsents(w.ctx(), contactId)).find((one) => one.kind === 'review')
  expect(await review()).toMatchObject({ state: 'given', agreed: { text, language: 'en' } })
  const said: string[] = []
  const person = w.ctx({ kind: 'contact', id: contactId })
  for await (const item of gatherMyData(person, contactId, 'en')) said.push(JSON.stringify(item))
  expect(said.join()).toContain(text.replaceAll('{company}', 'Sora').slice(0, 40))
  await withdrawConsent(w.ctx(), { contactId, kind: 'review' })
  expect(await review()).toMatchObject({ state: 'withdrawn' })
})

it('without the page’s own nonce, at once, or with anything else nothing is answered', async () => {
  for (const nonce of ['', 'x']) expect((await takeAsk(visit({ form: { act: 'accept', nonce } }))).status).toBe(202)
  expect((await press('accept', {}, 100)).status).toBe(202)
  expect((await press('frobnicate')).status).toBe(400)
  expect(await stored()).toMatchObject({ state: 'sent' })
})

it('mail programs stop all asks by one click, and it can be taken back', async () => {
  const { body } = await takeAsk(visit({ form: { 'List-Unsubscribe': 'One-Click' } }))
  expect(body).toContain('You receive no such requests any more')
  expect(await wishes()).toEqual([['asks', 'off']])
  await press('undo-stop')
  expect(await wishes()).toEqual([])
  await press('stop')
  expect(await wishes()).toEqual([['asks', 'off']])
})

it('a forged link and one that was never sent open the same nothing; one that is over says so', async () => {
  const forged = await showAsk(visit({ token: `${askToken(w.keys, askId)}x`, query: 'lang=en' }))
  await w.store.write(async (tx) => void (await tx.update(asks).set({ state: 'reserved' })))
  const unsent = await showAsk(visit({ query: 'lang=en' }))
  expect([forged.status, unsent.status, forged.body]).toEqual([404, 404, unsent.body])
  await w.store.write(async (tx) => void (await tx.update(asks).set({ state: 'cancelled' })))
  expect((await showAsk(visit({ query: 'lang=en' }))).body).toContain('This request is closed')
  await press('accept')
  expect(await stored()).toMatchObject({ state: 'cancelled' })
})
