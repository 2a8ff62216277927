import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { defaultRules } from '#app/delivery/default-rules.ts'
import { editContactRules, setTierPace } from '#app/delivery/edit-contact-rules.server.ts'
import { getContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { enqueueWave } from '#app/delivery/enqueue-wave.server.ts'
import { explainContact } from '#app/delivery/explain-contact.server.ts'
import { inviteContact } from '#app/delivery/invite-contact.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'
import { insert } from '#test/make.ts'
import {
  invitationsOf,
  launched,
  liveProgram,
  mailsAbout,
  release,
  rulesWith,
  runJob,
  sendDue,
  statesOf,
} from '#test/delivery/make.ts'
import { world, type World } from '#test/world.ts'

/** Everything that can be sent is sent, and the wave is over. */
async function finish(w: World, waveId: string) {
  await sendDue(w)
  await runJob(w.system(), enqueueWave, { waveId })
}
const reachedAt = (w: World, programId: string, person: { id: string; accountId: string | null }, at: number) =>
  insert(w.store, outreach, {
    id: newId('out'),
    contactId: person.id,
    accountId: person.accountId,
    kind: 'invitation',
    programId,
    refId: newId('inv'),
    at,
  })
const reached = (w: World) => w.store.db.select().from(outreach)

describe('across programs', () => {
  it('asks a person once in the interval, and the second program when it is over', async () => {
    const w = await world()
    const [nps, ces] = [await liveProgram(w), await liveProgram(w, { metric: 'ces' })]
    const { id } = await w.contact()
    await launched(w, nps.id)
    w.clock.advance(DAY)
    const second = await launched(w, ces.id)
    expect(await statesOf(w, second)).toEqual({ [id]: ['deferred', 'asked_elsewhere'] })
    const [held] = await invitationsOf(w, second)
    expect(held!.nextPossibleAt).toBe(w.now() - DAY + 14 * DAY)
    w.clock.advance(12 * DAY)
    await release(w)
    expect(await statesOf(w, second)).toEqual({ [id]: ['deferred', 'asked_elsewhere'] })
    w.clock.advance(DAY)
    await release(w)
    expect(await statesOf(w, second)).toEqual({ [id]: ['queued', null] })
    expect(await mailsAbout(w, held!.id)).toHaveLength(1)
  })

  it('lets two programs that find a person free at the same moment ask only once', async () => {
    const w = await world()
    const programs = [
      await liveProgram(w),
      await liveProgram(w, { metric: 'ces' }),
      await liveProgram(w, { metric: 'csat' }),
    ]
    const people = await Promise.all(Array.from({ length: 5 }, () => w.contact()))
    const ask = (programId: string, contactId: string) =>
      inviteContact(w.ctx(), { contactId, programId, source: 'api', externalId: `${programId}/${contactId}` })
    await Promise.all(programs.flatMap((program) => people.map((person) => ask(program.id, person.id))))
    expect((await reached(w)).map((row) => row.contactId).sort()).toEqual(people.map((person) => person.id).sort())
    const all = await w.store.db.select().from(invitations)
    expect(all.filter((row) => row.state === 'queued')).toHaveLength(5)
    expect(all.filter((row) => row.reason === 'asked_elsewhere')).toHaveLength(10)
  })

  it('lets a program outside the rules ask at any time, and count for none', async () => {
    const w = await world()
    const nps = await liveProgram(w)
    const csat = await liveProgram(w, { metric: 'csat', kind: 'transactional' })
    const { id: contactId } = await w.contact()
    const ask = { contactId, programId: csat.id, source: 'helpdesk', externalId: '1' }
    expect(await inviteContact(w.ctx(), ask)).toMatchObject({ state: 'queued' })
    expect(await statesOf(w, await launched(w, nps.id))).toEqual({ [contactId]: ['queued', null] })
  })
})

describe('people of one account', () => {
  it('asks at most so many, those who were asked longest ago first, and everybody before anybody twice', async () => {
    const w = await world()
    await editContactRules(w.ctx(), rulesWith({ betweenDays: 0, accountPeople: 2, accountDays: 90 }))
    const program = await liveProgram(w)
    const account = await w.account()
    const ask = async (daysAgo: number | null) => {
      const at = daysAgo === null ? null : w.now() - daysAgo * DAY
      const person = await w.contact({ accountId: account.id, lastInvitedAt: at })
      if (at !== null) await reachedAt(w, program.id, person, at)
      return person
    }
    const [a, b, c, d, e] = [await ask(100), await ask(300), await ask(null), await ask(200), await ask(null)]
    const others = await w.contact({ accountId: (await w.account()).id })
    const first = await launched(w, program.id)
    const full = ['deferred', 'account_full']
    expect(await statesOf(w, first)).toEqual({
      [a.id]: full, [b.id]: full, [d.id]: full,
      [c.id]: ['queued', null], [e.id]: ['queued', null], [others.id]: ['queued', null],
    }) // prettier-ignore
    const [held] = (await invitationsOf(w, first)).filter((row) => row.contactId === a.id)
    expect(held!.nextPossibleAt).toBe(w.now() + 90 * DAY)
    await finish(w, first)
    // The next wave, before a place is free: whoever waited for the first one waits for this one.
    w.clock.advance(80 * DAY)
    const second = await launched(w, program.id)
    expect((await statesOf(w, first))[a.id]).toEqual(['skipped', 'account_full'])
    w.clock.advance(10 * DAY)
    await release(w)
    expect(await statesOf(w, second)).toMatchObject({
      [b.id]: ['queued', null], [d.id]: ['queued', null], [a.id]: full,
    }) // prettier-ignore
  })

  it('gives a place back whose mail did not leave', async () => {
    const w = await world()
    await editContactRules(w.ctx(), rulesWith({ accountPeople: 1 }))
    const program = await liveProgram(w)
    const account = await w.account()
    const a = await w.contact({ accountId: account.id })
    const b = await w.contact({ accountId: account.id, lastInvitedAt: w.now() - 300 * DAY })
    await reachedAt(w, program.id, b, w.now() - 300 * DAY)
    const waveId = await launched(w, program.id)
    expect(await statesOf(w, waveId)).toMatchObject({ [a.id]: ['queued', null], [b.id]: ['deferred', 'account_full'] })
    await setPreference(w.ctx(), { contactId: a.id, scope: 'all', choice: 'off', source: 'staff' })
    await sendDue(w)
    await release(w)
    expect(await statesOf(w, waveId)).toMatchObject({ [a.id]: ['skipped', 'unsubscribed'], [b.id]: ['queued', null] })
  })

  it('never takes one place too many, whoever asks at the same moment', async () => {
    const w = await world()
    await editContactRules(w.ctx(), rulesWith({ accountPeople: 2 }))
    const [nps, ces] = [await liveProgram(w), await liveProgram(w, { metric: 'ces' })]
    const account = await w.account()
    const people = await Promise.all(Array.from({ length: 6 }, () => w.contact({ accountId: account.id })))
    await Promise.all(
      people.map(({ id: contactId }, i) =>
        inviteContact(w.ctx(), { contactId, programId: (i % 2 ? nps : ces).id, source: 'api', externalId: contactId }),
      ),
    )
    expect(await reached(w)).toHaveLength(2)
  })
})

describe('why somebody is not asked', () => {
  it('says for each program the rule and the next possible time', async () => {
    const w = await world()
    await editContactRules(w.ctx(), rulesWith({ accountPeople: 1, accountDays: 60 }))
    const nps = await liveProgram(w, { name: 'A' })
    const ces = await liveProgram(w, { name: 'B', metric: 'ces' })
    const account = await w.account()
    const [asked, mate] = [await w.contact({ accountId: account.id }), await w.contact({ accountId: account.id })]
    await inviteContact(w.ctx(), { contactId: asked.id, programId: nps.id, source: 'api', externalId: '1' })
    const why = async (id: string) =>
      Object.fromEntries((await explainContact(w.ctx(), id)).map((one) => [one.program.id, one.why]))
    expect(await why(asked.id)).toMatchObject({
      [nps.id]: { reason: 'invited_recently', days: 80, next: w.now() + 80 * DAY },
      [ces.id]: { reason: 'asked_elsewhere', days: 14, next: w.now() + 14 * DAY },
    })
    expect(await why(mate.id)).toMatchObject({
      [nps.id]: { reason: 'account_full', people: 1, days: 60, next: w.now() + 60 * DAY },
    })
    const free = await w.contact()
    expect((await explainContact(w.ctx(), free.id)).every((one) => one.now)).toBe(true)
    w.clock.advance(9 * HOUR)
    expect(await why(free.id)).toMatchObject({
      [nps.id]: { reason: 'outside_hours', next: Date.parse('2026-03-03T09:00:00+09:00') },
    })
    await w.store.write(async (tx) => tx.update(contacts).set({ state: 'left' }).where(eq(contacts.id, free.id)))
    expect(await why(free.id)).toMatchObject({ [nps.id]: { reason: 'left', next: null } })
  })
})

describe('changing the rules', () => {
  it('keeps what two admins change at once, and writes nothing when nothing changes', async () => {
    const w = await world()
    const pace = { ...defaultRules.all, betweenDays: 30 }
    await Promise.all(['a', 'b', 'c'].map((tier) => setTierPace(w.ctx(), tier, pace)))
    const { rules } = await getContactRules(w.ctx())
    expect(rules.tiers).toEqual({ a: pace, b: pace, c: pace })
    const turned = { c: pace, a: pace, b: pace }
    expect(await editContactRules(w.ctx(), { ...rules, tiers: turned })).toBe(false)
    expect(await setTierPace(w.ctx(), 'b', null)).toEqual(pace)
    expect((await getContactRules(w.ctx())).rules.tiers).toEqual({ a: pace, c: pace })
  })
})
