import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { getOverview } from '#app/insights/get-overview.server.ts'
import { dayOfIso } from '#app/platform/day.ts'
import { createTopic } from '#app/responses/topics/create-topic.server.ts'
import { listVoices, getVoice } from '#app/voices/list-voices.server.ts'
import { deleteVoice, editVoice, recordVoice, restoreVoice } from '#app/voices/save-voice.server.ts'
import { retagVoices } from '#app/voices/tag-voices.server.ts'
import { events } from '#db/schema/audit.ts'
import { voices } from '#db/schema/voices.ts'
import { makeProgram } from '#test/insights/make.ts'
import { world, type World } from '#test/world.ts'

/** The clock stands on 2 March 2026 in Tokyo. */
async function company(w: World) {
  const csm = await w.user({ roles: ['csm'], name: 'Misaki' })
  const account = await w.account({ name: 'Kumo Works' })
  const person = await w.contact({ accountId: account.id, name: '森 花' })
  const said = (text: string, over: object = {}) => ({
    accountId: account.id,
    contactId: person.id,
    date: '2026-02-27',
    channel: 'phone' as const,
    heardBy: csm.id,
    text,
    ...over,
  })
  return { csm, account, person, said }
}

describe('a voice heard elsewhere', () => {
  test('is kept with who, where and when, and moves no score', async () => {
    const w = await world()
    await makeProgram(w)
    const { csm, account, said } = await company(w)
    const before = await getOverview(w.ctx())
    const id = await recordVoice(w.ctx(csm.actor), said('請求書の画面が分かりにくい'))
    expect(await getVoice(w.ctx(csm.actor), id)).toMatchObject({
      person: '森 花',
      account: 'Kumo Works',
      heardBy: 'Misaki',
      day: dayOfIso('2026-02-27'),
      channel: 'phone',
      language: 'ja',
      feeling: null,
      mayEdit: true,
    })
    expect(await getOverview(w.ctx())).toEqual(before)
    const [event] = await w.store.db.select().from(events).where(eq(events.type, 'voices.recorded'))
    expect(event).toMatchObject({ subjectId: id, accountId: account.id, actorId: csm.id })
    expect(JSON.stringify(event!.data)).not.toContain('請求書') // no words of a customer in the audit
  })

  test('is found by its words in both languages, by account, feeling and topic, page by page', async () => {
    const w = await world()
    const { csm, account, said } = await company(w)
    const ctx = w.ctx(csm.actor)
    const rules = { en: { any: ['invoice'], all: [], none: [] }, ja: { any: ['請求'], all: [], none: [] } }
    const topic = await createTopic(w.ctx(), { nameEn: 'Billing', nameJa: '請求', ...rules })
    const bill = await recordVoice(ctx, said('請求書の画面が分かりにくい', { feeling: 'low' }))
    const praise = await recordVoice(ctx, said('We love the new search', { date: '2026-03-01', feeling: 'high' }))
    const other = await recordVoice(ctx, said('100% sure that each invoice arrives late', { date: '2026-02-20' }))
    const ids = async (filter: object) => (await listVoices(ctx, filter)).voices.map((one) => one.id)
    expect(await ids({})).toEqual([praise, bill, other])
    expect(await ids({ q: '請求' })).toEqual([bill])
    expect(await ids({ q: 'SEARCH love' })).toEqual([praise])
    expect(await ids({ q: '0%' })).toEqual([other]) // a sign of SQL is a letter like others
    expect(await ids({ class: 'low' })).toEqual([bill])
    expect(await ids({ topic })).toEqual([bill, other])
    expect(await ids({ account: account.id })).toHaveLength(3)
    expect(await ids({ account: 'acc_other' })).toEqual([])
    const first = await listVoices(ctx, { limit: 2 })
    expect((await listVoices(ctx, { limit: 2, after: first.next! })).voices.map((one) => one.id)).toEqual([other])
    await retagVoices(w.system())
    expect(await ids({ topic })).toEqual([bill, other])
    const [shown] = (await listVoices(ctx, { q: '請求' })).voices
    expect(shown!.topics[0]).toMatchObject({ id: topic, spans: [[0, 2]] })
  })

  test('is changed by who wrote it down, unless somebody was first; deleted and brought back', async () => {
    const w = await world()
    const { csm, said } = await company(w)
    const ctx = w.ctx(csm.actor)
    const id = await recordVoice(ctx, said('First words'))
    const { updatedAt } = await getVoice(ctx, id)
    await editVoice(ctx, { id, seenAt: updatedAt }, said('Better words', { feeling: 'mid' }))
    expect(await getVoice(ctx, id)).toMatchObject({ text: 'Better words', feeling: 'mid' })
    await expect(editVoice(ctx, { id, seenAt: updatedAt }, said('Too late'))).rejects.toMatchObject({ status: 409 })
    const colleague = await w.user({ roles: ['csm'] })
    await expect(deleteVoice(w.ctx(colleague.actor), { id })).rejects.toMatchObject({ status: 403 })
    await deleteVoice(ctx, { id })
    expect((await listVoices(ctx)).voices).toEqual([])
    await expect(getVoice(ctx, id)).rejects.toMatchObject({ status: 404 })
    await restoreVoice(ctx, { id })
    expect((await listVoices(ctx)).voices).toHaveLength(1)
    const said4 = (await w.store.db.select().from(events)).filter((one) => one.subjectId === id).map((one) => one.type)
    expect(said4.toSorted()).toEqual(['voices.changed', 'voices.deleted', 'voices.recorded', 'voices.restored'])
  })

  test('hides its speaker from who may not know them, also from a search by them', async () => {
    const w = await world()
    const { csm, account, person, said } = await company(w)
    await recordVoice(w.ctx(csm.actor), said('Not good', { feeling: 'low' }))
    await recordVoice(w.ctx(csm.actor), said('Very good', { feeling: 'high' }))
    await recordVoice(w.ctx(csm.actor), said('Hard to say'))
    const marketer = w.ctx((await w.user({ roles: ['marketer'] })).actor)
    const viewer = w.ctx((await w.user({ roles: ['viewer'] })).actor)
    const seen = async (ctx: typeof viewer, filter = {}) =>
      (await listVoices(ctx, filter)).voices.map((one) => [one.text, one.person]).toSorted()
    expect(await seen(marketer)).toEqual([['Hard to say', null], ['Not good', null], ['Very good', '森 花']]) // prettier-ignore
    expect((await seen(viewer)).every(([, name]) => name === null)).toBe(true)
    expect(await seen(marketer, { contact: person.id })).toEqual([['Very good', '森 花']])
    expect(await seen(viewer, { account: account.id })).toEqual([])
    await expect(recordVoice(viewer, said('x'))).rejects.toMatchObject({ status: 403 })
    await expect(listVoices(w.anonymous())).rejects.toMatchObject({ status: 401 })
  })

  test('refuses a day to come, a person of another account, and keeps hostile words as words', async () => {
    const w = await world()
    const { csm, said } = await company(w)
    const ctx = w.ctx(csm.actor)
    const stranger = await w.contact({})
    await expect(recordVoice(ctx, said('x', { date: '2026-03-03' }))).rejects.toMatchObject({ code: 'voice_future' })
    await expect(recordVoice(ctx, said('x', { contactId: stranger.id }))).rejects.toMatchObject({
      code: 'voice_person',
    })
    await expect(recordVoice(ctx, said('x', { accountId: 'acc_none' }))).rejects.toMatchObject({
      code: 'voice_account',
    })
    await expect(recordVoice(ctx, said('x', { heardBy: 'usr_none' }))).rejects.toMatchObject({ code: 'voice_hearer' })
    const id = await recordVoice(ctx, said('<script>alert(1)</script>\u0000\u202e =1+1', { contactId: undefined }))
    const [row] = await w.store.db.select().from(voices).where(eq(voices.id, id))
    expect(row).toMatchObject({ text: '<script>alert(1)</script> =1+1', contactId: null })
  })
})
