import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { pauseWave, cancelWave } from '#app/delivery/change-wave.server.ts'
import { defaultRules } from '#app/delivery/default-rules.ts'
import { editContactRules } from '#app/delivery/edit-contact-rules.server.ts'
import { enqueueWave } from '#app/delivery/enqueue-wave.server.ts'
import { guardInvitation } from '#app/delivery/guard-invitation.server.ts'
import { guardReasons } from '#app/delivery/guard-reasons.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { planWave } from '#app/delivery/plan-wave.server.ts'
import { sendTest } from '#app/delivery/send-test.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'
import { insert } from '#test/make.ts'
import { invitationsOf, liveProgram, mailsAbout, runJob } from '#test/delivery/make.ts'
import { world } from '#test/world.ts'

async function queued() {
  const w = await world()
  const program = await liveProgram(w)
  const account = await w.account()
  const contact = await w.contact({ accountId: account.id })
  const { waveId } = await launchProgram(w.ctx(), { programId: program.id, launchKey: 'guard this' })
  await runJob(w.system(), planWave, { waveId })
  await runJob(w.system(), enqueueWave, { waveId })
  const [invitation] = await invitationsOf(w, waveId)
  const [message] = await mailsAbout(w, invitation!.id)
  const setContact = (set: Partial<typeof contacts.$inferInsert>) =>
    w.store.write(async (tx) => tx.update(contacts).set(set).where(eq(contacts.id, contact.id)))
  const setInvitation = (set: Partial<typeof invitations.$inferInsert>) =>
    w.store.write(async (tx) => tx.update(invitations).set(set).where(eq(invitations.id, invitation!.id)))
  const hold = (subjectKey: string, until: number | null = null) =>
    insert(w.store, holds, { id: `hld_${subjectKey}`, subjectKey, reason: 'manual', refId: 'x', at: w.now(), until })
  return {
    w,
    program,
    account,
    contact,
    waveId,
    setContact,
    setInvitation,
    hold,
    /** Somebody of the account was sent another invitation by a program, an hour ago. */
    reached: (programId: string, contactId = contact.id) =>
      insert(w.store, outreach, {
        id: 'out_other',
        contactId,
        accountId: account.id,
        kind: 'invitation',
        programId,
        refId: 'inv_other',
        at: w.now() - HOUR,
      }),
    guard: () => w.store.write((tx) => guardInvitation({ ...w.system(), tx }, message!)),
  }
}
type Queued = Awaited<ReturnType<typeof queued>>

describe('right before an invitation leaves', () => {
  it('lets one go against which nothing speaks', async () => {
    expect(await (await queued()).guard()).toBeNull()
  })

  const cases: [reason: (typeof guardReasons)[number], what: string, (q: Queued) => Promise<unknown>][] = [
    ['cancelled', 'a wave that was cancelled', ({ w, waveId }) => cancelWave(w.ctx(), waveId)],
    [
      'cancelled',
      'a program that was archived',
      ({ w, program }) => changeProgramState(w.ctx(), { id: program.id, to: 'archived' }),
    ],
    ['cancelled', 'an invitation that was cancelled', ({ setInvitation }) => setInvitation({ state: 'cancelled' })],
    ['paused', 'a wave that is paused', ({ w, waveId }) => pauseWave(w.ctx(), waveId)],
    [
      'paused',
      'a program that is paused',
      ({ w, program }) => changeProgramState(w.ctx(), { id: program.id, to: 'paused' }),
    ],
    ['answered', 'somebody who has answered', ({ w, setInvitation }) => setInvitation({ answeredAt: w.now() })],
    [
      'declined',
      'somebody who said something instead',
      ({ setInvitation }) => setInvitation({ declined: 'not_my_job' }),
    ],
    ['expired', 'a link that is over', async ({ w }) => w.clock.advance(61 * DAY)],
    [
      'erased',
      'somebody who was erased',
      ({ setContact }) => setContact({ state: 'erased', email: null, emailKey: null }),
    ],
    ['left', 'somebody who left', ({ setContact }) => setContact({ state: 'left' })],
    ['no_email', 'somebody whose address is gone', ({ setContact }) => setContact({ email: null, emailKey: null })],
    [
      'unsubscribed',
      'somebody who wants no mail',
      ({ w, contact }) =>
        setPreference(w.ctx(), { contactId: contact.id, scope: 'all', choice: 'off', source: 'staff' }),
    ],
    [
      'unsubscribed',
      'somebody who wants none of this program',
      ({ w, contact, program }) =>
        setPreference(w.ctx(), {
          contactId: contact.id,
          scope: `program:${program.id}`,
          choice: 'off',
          source: 'staff',
        }),
    ],
    ['held', 'a person on hold', ({ contact, hold }) => hold(`con:${contact.id}`)],
    ['held', 'an account on hold', ({ account, hold }) => hold(`acc:${account.id}`)],
    ['invited_recently', 'somebody whom another wave has reached', ({ reached, program }) => reached(program.id)],
    [
      'asked_less',
      'the same, of somebody who wants half as many',
      async ({ w, contact, reached, program }) => {
        await setPreference(w.ctx(), { contactId: contact.id, scope: 'all', choice: 'half', source: 'staff' })
        await reached(program.id)
      },
    ],
    [
      'asked_elsewhere',
      'somebody whom another program has reached',
      async ({ w, reached }) => reached((await liveProgram(w)).id),
    ],
    [
      'account_full',
      'an account of which enough were asked meanwhile',
      async ({ w, account, program, reached }) => {
        const all = { betweenDays: 14, accountPeople: 1, accountDays: 30 }
        await editContactRules(w.ctx(), { ...defaultRules, all })
        await reached(program.id, (await w.contact({ accountId: account.id })).id)
      },
    ],
    ['outside_hours', 'a mail that is late, in the evening', async ({ w }) => w.clock.advance(9 * HOUR)],
  ]
  it.each(cases)('stops with %s: %s', async (reason, _, change) => {
    const q = await queued()
    await change(q)
    expect(await q.guard()).toBe(reason)
  })

  it('has a case here for every reason', () => {
    expect([...new Set(cases.map(([reason]) => reason))].sort()).toEqual([...guardReasons].sort())
  })

  it('lets one go after a hold that is over, for a wish about something else, and for half as many', async () => {
    const { w, contact, hold, guard } = await queued()
    await hold(`con:${contact.id}`, w.now())
    await setPreference(w.ctx(), { contactId: contact.id, scope: 'asks', choice: 'off', source: 'staff' })
    await setPreference(w.ctx(), { contactId: contact.id, scope: 'all', choice: 'half', source: 'staff' })
    expect(await guard()).toBeNull()
  })

  it('lets one go though a later one is on its way: that one waits', async () => {
    const { w, reached, guard } = await queued()
    await reached((await liveProgram(w)).id)
    await w.store.write(async (tx) =>
      tx
        .update(outreach)
        .set({ at: w.now() + 5 * DAY })
        .where(eq(outreach.id, 'out_other')),
    )
    expect(await guard()).toBeNull()
  })

  it('lets a test go from a draft or a pause', async () => {
    const { w, program } = await queued()
    await changeProgramState(w.ctx(), { id: program.id, to: 'paused' })
    const { invitationId } = await sendTest(w.ctx(), { programId: program.id, language: 'ja' })
    const [message] = await mailsAbout(w, invitationId)
    expect(await w.store.write((tx) => guardInvitation({ ...w.system(), tx }, message!))).toBeNull()
  })
})
