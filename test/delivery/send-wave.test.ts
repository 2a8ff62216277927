import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { cancelPlanned } from '#app/delivery/cancel-wave.server.ts'
import { cancelWave, pauseWave, resumeWave } from '#app/delivery/change-wave.server.ts'
import { enqueueWave } from '#app/delivery/enqueue-wave.server.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { planWave } from '#app/delivery/plan-wave.server.ts'
import { settleInvitation } from '#app/loop/settle-invitation.server.ts'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { sendDeltas } from '#db/schema/insights.ts'
import { invitationsOf, liveProgram, mailsAbout, runJob, waveOf } from '#test/delivery/make.ts'
import { world, type World } from '#test/world.ts'

const launch = async (w: World, programId: string, key = newId('key')) =>
  (await launchProgram(w.ctx(), { programId, launchKey: key })).waveId

async function planned(w: World, programId: string) {
  const waveId = await launch(w, programId)
  await runJob(w.system(), planWave, { waveId })
  return waveId
}

describe('sending a wave', () => {
  async function ready(people = 3) {
    const w = await world()
    const program = await liveProgram(w)
    for (let i = 0; i < people; i++) await w.contact()
    return { w, program, waveId: await planned(w, program.id) }
  }
  const settle = async (w: World, invitationId: string, state: 'sent' | 'stopped', reason: string | null = null) => {
    const mails = await mailsAbout(w, invitationId)
    const message = mails.at(-1)!
    await w.store.write(async (tx) => {
      await tx
        .update(messages)
        .set({ state, stopReason: reason, sentAt: state === 'sent' ? w.now() : null })
        .where(eq(messages.id, message.id))
      await settleInvitation({ ...w.system(), tx }, message, state)
    })
  }

  it('puts every invitation into the outbox once, with its row in the ledger', async () => {
    const { w, program, waveId } = await ready()
    await Promise.all([runJob(w.system(), enqueueWave, { waveId }), runJob(w.system(), enqueueWave, { waveId })])
    const made = await invitationsOf(w, waveId)
    expect(made.map((row) => row.state)).toEqual(['queued', 'queued', 'queued'])
    const mails = await w.store.db.select().from(messages)
    expect(mails.map((mail) => mail.key).sort()).toEqual(made.map((row) => `invitation/${row.id}`).sort())
    expect(mails[0]).toMatchObject({ stream: 'invitation', template: 'invitation', refKind: 'invitation' })
    const ledger = await w.store.db.select().from(outreach)
    expect(ledger.map((row) => [row.kind, row.programId, row.refId]).sort()).toEqual(
      made.map((row) => ['invitation', program.id, row.id]).sort(),
    )
    const [person] = await w.store.db.select().from(contacts).where(eq(contacts.id, made[0]!.contactId!))
    expect(person?.lastInvitedAt).toBe(w.now())
  })

  it('notes when and to whose customer a mail went, counts it once, and ends when all have gone', async () => {
    const { w, waveId } = await ready(1)
    const [before] = await invitationsOf(w, waveId)
    const owner = await w.user()
    const account = await w.account({ ownerId: owner.id })
    await w.store.write(async (tx) =>
      tx.update(invitations).set({ accountId: account.id }).where(eq(invitations.id, before!.id)),
    )
    expect(await runJob(w.system(), enqueueWave, { waveId })).toEqual({ again: expect.any(Number) as number })
    w.clock.set(Date.parse('2026-03-02T15:30:00Z')) // half past midnight of the 3rd in Tokyo
    await settle(w, before!.id, 'sent')
    await settle(w, before!.id, 'sent')
    const [sent] = await invitationsOf(w, waveId)
    expect(sent).toMatchObject({
      state: 'sent',
      sentAt: w.now(),
      sentDay: Date.parse('2026-03-03') / DAY,
      ownerAtSend: owner.id,
    })
    expect(await w.store.db.select().from(sendDeltas)).toMatchObject([{ day: sent!.sentDay, invited: 1, failed: 0 }])
    await runJob(w.system(), enqueueWave, { waveId })
    expect(await waveOf(w, waveId)).toMatchObject({ state: 'done', endedAt: w.now() })
  })

  it('counts a bounce on the day of sending', async () => {
    const { w, waveId } = await ready(1)
    await runJob(w.system(), enqueueWave, { waveId })
    const [invitation] = await invitationsOf(w, waveId)
    await settle(w, invitation!.id, 'sent')
    w.clock.advance(3 * DAY)
    const [message] = await mailsAbout(w, invitation!.id)
    for (let i = 0; i < 2; i++)
      await w.store.write(async (tx) => settleInvitation({ ...w.system(), tx }, message!, 'bounced'))
    const [after] = await invitationsOf(w, waveId)
    expect(after).toMatchObject({ state: 'failed', reason: 'bounced' })
    const deltas = await w.store.db.select().from(sendDeltas)
    expect(deltas.map((row) => [row.day, row.invited, row.failed])).toEqual([
      [after!.sentDay, 1, 0],
      [after!.sentDay, 0, 1],
    ])
  })

  it('sends what a pause stopped after the pause, under a new key', async () => {
    const { w, waveId } = await ready(2)
    await runJob(w.system(), enqueueWave, { waveId })
    await pauseWave(w.ctx(), waveId)
    const [first, second] = await invitationsOf(w, waveId)
    await settle(w, first!.id, 'sent')
    await settle(w, second!.id, 'stopped', 'paused')
    expect((await invitationsOf(w, waveId)).map((row) => row.state)).toEqual(['sent', 'planned'])
    await runJob(w.system(), enqueueWave, { waveId })
    expect(await mailsAbout(w, second!.id)).toHaveLength(1)
    await resumeWave(w.ctx(), waveId)
    await runJob(w.system(), enqueueWave, { waveId })
    expect((await mailsAbout(w, second!.id)).map((mail) => mail.key)).toEqual([
      `invitation/${second!.id}`,
      `invitation/${second!.id}/2`,
    ])
    const [row] = await w.store.db.select().from(outreach).where(eq(outreach.refId, second!.id))
    expect(row?.cancelledAt).toBeNull()
  })

  it('cancels what is not sent and leaves what was sent', async () => {
    const { w, waveId } = await ready(3)
    await runJob(w.system(), enqueueWave, { waveId })
    const [first, second] = await invitationsOf(w, waveId)
    await settle(w, first!.id, 'sent')
    await settle(w, second!.id, 'stopped', 'held')
    await w.store.write(async (tx) =>
      tx
        .update(invitations)
        .set({ state: 'planned' })
        .where(and(eq(invitations.waveId, waveId), eq(invitations.state, 'queued'))),
    )
    await cancelWave(w.ctx(), waveId)
    await runJob(w.system(), cancelPlanned, { waveId })
    expect((await invitationsOf(w, waveId)).map((row) => [row.state, row.reason])).toEqual([
      ['sent', null],
      ['cancelled', 'cancelled'], // was held back
      ['cancelled', 'cancelled'],
    ])
    await expect(resumeWave(w.ctx(), waveId)).rejects.toMatchObject({ status: 409, code: 'wave_cannot_move' })
    await launch(w, (await waveOf(w, waveId)).programId)
  })
})
