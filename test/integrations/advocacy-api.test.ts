import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ensureReferralLink } from '#app/advocacy/referrals/referral-links.server.ts'
import { weighStandings } from '#app/advocacy/asking/weigh-standings.server.ts'
import { events } from '#db/schema/audit.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { contacts } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/email.ts'
import { promoters } from '#test/advocacy/asking-world.ts'
import { recommender } from '#test/advocacy/referrals.ts'
import { makeCaller, unique } from '#test/integrations/caller.ts'
import { world, type World } from '#test/world.ts'

let w: World
let api: Awaited<ReturnType<typeof makeCaller>>
let askedBy: string
let marketer: string
beforeAll(async () => {
  w = await world()
  api = await makeCaller(w)
  const user = await w.user({ name: 'Sato Misaki', email: 'misaki@koe.test', roles: ['marketer'] })
  ;[askedBy, marketer] = [user.email, user.id]
})
afterAll(() => api.close())
beforeEach(() => api.renew())

/** Promoters who may be asked for a referral, each at a company of their own. */
async function people(n: number) {
  const made = []
  for (let i = 0; i < n; i++) {
    const account = await w.account({ name: unique('Company'), health: 'green' })
    made.push(...(await promoters(w, account, [unique('Person')])))
  }
  return made
}
type Result = { index: number; status: string; id: string; code?: string; blocks?: string[]; state?: string }
const results = (answer: { json: { results: Result[] } }) => answer.json.results
const statuses = (answer: { json: { results: Result[] } }) => results(answer).map((one) => one.status)
const reserve = (items: unknown[], over: object = {}) => api.post('asks', { kind: 'referral', askedBy, items, ...over })

