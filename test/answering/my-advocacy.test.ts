import { beforeEach, expect, test } from 'vitest'
import { reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { queueAsk } from '#app/advocacy/asking/queue-ask.server.ts'
import { shownCode } from '#app/advocacy/referrals/code.ts'
import { ensureReferralLink } from '#app/advocacy/referrals/referral-links.server.ts'
import { gatherMyData } from '#app/answering/my-data/gather-my-data.server.ts'
import type { Item } from '#app/answering/my-data/my-data.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { languages } from '#app/platform/languages.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { leadAt } from '#test/advocacy/referrals.ts'
import type { ContactRow } from '#test/make.ts'
import { world, type World } from '#test/world.ts'

let w: World
let hana: ContactRow
let ken: ContactRow
beforeEach(async () => {
  w = await world()
  const account = await w.account({ name: 'Aoi Trading', health: 'green' })
  ;[hana, ken] = (await promoters(w, account, ['Mori Hana', 'Ito Ken'])) as [ContactRow, ContactRow]
})

async function dataOf(person: ContactRow, language: (typeof languages)[number] = 'en') {
  const items: Item[] = []
  for await (const one of gatherMyData(w.ctx({ kind: 'contact', id: person.id }), person.id, language)) items.push(one)
  return items.filter((one) => one.section === 'asks' || one.section === 'referrals')
}
const facts = (items: Item[]) => items.map(({ section, facts }) => ({ section, ...Object.fromEntries(facts.map((fact) => [fact.field, fact.shown ?? fact.value])) })) // prettier-ignore

test('a person reads what they were asked for, their links and that somebody came, and nothing of who came', async () => {
  const code = await ensureReferralLink(w.ctx(), hana.id)
  await leadAt(w).send(code)
  const got = await reserveAsk(w.ctx(), { kind: 'referral', contactId: hana.id })
  if (got.kind !== 'reserved') throw new Error('refused')
  // What a colleague is still writing is not said.
  expect((await dataOf(hana)).filter((one) => one.section === 'asks')).toEqual([])
  await queueAsk(w.ctx(), { askId: got.askId, subject: 'A favour', body: 'Whom else?' })
  const data = await dataOf(hana)
  expect(facts(data)).toMatchObject([
    { section: 'asks', subject: 'A favour', state: 'Open' },
    { section: 'referrals', link: expect.stringContaining(`/r/${shownCode(code)}`) },
    { section: 'referrals', state: 'Open' },
  ])
  const text = JSON.stringify(data)
  for (const secret of ['Suzuki', 'minato.example', 'Minato Foods']) expect(text).not.toContain(secret)
  expect(await dataOf(ken)).toEqual([])
  for (const language of languages) expect(await dataOf(hana, language)).toHaveLength(3)
})

test('of a person who is erased nothing of it is left', async () => {
  await leadAt(w).send(await ensureReferralLink(w.ctx(), hana.id))
  const got = await reserveAsk(w.ctx(), { kind: 'referral', contactId: hana.id })
  if (got.kind === 'reserved') await queueAsk(w.ctx(), { askId: got.askId, subject: 'A favour', body: 'Whom else?' })
  expect((await dataOf(hana)).length).toBe(3)
  await eraseContact(w.ctx(), { contactId: hana.id })
  expect(await dataOf(hana)).toEqual([])
})
