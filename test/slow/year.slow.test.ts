import { and, eq, inArray, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { DateTime } from 'luxon'
import { closeCase } from '#app/cases/close-case.server.ts'
import { defaultRules } from '#app/delivery/default-rules.ts'
import { paceOf } from '#app/delivery/pace.ts'
import { editContactRules } from '#app/delivery/edit-contact-rules.server.ts'
import { enqueueWave } from '#app/delivery/enqueue-wave.server.ts'
import { inviteContact } from '#app/delivery/invite-contact.server.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { planWave } from '#app/delivery/plan-wave.server.ts'
import { betweenDays, ownDays } from '#app/delivery/planning.ts'
import { releaseDeferred } from '#app/delivery/release-deferred.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { invitations, outreach, preferences, waves } from '#db/schema/delivery.ts'
import { calendarDays } from '#db/schema/platform.ts'
import { programs } from '#db/schema/surveys.ts'
import type { ContactRules } from '#db/enums/delivery.ts'
import { anchor, load } from '#test/demo/make.ts'
import { runJob, sendDue } from '#test/delivery/make.ts'
import { world, type World } from '#test/world.ts'

/*
 * A year of half the demo company by a fixed clock: quarterly waves of one program, others of a second one in between,
 * questions after tickets, answers, cases that stop invitations and are closed again. What the contact rules promise is
 * looked at from the outside, at every mail that leaves.
 */

const rules: ContactRules = {
  ...defaultRules,
  all: { betweenDays: 21, accountPeople: 3, accountDays: 90 },
  tiers: {
    Enterprise: { betweenDays: 14, accountPeople: 5, accountDays: 60 },
    エンタープライズ: { betweenDays: 14, accountPeople: 5, accountDays: 60 },
  },
}
const step = 3 * HOUR
const zones = [null, null, 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']

/** Numbers from 0 to 1, the same in every run. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

interface Sent {
  at: number
  id: string
  contactId: string
  accountId: string | null
  programId: string
  waveId: string | null
}

describe('a year under the contact rules', () => {
  let w: World
  const sent: Sent[] = []
  const broken: string[] = []
  const person = new Map<string, { accountId: string | null; zone: string; tier: string | null; halved: boolean }>()
  const program = new Map<string, typeof programs.$inferSelect>()

  beforeAll(async () => {
    w = await world({ bare: true, at: anchor })
    await load(w, 0.5)
    const roll = dice(20260302)
    await editContactRules(w.system(), rules)
    const ces = await createProgram(w.system(), { name: 'Effort', metric: 'ces', kind: 'relationship' })
    const all = await w.store.db.select().from(programs)
    for (const one of all) program.set(one.id, one)
    const nps = all.find((one) => one.metric === 'nps')!
    const csat = all.find((one) => one.metric === 'csat')!
    const people = await w.store.db.select().from(contacts).where(eq(contacts.state, 'active'))
    for (const { id } of people) {
      await w.store.write(async (tx) =>
        tx
          .update(contacts)
          .set({ zone: zones[Math.floor(roll() * zones.length)]! })
          .where(eq(contacts.id, id)),
      )
      if (roll() < 0.05)
        await setPreference(w.system(), { contactId: id, scope: 'all', choice: 'half', source: 'staff' })
    }
    const known = await w.store.db
      .select({
        id: contacts.id,
        accountId: contacts.accountId,
        zone: contacts.zone,
        tier: accounts.tier,
        wish: preferences.choice,
      })
      .from(contacts)
      .leftJoin(accounts, eq(accounts.id, contacts.accountId))
      .leftJoin(preferences, and(eq(preferences.contactId, contacts.id), eq(preferences.scope, 'all')))
    for (const { id, accountId, zone, tier, wish } of known)
      person.set(id, { accountId, zone: zone ?? 'Asia/Tokyo', tier, halved: wish === 'half' })
    const off = new Set((await w.store.db.select({ day: calendarDays.day }).from(calendarDays)).map((row) => row.day))
    const before = await w.store.db
      .select({
        at: outreach.at,
        id: outreach.refId,
        contactId: outreach.contactId,
        accountId: outreach.accountId,
        programId: outreach.programId,
      })
      .from(outreach)
      .where(and(eq(outreach.kind, 'invitation'), isNull(outreach.cancelledAt)))
    sent.push(...before.map((row) => ({ ...row, programId: row.programId!, waveId: null })))
    sent.sort((a, b) => a.at - b.at)
    const soon: { at: number; invitation: string }[] = []
    for (let at = anchor; at < anchor + 365 * DAY; at += step) {
      w.clock.set(at)
      const day = Math.round((at - anchor) / DAY)
      const morning = DateTime.fromMillis(at, { zone: 'Asia/Tokyo' }).hour === 9
      if (morning && [7, 98, 189, 280].includes(day)) await launch(nps.id)
      if (morning && [35, 95, 155, 215, 275, 335].includes(day)) await launch(ces.id)
      if (morning)
        for (let i = 0; i < 3; i++)
          await inviteContact(w.system(), {
            contactId: people[Math.floor(roll() * people.length)]!.id,
            programId: csat.id,
            source: 'helpdesk',
            externalId: `${at}/${i}`,
          })
      for (const { id, state } of await w.store.db
        .select()
        .from(waves)
        .where(inArray(waves.state, ['planning', 'sending']))) {
        if (state === 'planning') await runJob(w.system(), planWave, { waveId: id })
        await runJob(w.system(), enqueueWave, { waveId: id })
      }
      await runJob(w.system(), releaseDeferred, {})
      for (const message of await sendDue(w)) {
        if (message.stream !== 'invitation') continue
        await look(message.refId, at, off)
        if (roll() < 0.3) soon.push({ at: at + roll() * 5 * DAY, invitation: message.refId })
      }
      for (const { invitation } of soon.filter((one) => one.at <= at)) await answer(invitation, roll)
      soon.splice(0, soon.length, ...soon.filter((one) => one.at > at))
      if (morning) await closeSome(roll)
    }
  }, 1_200_000)

  async function launch(programId: string) {
    await launchProgram(w.system(), { programId, launchKey: newId('key') })
  }

  async function answer(invitationId: string, roll: () => number) {
    const [found] = await w.store.db.select().from(invitations).where(eq(invitations.id, invitationId))
    const top = { nps: 10, csat: 5, ces: 7 }[program.get(found!.programId)!.metric]
    const score = roll() < 0.25 ? 1 : top
    const nonce = { key: newId('key'), issuedAt: w.now() - 5000, confirms: null }
    await recordAnswer(w.ctx({ kind: 'contact', id: found!.contactId }), {
      invitationId, gen: found!.gen, score, comment: null, language: 'en', nonce,
    }) // prettier-ignore
  }

  /** Of the open cases one in twelve ends each day. */
  async function closeSome(roll: () => number) {
    const open = await w.store.db.select({ id: cases.id, state: cases.state }).from(cases)
    for (const one of open)
      if (one.state !== 'closed' && roll() < 1 / 12)
        await closeCase(w.system(), { caseId: one.id, kind: 'dismissed', text: 'Settled.' })
  }

  /** One mail that leaves, against everything that is promised. */
  async function look(id: string, at: number, off: Set<number>) {
    const [row] = await w.store.db.select().from(invitations).where(eq(invitations.id, id))
    const { contactId, programId, waveId } = row as { contactId: string; programId: string; waveId: string | null }
    const who = person.get(contactId)!
    const asks = program.get(programId)!
    const say = (what: string) => broken.push(`${new Date(at).toISOString()} ${asks.metric} ${contactId}: ${what}`)
    const local = DateTime.fromMillis(at, { zone: who.zone })
    const minute = local.hour * 60 + local.minute
    if (local.weekday > 5 || minute < 540 || minute > 1020) say(`outside the hours: ${local.toISO()}`)
    if (off.has(Math.round(Date.UTC(local.year, local.month - 1, local.day) / DAY))) say('on a day off')
    // Whether a case was put right is asked outside the rules of how often, in the same hours.
    if (programId === recoveryProgramId) return
    const earlier = sent.filter((one) => one.contactId === contactId)
    const own = earlier.findLast((one) => one.programId === programId)
    if (own && at - own.at < ownDays(asks, who) * DAY) say('twice within the interval of the program')
    const counted = (one: Sent) => !program.get(one.programId)!.outsideRules
    const any = earlier.findLast(counted)
    if (!asks.outsideRules && any && at - any.at < betweenDays(rules, who) * DAY)
      say('twice within the interval of all')
    const keys = [`con:${contactId}`, ...(who.accountId ? [`acc:${who.accountId}`] : [])]
    if ((await w.store.db.select().from(holds).where(inArray(holds.subjectKey, keys))).length)
      say('held, as a case is open')
    const now: Sent = { at, id, contactId, accountId: who.accountId, programId, waveId }
    sent.push(now)
    const pace = paceOf(rules, who.tier)
    if (asks.outsideRules || !who.accountId || pace.accountPeople === null) return
    const mates = sent.filter((one) => one.accountId === who.accountId && counted(one))
    // What the company did before it had rules is not theirs.
    const within = mates.filter((one) => one.at > at - pace.accountDays * DAY && one.at >= anchor)
    if (new Set(within.map((one) => one.contactId)).size > pace.accountPeople)
      say('more people of the account than may be')
    if (waveId === null || !any) return
    const waits = await w.store.db
      .select({ contactId: invitations.contactId })
      .from(invitations)
      .where(
        and(
          eq(invitations.waveId, waveId),
          eq(invitations.accountId, who.accountId),
          eq(invitations.reason, 'account_full'),
        ),
      )
    for (const other of waits) {
      const last = sent.findLast((one) => one.contactId === other.contactId && counted(one))
      if (other.contactId !== contactId && (last?.at ?? 0) < any.at)
        say(`before ${other.contactId}, who waits for longer: ${last?.at} < ${any.at}`)
    }
  }

  it('keeps every promise at every mail', () => {
    expect(broken).toEqual([])
  })

  it('was a year in which each rule had something to do', async () => {
    const mails = sent.filter((one) => one.at >= anchor)
    expect(mails.length).toBeGreaterThan(1500)
    expect(new Set(mails.map((one) => one.programId)).size).toBe(3)
    const kept = await w.store.db.select({ reason: invitations.reason }).from(invitations)
    const reasons = new Set(kept.map((row) => row.reason))
    for (const reason of ['held', 'invited_recently', 'asked_elsewhere', 'asked_less', 'account_full'])
      expect(reasons).toContain(reason)
  })
})