describe('asks', () => {
  test('people are reserved, written to in the name of a colleague, and read back with their states', async () => {
    const [hana, ken, gone] = await people(3)
    await w.store.write(async (tx) => {
      await tx.update(contacts).set({ lastClass: 'low' }).where(eq(contacts.id, gone!.id))
    })
    const first = await reserve([
      { contact: { id: hana!.id } },
      { contact: { email: ken!.email } },
      { contact: { id: gone!.id } },
      { contact: { email: 'nobody@nowhere.test' } },
      { contact: {} },
      'text',
    ])
    expect(first.status).toBe(207)
    expect(statuses(first)).toEqual(['reserved', 'reserved', 'rejected', 'rejected', 'rejected', 'rejected'])
    expect(results(first)[2]).toMatchObject({ code: 'ask_forbidden', blocks: ['unhappy'], detail: 'Not a promoter by the latest answer' }) // prettier-ignore
    expect(results(first).slice(3).map((one) => one.code)).toEqual(['contact_unknown', 'bad_fields', 'bad_fields']) // prettier-ignore

    const again = await reserve([{ contact: { id: hana!.id } }, { contact: { id: ken!.id } }])
    expect(again.status).toBe(200)
    expect(results(again)).toMatchObject([
      { status: 'unchanged', id: results(first)[0]!.id },
      { status: 'unchanged', id: results(first)[1]!.id },
    ])

    const items = [
      { id: results(first)[0]!.id },
      { id: results(first)[1]!.id, subject: 'For you', body: 'Dear {name}, {sender} here.' },
      { id: 'ask_unknown' },
    ]
    const texts = { en: { subject: 'Whom else?', body: 'Dear {name}, whom could {company} help?' } }
    const written = await api.post('asks/write', { askedBy, texts, items })
    expect(statuses(written)).toEqual(['queued', 'queued', 'rejected'])
    expect(results(written)[2]).toMatchObject({ code: 'ask_unknown' })
    const rows = await w.store.db.select().from(asks).where(eq(asks.holderId, marketer)).orderBy(asks.id)
    expect(rows.map(({ state, subject, body }) => ({ state, subject, body }))).toEqual(
      expect.arrayContaining([
        { state: 'queued', subject: 'Whom else?', body: `Dear ${hana!.name}, whom could Sora help?` },
        { state: 'queued', subject: 'For you', body: `Dear ${ken!.name}, Sato Misaki here.` },
      ]),
    )
    expect(statuses(await api.post('asks/write', { askedBy, texts, items: items.slice(0, 2) }))).toEqual(['unchanged', 'unchanged']) // prettier-ignore
    const mails = await w.store.db
      .select()
      .from(messages)
      .where(eq(messages.refId, results(first)[0]!.id))
    expect(mails).toHaveLength(1)

    const { json } = await api.call(`asks?contact=${hana!.id}`)
    expect(json).toMatchObject({ asks: [{ id: results(first)[0]!.id, state: 'queued', holderId: marketer }], next: null }) // prettier-ignore
    expect(JSON.stringify(json)).not.toContain(hana!.name)
    const [event] = await w.store.db
      .select()
      .from(events)
      .where(eq(events.subjectId, results(first)[0]!.id))
    expect(event).toMatchObject({ type: 'advocacy.ask_reserved', actorKind: 'key' })
  })

  test('what is written by one colleague is no other colleague’s, and a program must name somebody who may ask', async () => {
    const [hana] = await people(1)
    const got = await reserve([{ contact: { id: hana!.id } }])
    const viewer = await w.user({ email: 'viewer@koe.test', roles: ['viewer'] })
    const lead = await w.user({ email: 'lead@koe.test', roles: ['lead'] })
    const id = results(got)[0]!.id
    expect((await reserve([{ contact: { id: hana!.id } }], { askedBy: viewer.email })).json).toMatchObject({ code: 'asked_by_unknown', status: 422 }) // prettier-ignore
    expect((await reserve([{ contact: { id: hana!.id } }], { askedBy: 'x@y.test' })).status).toBe(422)
    const other = await api.post('asks/write', { askedBy: lead.email, items: [{ id }] })
    expect(results(other)[0]).toMatchObject({ status: 'rejected', code: 'ask_not_yours' })
    expect(results(await reserve([{ contact: { id: hana!.id } }], { askedBy: lead.email }))[0]).toMatchObject({ status: 'rejected', blocks: expect.arrayContaining(['asked_now']) }) // prettier-ignore
  })

  test('of 20 calls for the same person at once one takes the place, and all hear of the same ask', async () => {
    const [hana] = await people(1)
    const all = await Promise.all(Array.from({ length: 20 }, () => reserve([{ contact: { id: hana!.id } }])))
    const outcomes = all.map((one) => results(one)[0]!)
    expect(outcomes.filter((one) => one.status === 'reserved')).toHaveLength(1)
    expect(outcomes.filter((one) => one.status === 'unchanged')).toHaveLength(19)
    expect(new Set(outcomes.map((one) => one.id)).size).toBe(1)
  })

  test('an ask is stopped once, and done only when it was agreed to', async () => {
    const [hana] = await people(1)
    const { id } = results(await reserve([{ contact: { id: hana!.id } }]))[0]!
    expect(results(await api.post('asks/finish', { items: [{ id }] }))[0]).toMatchObject({ status: 'rejected', code: 'ask_state' }) // prettier-ignore
    expect(statuses(await api.post('asks/stop', { items: [{ id, why: 'Not now' }, { id }] }))).toEqual(['stopped', 'unchanged']) // prettier-ignore
    const [{ id: other }] = results(await reserve([{ contact: { id: (await people(1))[0]!.id } }])) as [Result]
    await w.store.write(async (tx) => void (await tx.update(asks).set({ state: 'accepted' }).where(eq(asks.id, other))))
    expect(statuses(await api.post('asks/finish', { items: [{ id: other }, { id: other }] }))).toEqual(['done', 'unchanged']) // prettier-ignore
  })

  test('who can be asked is listed page by page with the reasons of the others', async () => {
    const some = await people(3)
    await weighStandings(w.system(), { id: 'job', attempt: 1, payload: {}, progress: () => Promise.resolve(), stopping: () => false }) // prettier-ignore
    const seen: { contactId: string; can: boolean }[] = []
    for (let after: string | null = null; ;) {
      const { status, json } = await api.call(`askable?kind=referral&limit=2${after ? `&after=${after}` : ''}`)
      expect(status).toBe(200)
      seen.push(...json.people)
      if ((after = json.next) === null) break
    }
    expect(new Set(seen.map((one) => one.contactId)).size).toBe(seen.length)
    expect(seen.map((one) => one.contactId)).toEqual(expect.arrayContaining(some.map((one) => one.id)))
    const cannot = await api.call('askable?kind=case_study&who=cannot')
    expect(cannot.json.people[0]).toMatchObject({ can: false, blocks: expect.arrayContaining(['off']) })
    expect((await api.call('askable?kind=referal')).status).toBe(422)
    expect((await api.call('asks?after=nonsense')).status).toBe(422)
  })
})

