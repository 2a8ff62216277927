import { beforeEach, expect, it } from 'vitest'
import { reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { editAskKind } from '#app/advocacy/catalogue/edit-ask-kind.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import type { AskKind } from '#db/enums/advocacy.ts'
import { consents } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { referralLinks } from '#db/schema/advocacy-referrals.ts'
import { messages } from '#db/schema/email.ts'
import { answered } from '#test/answering/after.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => void (w = await world()))

/** Switches a kind on for the page after the answer, without the consent that its rules want. */
const offer = (kind: AskKind) => {
  const { rules, ...rest } = standardAsks[kind]
  return editAskKind(w.ctx(), { kind, base: 0, content: { ...rest, on: true, rules: { ...rules, consent: false }, thanks: true } }) // prettier-ignore
}
const all = () => w.store.db.select().from(asks)
const yes = { do: 'ask', kind: 'referral', answer: 'accept' }
const question = 'Do you know somebody we could help?'

it('a promoter is asked on the page after the answer, says yes, and has their link; it is an ask like any other', async () => {
  await offer('referral')
  const { contact, open, send } = await answered(w, 10)
  expect((await open()).html).toContain(question)
  expect(await all()).toEqual([])
  const { status, location } = await send(yes)
  expect([status, location]).toEqual([303, expect.stringContaining('said=ask')])
  expect(await all()).toMatchObject([{ contactId: contact.id, kind: 'referral', channel: 'thanks', state: 'accepted', version: 1 }]) // prettier-ignore
  const [link] = await w.store.db.select().from(referralLinks)
  const { html } = await open('?thanks=1&said=ask&q=9')
  expect(html).toContain(`/r/${link!.code}`)
  expect(html).toContain('Thank you! Sora will be in touch with you.')
  expect((await w.store.db.select().from(consents)).filter(({ askType }) => askType === 'referral')).toMatchObject([{ state: 'given', textVersion: expect.stringMatching(/^ask-/) }]) // prettier-ignore
  expect((await w.store.db.select().from(messages)).filter(({ template }) => template === 'advocacy.referral-link')).toHaveLength(1) // prettier-ignore
  // Nobody else asks this person now.
  expect(await reserveAsk(w.ctx(), { kind: 'event', contactId: contact.id })).toMatchObject({ kind: 'refused', blocks: expect.arrayContaining(['asked_lately']) }) // prettier-ignore
})

it('the same again changes nothing, and a no afterwards ends what was agreed to', async () => {
  await offer('referral')
  const { send } = await answered(w, 10)
  await send(yes)
  await send(yes)
  expect(await all()).toHaveLength(1)
  await send({ ...yes, answer: 'decline' })
  expect(await all()).toMatchObject([{ state: 'declined' }])
  expect(await w.store.db.select().from(consents)).toMatchObject([{ state: 'withdrawn' }])
})

it('two presses at the same moment are one ask', async () => {
  await offer('referral')
  const { send } = await answered(w, 10)
  const both = await Promise.all([send(yes), send(yes)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await all()).toHaveLength(1)
})

it('who is not happy is asked nothing, nor who a rule forbids to ask, nor while nothing is offered there', async () => {
  const before = await answered(w, 10)
  expect((await before.open()).html).not.toContain(question)
  await offer('referral')
  const unhappy = await answered(w, 3)
  expect((await unhappy.open()).html).not.toContain(question)
  await unhappy.send(yes)
  const asked = await answered(w, 9)
  expect(await reserveAsk(w.ctx(), { kind: 'event', contactId: asked.contact.id })).toMatchObject({ kind: 'reserved' })
  expect((await asked.open()).html).not.toContain(question)
  await asked.send(yes)
  expect((await all()).map(({ channel }) => channel)).toEqual(['mail'])
})

it('hostile fields are no form', async () => {
  await offer('referral')
  const { send } = await answered(w, 10)
  // A kind that is not offered there is asked of nobody.
  expect((await send({ ...yes, kind: 'ambassador' })).status).toBe(303)
  expect((await send({ ...yes, kind: '__proto__' })).status).toBe(400)
  expect((await send({ ...yes, answer: 'later' })).status).toBe(400)
  expect((await send([...Object.entries(yes), ['kind', 'review']])).status).toBe(400)
  expect(await all()).toEqual([])
})
