import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { getWave } from '#app/delivery/get-wave.server.ts'
import { listRecipients } from '#app/delivery/list-recipients.server.ts'
import { planWave } from '#app/delivery/plan-wave.server.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import type { WaveStep } from '#app/delivery/wave-steps.ts'
import { countWaveComments, listWaveComments } from '#app/loop/wave-comments.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import { makeResponse } from '#test/cases/make.ts'
import { invitationsOf, liveProgram, runJob } from '#test/delivery/make.ts'
import { world, type World } from '#test/world.ts'

async function wave(w: World, people: number) {
  const program = await liveProgram(w)
  for (let i = 0; i < people; i++) await w.contact({ name: `Person ${i}` })
  await w.contact({ email: null })
  const { waveId } = await launchProgram(w.ctx(), { programId: program.id, launchKey: newId('key') })
  await runJob(w.system(), planWave, { waveId })
  return { program, waveId }
}
const change = (w: World, id: string, set: Partial<typeof invitations.$inferInsert>) =>
  w.store.write(async (tx) => void (await tx.update(invitations).set(set).where(eq(invitations.id, id))))

test('every number of the funnel opens as many people as it counts', async () => {
  const w = await world()
  const { waveId } = await wave(w, 5)
  const asked = (await invitationsOf(w, waveId)).filter((row) => row.state !== 'skipped')
  expect(asked).toHaveLength(5)
  await change(w, asked[0]!.id, { state: 'sent', sentAt: w.now(), answeredAt: w.now() })
  await change(w, asked[1]!.id, { state: 'sent', sentAt: w.now() })
  await change(w, asked[2]!.id, { state: 'failed', reason: 'bounced' })
  const { wave: row, funnel } = await getWave(w.ctx(), waveId)
  const behind = async (step: WaveStep) => (await listRecipients(w.ctx(), { waveId, step })).people.length
  expect({
    invited: await behind('invited'),
    waiting: await behind('waiting'),
    sent: await behind('sent'),
    failed: await behind('failed'),
    answered: await behind('answered'),
  }).toEqual({
    invited: row.counts!.invited,
    waiting: funnel.waiting,
    sent: funnel.sent,
    failed: funnel.failed,
    answered: funnel.answered,
  })
  expect(funnel).toMatchObject({ waiting: 2, sent: 2, failed: 1, answered: 1, lastAnswerAt: w.now() })
})

test('who may not see customers gets numbers without people', async () => {
  const w = await world()
  const { waveId } = await wave(w, 1)
  const viewer = await w.user({ roles: ['viewer'] })
  expect((await getWave(w.ctx(viewer.actor), waveId)).wave.counts?.invited).toBe(1)
  expect(await listRecipients(w.ctx(viewer.actor), { waveId, step: 'invited' })).toEqual({ people: [], next: null })
})

test('comments of a wave are counted and read without names for those who may not know them', async () => {
  const w = await world()
  const { program, waveId } = await wave(w, 2)
  const asked = (await invitationsOf(w, waveId)).filter((row) => row.state !== 'skipped')
  const contact = await w.contact({ name: 'Mori Hana' })
  const versionId = asked[0]!.versionId
  for (const [i, comment] of [
    [0, 'Slow.'],
    [1, null],
  ] as const) {
    const made = await makeResponse(w, { ...program, versionId }, { contact, comment })
    await w.store.write(async (tx) => void (await tx.update(responses).set({ invitationId: asked[i]!.id }).where(eq(responses.id, made.id)))) // prettier-ignore
    await change(w, asked[i]!.id, { state: 'sent', answeredAt: w.now() })
  }
  expect(await countWaveComments(w.ctx(), waveId)).toBe(1)
  const { voices, next } = await listWaveComments(w.ctx(), { waveId })
  expect(next).toBeNull()
  expect(voices).toMatchObject([{ comment: 'Slow.', person: 'Mori Hana' }])
  const viewer = await w.user({ roles: ['viewer'] })
  expect((await listWaveComments(w.ctx(viewer.actor), { waveId })).voices).toMatchObject([
    { comment: 'Slow.', person: null, account: null },
  ])
})