describe('referrals', () => {
  const lead = () => ({ name: 'Suzuki Ken', email: `${unique('ken')}@minato.example`, company: 'Minato Foods' })
  const add = (...items: object[]) => api.post('referrals', { items })
  const move = (...items: object[]) => api.post('referrals/move', { items })
  const world1 = () => recommender(w, { email: `${unique('hana')}@aoi.example`, domain: 'aoi.example' })

  test('a lead is added by the code, address or id of who recommends us, and once', async () => {
    const { contact, code } = await world1()
    const [one, two, three] = [lead(), lead(), lead()]
    const first = await add(
      { ...one, code },
      { ...two, referrer: { email: contact.email } },
      { ...three, referrer: { id: contact.id } },
      { ...lead(), code: '2222-2222-22222' },
      { ...lead(), referrer: { id: 'con_nobody' } },
      { ...lead(), email: 'no address', code },
      { ...lead() },
    )
    expect(first.status).toBe(207)
    expect(results(first).map((r) => r.code ?? r.state)).toEqual(['new', 'new', 'new', 'code_unknown', 'contact_unknown', 'email_invalid', 'bad_fields']) // prettier-ignore
    const again = await add({ ...one, code }, { ...two, email: two.email.toUpperCase(), referrer: { id: contact.id } })
    expect(results(again)).toMatchObject([
      { status: 'unchanged', id: results(first)[0]!.id },
      { status: 'unchanged', id: results(first)[1]!.id },
    ])
    const { json } = await api.call(`referrals/${results(first)[0]!.id}`)
    expect(json).toMatchObject({ lead: { name: 'Suzuki Ken', email: one.email }, referrerId: contact.id, source: 'api', state: 'new', deal: null }) // prettier-ignore
    expect((await api.call('referrals/ref_nobody')).status).toBe(404)
  })

  test('what is suspicious waits for a colleague, by whatever door: self, the same company, another’s lead, many in a day', async () => {
    const [first, second] = [await world1(), await world1()]
    const shared = lead()
    const reviewed = async (item: object) => {
      const [got] = results(await add(item))
      const [row] = await w.store.db.select().from(referrals).where(eq(referrals.id, got!.id))
      return { state: row!.state, checks: row!.checks }
    }
    const by = { referrer: { id: first.contact.id } }
    expect(await reviewed({ ...lead(), ...by, email: first.contact.email })).toMatchObject({ state: 'review', checks: expect.arrayContaining(['self', 'same_domain']) }) // prettier-ignore
    expect(await reviewed({ ...lead(), ...by, email: `${unique('x')}@eu.aoi.example` })).toMatchObject({ state: 'review', checks: expect.arrayContaining(['same_domain']) }) // prettier-ignore
    expect(await reviewed({ ...shared, ...by })).toEqual({ state: 'new', checks: [] })
    expect(await reviewed({ ...shared, referrer: { id: second.contact.id } })).toEqual({ state: 'review', checks: ['duplicate'] }) // prettier-ignore
    // Three came of the first by now; five in a day are the most.
    expect(await reviewed({ ...lead(), ...by })).toEqual({ state: 'new', checks: [] })
    expect(await reviewed({ ...lead(), ...by })).toEqual({ state: 'new', checks: [] })
    expect(await reviewed({ ...lead(), ...by })).toEqual({ state: 'review', checks: ['burst'] })
  })

  test('of 20 programs that send the same lead in at once one makes it live, whoever recommends', async () => {
    const them = await Promise.all(Array.from({ length: 4 }, world1))
    const one = lead()
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => add({ ...one, referrer: { id: them[i % 4]!.contact.id } })),
    )
    expect(all.map((answer) => answer.status)).toEqual(Array(20).fill(200))
    const rows = await w.store.db.select().from(referrals).where(eq(referrals.leadEmail, one.email))
    // One of each of the four referrers: one is worked on, three wait for a colleague.
    expect(rows.map((row) => row.state).sort()).toEqual(['new', 'review', 'review', 'review'])
  })

  test('a lead is qualified, won with what it is worth, and the same again changes nothing', async () => {
    const { code } = await world1()
    const { id } = results(await add({ ...lead(), code }))[0]!
    const deal = { amount: '1200000', currency: 'JPY' }
    expect(results(await move({ id, verb: 'win' }))[0]).toMatchObject({ status: 'rejected', code: 'deal_missing' })
    expect((await api.call(`referrals/${id}`)).json.state).toBe('new')
    expect(results(await move({ id, verb: 'win', deal }, { id, verb: 'win', deal }))).toMatchObject([
      { status: 'updated', state: 'won' },
      { status: 'unchanged', state: 'won' },
    ])
    expect(results(await move({ id, verb: 'win', deal: { ...deal, amount: '5' } }))[0]).toMatchObject({ status: 'rejected', code: 'referral_won_otherwise' }) // prettier-ignore
    expect((await api.call(`referrals/${id}`)).json).toMatchObject({ state: 'won', deal: { amount: '1200000', currency: 'JPY', baseMinor: 1_200_000 } }) // prettier-ignore
    const kinds = (await w.store.db.select().from(events).where(eq(events.subjectId, id))).map((event) => event.type)
    expect(kinds.filter((type) => /qualified|won/.test(type)).sort()).toEqual(['advocacy.referral_qualified', 'advocacy.referral_won']) // prettier-ignore
    const other = results(await add({ ...lead(), code }))[0]!.id
    expect(results(await move({ id: other, verb: 'lose' }, { id: other, verb: 'lose', reason: 'Too dear' }))).toMatchObject([{ code: 'reason_missing' }, { state: 'lost' }]) // prettier-ignore
    expect((await api.call('referrals?state=lost')).json.referrals).toMatchObject([{ id: other, reason: 'Too dear' }])
  })

  test('twenty programs that win the same lead at once win it once', async () => {
    const { code } = await world1()
    const { id } = results(await add({ ...lead(), code }))[0]!
    const win = { id, verb: 'win', deal: { amount: '12.50', currency: 'USD' } }
    const all = (await Promise.all(Array.from({ length: 20 }, () => move(win)))).map((one) => results(one)[0]!)
    expect(all.filter((one) => one.status === 'updated')).toHaveLength(1)
    expect(all.filter((one) => one.status === 'unchanged')).toHaveLength(19)
    expect((await api.call(`referrals/${id}`)).json.deal).toEqual({
      amount: '12.50',
      currency: 'USD',
      baseMinor: null,
      rate: null,
      rateFrom: null,
    })
  })

  test('a call with its Idempotency-Key is answered once, and nobody without the scope gets in', async () => {
    const { contact } = await world1()
    await ensureReferralLink(w.ctx(), contact.id)
    const item = { ...lead(), referrer: { id: contact.id } }
    const headers = { 'idempotency-key': unique('call') }
    const one = await api.post('referrals', { items: [item] }, { headers })
    const two = await api.post('referrals', { items: [item] }, { headers })
    expect(two.text).toBe(one.text)
    expect(two.headers.get('idempotent-replayed')).toBe('true')
    const { secret } = await api.keyOf('accounts', 'surveys', 'responses', 'cases', 'metrics')
    for (const path of ['referrals', 'asks', 'askable?kind=referral'])
      expect((await api.call(path, { key: secret })).status).toBe(403)
    for (const path of ['referrals', 'referrals/move', 'asks', 'asks/write', 'asks/stop', 'asks/finish'])
      expect((await api.post(path, { items: [{}] }, { key: secret })).status).toBe(403)
  })
})
