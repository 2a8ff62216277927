import { count, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { enqueueWave } from '#app/delivery/enqueue-wave.server.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { planWave } from '#app/delivery/plan-wave.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { outreach, waves } from '#db/schema/delivery.ts'
import { messages, suppressions } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { insert } from '#test/make.ts'
import { invitationsOf, Killed, liveProgram, runJob, waveOf } from '#test/delivery/make.ts'
import { world, type World } from '#test/world.ts'

const launch = async (w: World, programId: string, key = newId('key')) =>
  (await launchProgram(w.ctx(), { programId, launchKey: key })).waveId

async function planned(w: World, programId: string) {
  const waveId = await launch(w, programId)
  await runJob(w.system(), planWave, { waveId })
  return waveId
}

describe('launching', () => {
  it('makes one wave of twenty parallel presses of the same button', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const launched = await Promise.all(
      Array.from({ length: 20 }, () => launchProgram(w.ctx(), { programId: program.id, launchKey: 'the same button' })),
    )
    expect(new Set(launched.map((launch) => launch.waveId)).size).toBe(1)
    expect(launched.filter((launch) => launch.created)).toHaveLength(1)
    expect(await w.store.db.select().from(waves)).toHaveLength(1)
    const [planning] = await w.store.db.select({ n: count() }).from(jobs).where(eq(jobs.kind, 'delivery.plan-wave'))
    expect(planning?.n).toBe(1)
  })

  it('makes one wave of twenty parallel launches from twenty pages, and refuses the others', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const launched = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => launchProgram(w.ctx(), { programId: program.id, launchKey: `button ${i}` })),
    )
    expect(launched.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of launched)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ status: 409, code: 'wave_open' })
    expect(await w.store.db.select().from(waves)).toHaveLength(1)
  })

  it('is for leads and admins', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const marketer = await w.user({ roles: ['marketer'] })
    await expect(
      launchProgram(w.ctx(marketer.actor), { programId: program.id, launchKey: 'not allowed' }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('planning a wave', () => {
  it('invites who may be asked, and keeps everybody else with the reason', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const account = await w.account()
    const onHold = await w.account()
    const internal = await w.account({ isInternal: true })
    const fine = await w.contact({ accountId: account.id, language: 'ja' })
    const people = {
      [fine.id]: null,
      [(await w.contact({ email: null })).id]: 'no_email',
      [(await w.contact({ email: 'Gone@customer.test' })).id]: 'suppressed',
      [(await w.contact({ isTest: true })).id]: 'test_contact',
      [(await w.contact({ state: 'left' })).id]: 'left',
      [(await w.contact({ accountId: internal.id })).id]: 'internal',
      [(await w.contact({ accountId: onHold.id })).id]: 'held',
    }
    const off = await w.contact()
    await setPreference(w.ctx(), { contactId: off.id, scope: 'all', choice: 'off', source: 'staff' })
    people[off.id] = 'unsubscribed'
    const recent = await w.contact({ lastInvitedAt: w.now() - DAY })
    await insert(w.store, outreach, {
      id: newId('out'),
      contactId: recent.id,
      kind: 'invitation',
      programId: program.id,
      refId: 'earlier',
      at: w.now() - DAY,
    })
    people[recent.id] = 'invited_recently'
    await insert(w.store, suppressions, {
      id: newId('sup'),
      toHmac: w.keys.fingerprint(emailKey('gone@customer.test')),
      reason: 'bounce',
      source: 'test',
      at: w.now(),
    })
    await insert(w.store, holds, {
      id: newId('hld'),
      subjectKey: `acc:${onHold.id}`,
      reason: 'open_case',
      refId: 'cas_1',
      at: w.now(),
    })

    const waveId = await planned(w, program.id)
    const made = await invitationsOf(w, waveId)
    expect(Object.fromEntries(made.map((row) => [row.contactId, row.reason]))).toEqual(people)
    expect(made.find((row) => row.contactId === fine.id)).toMatchObject({
      state: 'planned',
      language: 'ja',
      accountId: account.id,
      versionId: program.currentVersionId,
    })
    expect(made.find((row) => row.contactId === recent.id)).toMatchObject({
      state: 'deferred',
      nextPossibleAt: w.now() + 79 * DAY, // 80 days after yesterday
    })
    expect(await waveOf(w, waveId)).toMatchObject({
      state: 'sending',
      counts: {
        audience: 9,
        invited: 1,
        complete: true,
        skipped: {
          no_email: 1,
          suppressed: 1,
          test_contact: 1,
          left: 1,
          internal: 1,
          unsubscribed: 1,
        },
        waiting: { held: 1, invited_recently: 1 },
      },
    })
  })

  it('does not count a hold that is over, a program outside the rules or an invitation that never left', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const other = await liveProgram(w, { kind: 'transactional' })
    const person = await w.contact({ lastInvitedAt: w.now() - DAY })
    await insert(w.store, holds, {
      id: newId('hld'),
      subjectKey: `con:${person.id}`,
      reason: 'manual',
      refId: 'x',
      at: 0,
      until: w.now() - 1,
    })
    await insert(w.store, outreach, {
      id: newId('out'),
      contactId: person.id,
      kind: 'invitation',
      programId: other.id,
      refId: 'a',
      at: w.now() - DAY,
    })
    await insert(w.store, outreach, {
      id: newId('out'),
      contactId: person.id,
      kind: 'invitation',
      programId: program.id,
      refId: 'b',
      at: w.now() - DAY,
      cancelledAt: w.now(),
    })
    const [invitation] = await invitationsOf(w, await planned(w, program.id))
    expect(invitation).toMatchObject({ state: 'planned', reason: null })
  })

  it('goes on where it was killed, plans nobody twice and sends nothing before it is complete', async () => {
    const w = await world()
    const program = await liveProgram(w)
    await w.store.write(async (tx) => {
      for (let i = 0; i < 650; i++) {
        const id = `con_${String(i).padStart(4, '0')}`
        await tx.insert(contacts).values({
          id,
          name: id,
          searchKey: id,
          email: `${id}@c.test`,
          emailKey: `${id}@c.test`,
          isTest: false,
          isShared: false,
          state: 'active',
          createdAt: 0,
          updatedAt: 0,
        })
      }
    })
    const waveId = await launch(w, program.id)
    for (let tries = 0; tries < 3; tries++) {
      await expect(runJob(w.system(), planWave, { waveId }, { killAfter: 1 })).rejects.toThrow(Killed)
      expect((await waveOf(w, waveId)).state).toBe('planning')
      await runJob(w.system(), enqueueWave, { waveId })
      expect(await w.store.db.select().from(messages)).toHaveLength(0)
    }
    expect(await invitationsOf(w, waveId)).toHaveLength(600)
    await runJob(w.system(), planWave, { waveId })
    const made = await invitationsOf(w, waveId)
    expect(made).toHaveLength(650)
    expect(new Set(made.map((row) => row.contactId)).size).toBe(650)
    expect(await waveOf(w, waveId)).toMatchObject({ state: 'sending', counts: { audience: 650, invited: 650 } })
  })

  it('keeps to the audience of the program', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const gold = await w.account({ tier: 'gold', region: 'Kanto' })
    const silver = await w.account({ tier: 'silver', region: 'Kanto' })
    const inside = await w.contact({ accountId: gold.id, role: 'buyer' })
    await w.contact({ accountId: gold.id, role: 'user' })
    await w.contact({ accountId: silver.id, role: 'buyer' })
    await w.contact({ role: 'buyer' })
    const { editProgram } = await import('#app/surveys/edit-program.server.ts')
    const { editOf } = await import('#test/surveys/make.ts')
    await editProgram(w.ctx(), {
      ...(await editOf(w, program.id)),
      audience: { tiers: ['gold'], regions: ['Kanto', 'Kansai'], roles: ['buyer'] },
    })
    const made = await invitationsOf(w, await planned(w, program.id))
    expect(made.map((row) => row.contactId)).toEqual([inside.id])
  })
})
