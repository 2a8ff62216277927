import { describe, expect, it } from 'vitest'
import { inviteContact } from '#app/delivery/invite-contact.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { listPreferences } from '#app/delivery/list-preferences.server.ts'
import { DAY } from '#app/platform/day.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import { invitations, preferences } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'
import { events } from '#db/schema/audit.ts'
import { eq } from 'drizzle-orm'
import { liveProgram } from '#test/delivery/make.ts'
import { world } from '#test/world.ts'

describe('inviting one person', () => {
  it('sends after the delay, once for each thing that happened', async () => {
    const w = await world()
    const program = await liveProgram(w, { metric: 'csat', kind: 'transactional' })
    const contact = await w.contact()
    const ask = {
      contactId: contact.id,
      programId: program.id,
      source: 'helpdesk',
      externalId: 'ticket/42',
      delayMinutes: 90,
    }
    const asked = await Promise.all(Array.from({ length: 10 }, () => inviteContact(w.ctx(), ask)))
    expect(asked.filter((one) => one.created)).toHaveLength(1)
    expect(new Set(asked.map((one) => one.id)).size).toBe(1)
    expect(asked[0]).toMatchObject({ state: 'queued', dueAt: w.now() + 90 * 60_000 })
    const sent = await w.store.db.select().from(messages)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ dueAt: w.now() + 90 * 60_000, toEmail: contact.email })
    expect(await w.store.db.select().from(events).where(eq(events.type, 'delivery.contact_invited'))).toHaveLength(1)
  })

  it('keeps the reason when the rules of a wave speak against it', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const contact = await w.contact()
    const ask = (externalId: string) =>
      inviteContact(w.ctx(), { contactId: contact.id, programId: program.id, source: 'api', externalId })
    expect(await ask('1')).toMatchObject({ state: 'queued', created: true })
    w.clock.advance(1000)
    expect(await ask('2')).toMatchObject({
      state: 'deferred',
      reason: 'invited_recently',
      nextPossibleAt: w.now() - 1000 + 80 * DAY,
      created: true,
    })
    expect(await w.store.db.select().from(messages)).toHaveLength(1)
    expect(await w.store.db.select().from(invitations)).toHaveLength(2)
  })

  it('is refused for a program that is not live, for nobody, and by who may not', async () => {
    const w = await world()
    const draft = await createProgram(w.ctx(), { name: 'Draft', metric: 'ces', kind: 'transactional' })
    const owner = await w.user({ roles: ['csm'] })
    const contact = await w.contact({ accountId: (await w.account({ ownerId: owner.id })).id })
    const ask = { contactId: contact.id, programId: draft.id, source: 'api', externalId: '1' }
    await expect(inviteContact(w.ctx(), ask)).rejects.toMatchObject({ code: 'program_not_live' })
    await expect(inviteContact(w.ctx(), { ...ask, contactId: 'con_nobody' })).rejects.toMatchObject({ status: 404 })
    const other = await w.user({ roles: ['csm'] })
    await expect(inviteContact(w.ctx(other.actor), ask)).rejects.toMatchObject({ status: 403 })
    const viewer = await w.user({ roles: ['viewer'] })
    await expect(inviteContact(w.ctx(viewer.actor), ask)).rejects.toMatchObject({ status: 403 })
  })
})

describe('what a person wishes', () => {
  it('is kept once, can be taken back, and leaves one event for every change', async () => {
    const w = await world()
    const { id: contactId } = await w.contact()
    const customer = w.ctx({ kind: 'contact', id: contactId })
    const say = (choice: 'off' | 'half' | null) =>
      setPreference(customer, { contactId, scope: 'all', choice, source: 'one_click' })
    expect(await say('off')).toEqual({ before: null })
    expect(await say('off')).toEqual({ before: 'off' })
    expect(await say('half')).toEqual({ before: 'off' })
    expect(await listPreferences(customer, contactId)).toMatchObject([
      { scope: 'all', choice: 'half', source: 'one_click' },
    ])
    expect(await say(null)).toEqual({ before: 'half' })
    expect(await w.store.db.select().from(preferences)).toEqual([])
    expect(await w.store.db.select().from(events).where(eq(events.type, 'delivery.preference_set'))).toHaveLength(3)
  })

  it('is not for somebody else to set', async () => {
    const w = await world()
    const { id: contactId } = await w.contact()
    const { id: other } = await w.contact()
    const wish = { contactId, scope: 'all', choice: 'off', source: 'one_click' } as const
    await expect(setPreference(w.ctx({ kind: 'contact', id: other }), wish)).rejects.toMatchObject({ status: 403 })
    await expect(setPreference(w.anonymous(), wish)).rejects.toMatchObject({ status: 401 })
    const viewer = await w.user({ roles: ['viewer'] })
    await expect(setPreference(w.ctx(viewer.actor), wish)).rejects.toMatchObject({ status: 403 })
  })
})
