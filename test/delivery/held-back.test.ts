import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { cancelPlanned } from '#app/delivery/cancel-wave.server.ts'
import { cancelWave } from '#app/delivery/change-wave.server.ts'
import { editContactRules } from '#app/delivery/edit-contact-rules.server.ts'
import { enqueueWave } from '#app/delivery/enqueue-wave.server.ts'
import { getWave } from '#app/delivery/get-wave.server.ts'
import { inviteContact } from '#app/delivery/invite-contact.server.ts'
import { stopInvitations } from '#app/delivery/stop-invitations.server.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { DAY, HOUR } from '#app/platform/day.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { insert } from '#test/make.ts'
import {
  invitationsOf,
  launched,
  liveProgram,
  release,
  rulesWith,
  runJob,
  sendDue,
  statesOf,
} from '#test/delivery/make.ts'
import { world, type World } from '#test/world.ts'

const pause = (w: World, id: string) => changeProgramState(w.ctx(), { id, to: 'paused' })
const resume = (w: World, id: string) => changeProgramState(w.ctx(), { id, to: 'live' })
const holdOn = (w: World, contactId: string) =>
  insert(w.store, holds, {
    id: 'hld_1',
    subjectKey: `con:${contactId}`,
    reason: 'manual',
    refId: 'x',
    at: 0,
    until: null,
  })
const liftIt = (w: World) => w.store.write(async (tx) => tx.delete(holds).where(eq(holds.id, 'hld_1')))
const stateOf = async (w: World, id: string) => {
  const [row] = await w.store.db.select().from(invitations).where(eq(invitations.id, id))
  return [row!.state, row!.reason]
}

