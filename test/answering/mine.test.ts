import { beforeEach, expect, it } from 'vitest'
import { ensureReferralLink } from '#app/advocacy/referrals/referral-links.server.ts'
import { shownCode } from '#app/advocacy/referrals/code.ts'
import { personToken } from '#app/advocacy/rewards/person-token.server.ts'
import * as mineRoute from '#app/answering/routes/mine.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { consents } from '#db/schema/advocacy.ts'
import { preferences } from '#db/schema/delivery.ts'
import { published, rowOf, visit } from '#test/advocacy/quoting.ts'
import { done, move, referred, setRule } from '#test/advocacy/rewarding.ts'
import { fieldOf } from '#test/answering/browse.ts'
import { world, type World } from '#test/world.ts'

let w: World
let of: Awaited<ReturnType<typeof published>>
let token: string
beforeEach(async () => {
  w = await world()
  of = await published(w)
  token = personToken(w.keys, of.contact.id)
})
const open = (query = '', by = token) => visit(w, mineRoute, `/mine/${by}${query}`, { token: by })
const post = (fields: Record<string, string>, by = token) => visit(w, mineRoute, `/mine/${by}`, { token: by, fields })
async function press(act: string, more: Record<string, string> = {}) {
  const nonce = fieldOf((await open('?lang=en')).text, 'nonce')
  w.clock.advance(10_000)
  return post({ act, nonce, lang: 'en', ...more })
}

it('shows points, tier, rewards, asks and the link with its leads counted, and names none of them', async () => {
  await setRule(w, 'referral_won', { points: '40', gift: 'amount', amount: '¥5,000' })
  await setRule(w, 'ask_done:event', { points: '2', gift: 'thing', thingEn: 'A <b>mug</b>', thingJa: 'マグ' })
  const code = await ensureReferralLink(w.ctx(), of.contact.id)
  await move(w, await referred(w, of.contact.id), 'qualify', 'win')
  await referred(w, of.contact.id)
  await done(w, of.contact.id, 'event')
  const { text } = await open('?lang=en')
  // 40 + 2, of 50
  for (const said of ['42 points', 'Your tier: Friend', '8 points more to “Advocate”', '¥5,000 + 40 points', 'A &lt;b&gt;mug&lt;/b&gt; + 2 points', shownCode(code), '2 people have come by it.', '1 of them is a customer now.', 'done, thank you']) expect(text).toContain(said) // prettier-ignore
  expect(text).not.toContain('Lead 1')
  expect(text).not.toMatch(/<script|lead\d+@/)
  expect((await open('?lang=ja')).text).toContain('現在のランク：フレンド')
})

it('opening it changes nothing; a link that was altered, or of who is gone, opens nothing', async () => {
  await open()
  expect(await w.store.db.select().from(preferences)).toEqual([])
  for (const by of ['x', token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'), w.keys.sign('ask', of.contact.id)]) expect((await open('', by)).status).toBe(404) // prettier-ignore
  await eraseContact(w.ctx(), { contactId: of.contact.id })
  expect((await open()).status).toBe(404)
  expect((await post({ 'List-Unsubscribe': 'One-Click' })).status).toBe(404)
})

it('a consent is taken back at once, and what was quoted under it is gone; twice is no error', async () => {
  expect((await open('?lang=en')).text).toContain('Take it back')
  expect((await post({ act: 'withdraw', kind: 'quote', lang: 'en' })).status).toBe(202)
  expect((await rowOf(w, of.id)).state).toBe('published')
  expect((await press('withdraw', { kind: 'quote' })).text).toContain('Taken back. It is no longer agreed to.')
  expect((await rowOf(w, of.id)).state).toBe('withdrawn')
  expect(await w.store.db.select().from(consents)).toMatchObject([{ state: 'withdrawn' }])
  expect((await press('withdraw', { kind: 'quote' })).status).toBe(200)
  expect((await press('withdraw', { kind: 'kidney' })).status).toBe(400)
})

it('asks are stopped there, by the button and by the mail program, and allowed again', async () => {
  await press('stop')
  expect(await w.store.db.select().from(preferences)).toMatchObject([{ scope: 'asks', choice: 'off' }])
  await press('undo-stop')
  expect(await w.store.db.select().from(preferences)).toEqual([])
  await post({ 'List-Unsubscribe': 'One-Click' })
  expect(await w.store.db.select().from(preferences)).toMatchObject([{ scope: 'asks', choice: 'off' }])
})