describe('what is held back', () => {
  it('goes out when a hold is over, and not while its program is paused', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const { id } = await w.contact()
    await holdOn(w, id)
    const waveId = await launched(w, program.id)
    w.clock.advance(DAY)
    await release(w)
    expect(await statesOf(w, waveId)).toEqual({ [id]: ['deferred', 'held'] })
    await liftIt(w)
    await pause(w, program.id)
    w.clock.advance(DAY)
    await release(w)
    expect(await statesOf(w, waveId)).toEqual({ [id]: ['deferred', 'held'] })
    await resume(w, program.id)
    w.clock.advance(HOUR)
    await Promise.all([release(w), release(w)])
    expect(await statesOf(w, waveId)).toEqual({ [id]: ['queued', null] })
    expect(await w.store.db.select().from(messages)).toHaveLength(1)
  })

  it('waits as long as it takes where a program asks how things are, and not where it asks about a ticket', async () => {
    const w = await world()
    const [nps, csat] = [await liveProgram(w), await liveProgram(w, { metric: 'csat', kind: 'transactional' })]
    const { id: contactId } = await w.contact()
    await holdOn(w, contactId)
    const waveId = await launched(w, nps.id)
    const about = await inviteContact(w.ctx(), { contactId, programId: csat.id, source: 'helpdesk', externalId: '1' })
    for (let day = 0; day < 30; day++) {
      expect(await stateOf(w, about.id)).toEqual(['deferred', 'held'])
      w.clock.advance(DAY)
      await release(w)
    }
    expect(await stateOf(w, about.id)).toEqual(['skipped', 'held']) // the next look would be on day 31
    w.clock.advance(10 * DAY)
    await release(w)
    expect(await statesOf(w, waveId)).toEqual({ [contactId]: ['deferred', 'held'] })
    await liftIt(w)
    w.clock.set(Date.parse('2026-04-13T10:00+09:00')) // a Monday
    await release(w)
    expect(await statesOf(w, waveId)).toEqual({ [contactId]: ['queued', null] })
  })

  it('says at once that a question about a ticket comes too late, and promises no date', async () => {
    const w = await world()
    const csat = await liveProgram(w, { metric: 'csat', kind: 'transactional' })
    const { id: contactId } = await w.contact()
    const ask = (externalId: string) =>
      inviteContact(w.ctx(), { contactId, programId: csat.id, source: 'helpdesk', externalId })
    await ask('1')
    w.clock.advance(HOUR)
    expect(await ask('2')).toMatchObject({ state: 'deferred', reason: 'invited_recently' }) // in fourteen days
    await w.store.write(async (tx) => tx.update(outreach).set({ at: w.now() + 20 * DAY }))
    expect(await ask('3')).toMatchObject({ state: 'skipped', reason: 'invited_recently', nextPossibleAt: null })
  })

  it('goes out after a pause, whether its wave is done or it had none', async () => {
    const w = await world()
    const program = await liveProgram(w, { metric: 'csat', kind: 'transactional' })
    const one = await w.contact()
    const waveId = await launched(w, program.id)
    await w.store.write(async (tx) =>
      tx.update(invitations).set({ state: 'deferred', reason: 'held', nextPossibleAt: w.now() }),
    )
    await w.store.write(async (tx) => tx.delete(messages))
    await runJob(w.system(), enqueueWave, { waveId }) // done: nobody is planned any more
    await w.store.write(async (tx) => tx.delete(outreach))
    await release(w)
    const other = await w.contact()
    const single = await inviteContact(w.ctx(), {
      contactId: other.id,
      programId: program.id,
      source: 'api',
      externalId: '1',
    })
    await pause(w, program.id)
    await sendDue(w)
    expect(await statesOf(w, waveId)).toEqual({ [one.id]: ['deferred', 'paused'] })
    expect(await stateOf(w, single.id)).toEqual(['deferred', 'paused'])
    await release(w)
    await resume(w, program.id)
    w.clock.advance(HOUR)
    await release(w)
    await sendDue(w)
    expect(await statesOf(w, waveId)).toEqual({ [one.id]: ['sent', null] })
    expect(await stateOf(w, single.id)).toEqual(['sent', null])
  })

  it('is cancelled with its wave, though that is done', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const { id } = await w.contact()
    await holdOn(w, id)
    const waveId = await launched(w, program.id)
    expect((await getWave(w.ctx(), waveId)).wave.state).toBe('done')
    await cancelWave(w.ctx(), waveId)
    await runJob(w.system(), cancelPlanned, { waveId })
    await liftIt(w)
    w.clock.advance(DAY)
    await release(w)
    expect(await statesOf(w, waveId)).toEqual({ [id]: ['cancelled', 'cancelled'] })
    await expect(cancelWave(w.ctx(), waveId)).rejects.toMatchObject({ code: 'wave_cannot_move' })
  })

  it('counts as invited only once it is asked', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const held = await w.contact()
    await w.contact()
    await holdOn(w, held.id)
    const waveId = await launched(w, program.id)
    await sendDue(w)
    const funnel = async () => (await getWave(w.ctx(), waveId)).funnel
    expect(await funnel()).toMatchObject({ invited: 1, waiting: 0, deferred: 1, sent: 1 })
    await liftIt(w)
    w.clock.advance(DAY)
    await release(w)
    await sendDue(w)
    expect(await funnel()).toMatchObject({ invited: 2, waiting: 0, deferred: 0, sent: 2 })
  })

  it('takes the place of a colleague who leaves before the mail does', async () => {
    const w = await world()
    await editContactRules(w.ctx(), rulesWith({ accountPeople: 1 }))
    const program = await liveProgram(w)
    const account = await w.account()
    const people = [await w.contact({ accountId: account.id }), await w.contact({ accountId: account.id })]
    const waveId = await launched(w, program.id)
    const first = (await invitationsOf(w, waveId)).find((row) => row.state === 'queued')!
    await w.store.write(async (tx) => {
      await tx.update(contacts).set({ state: 'left' }).where(eq(contacts.id, first.contactId!))
      await stopInvitations({ ...w.system(), tx }, first.contactId!)
    })
    await release(w)
    const other = people.find((one) => one.id !== first.contactId)!
    expect((await statesOf(w, waveId))[other.id]).toEqual(['queued', null])
  })
})
