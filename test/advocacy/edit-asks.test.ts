import { beforeEach, expect, test } from 'vitest'
import { askSettings, editAskSettings } from '#app/advocacy/catalogue/ask-settings.server.ts'
import { editAskKind, restoreAskVersion } from '#app/advocacy/catalogue/edit-ask-kind.server.ts'
import { askKind, askKindAt } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { getAskVersions } from '#app/advocacy/catalogue/get-ask-versions.server.ts'
import { listAskKinds } from '#app/advocacy/catalogue/list-ask-kinds.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { like } from 'drizzle-orm'
import { events } from '#db/schema/audit.ts'
import { askSettings as settings, askVersions } from '#db/schema/advocacy-asks.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})

const standard = standardAsks.reference
const calm = (quietDays: number) => ({ ...standard, rules: { ...standard.rules, quietDays } })
const versions = () => w.store.db.select().from(askVersions)
/** Open before the race, since opening them would be slower than what races. */
const manyConnections = () =>
  Promise.all(Array.from({ length: 8 }, () => w.store.write((tx) => tx.select().from(settings))))
const told = async () =>
  (await w.store.db.select().from(events).where(like(events.type, 'advocacy.ask_%')).orderBy(events.id)).map(
    ({ type, actorId, subjectKind, subjectId, data }) => ({
      type,
      actorId,
      about: `${subjectKind}:${subjectId}`,
      data,
    }),
  )

test('a change makes the next version, says which part changed, and leaves the other kinds and versions alone', async () => {
  expect(await editAskKind(w.ctx(), { kind: 'reference', base: 0, content: calm(45) })).toEqual({
    number: 1,
    changed: true,
  })
  w.clock.advance(60_000)
  const marketer = await w.user({ roles: ['marketer'], name: 'Mika' })
  const off = { ...calm(45), on: false, reward: { en: 'A voucher', ja: 'ギフト券' } }
  await editAskKind(w.ctx(marketer.actor), { kind: 'reference', base: 1, content: off })
  expect(await askKind(w.system(), 'reference')).toEqual({ kind: 'reference', number: 2, content: off })
  expect((await askKindAt(w.system(), 'reference', 1)).content).toEqual(calm(45))
  expect((await askKind(w.system(), 'referral')).number).toBe(0)
  expect(await told()).toEqual([
    {
      type: 'advocacy.ask_kind_changed',
      actorId: w.admin.id,
      about: 'ask_kind:reference',
      data: { version: 1, changed: ['rules'], on: true },
    },
    {
      type: 'advocacy.ask_kind_changed',
      actorId: marketer.id,
      about: 'ask_kind:reference',
      data: { version: 2, changed: ['on', 'reward'], on: false },
    },
  ])
  const list = await listAskKinds(w.ctx())
  expect(list.map(({ kind, number, saved }) => [kind, number, saved]).slice(0, 3)).toEqual([
    ['referral', 0, null],
    ['reference', 2, { at: w.now(), by: 'Mika' }],
    ['review', 0, null],
  ])
})

test('the same content again makes no version and no event, in whatever order it is said', async () => {
  expect(await editAskKind(w.ctx(), { kind: 'reference', base: 0, content: standard })).toEqual({
    number: 0,
    changed: false,
  })
  await editAskKind(w.ctx(), { kind: 'reference', base: 0, content: calm(45) })
  const rules = { ...calm(45).rules, healths: ['unknown', 'yellow', 'green', 'green'] }
  const turned = { reward: null, rules, wording: { ja: standard.wording.ja, en: standard.wording.en }, on: true }
  expect(await editAskKind(w.ctx(), { kind: 'reference', base: 1, content: turned })).toEqual({
    number: 1,
    changed: false,
  })
  expect(await versions()).toHaveLength(1)
  expect(await told()).toHaveLength(1)
})

test('of eight who save at the same second one succeeds and the others are told that somebody was faster', async () => {
  await manyConnections()
  const all = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) => editAskKind(w.ctx(), { kind: 'reference', base: 0, content: calm(i + 1) })),
  )
  const winner = all.findIndex(({ status }) => status === 'fulfilled')
  const lost = all.filter((one) => one.status === 'rejected').map(({ reason }) => (reason as { code: string }).code)
  expect(lost).toEqual(Array.from({ length: 7 }, () => 'ask_kind_changed'))
  const [kept, ...more] = await versions()
  expect(more).toEqual([])
  expect(kept).toMatchObject({ number: 1, content: calm(winner + 1) })
  // Who looked at a version that isn't there yet is no better off.
  const ahead = editAskKind(w.ctx(), { kind: 'reference', base: 7, content: calm(30) })
  await expect(ahead).rejects.toMatchObject({ code: 'ask_kind_changed' })
})

test('an earlier version and the standard come back as one more version', async () => {
  await editAskKind(w.ctx(), { kind: 'reference', base: 0, content: calm(10) })
  await editAskKind(w.ctx(), { kind: 'reference', base: 1, content: calm(20) })
  expect(await restoreAskVersion(w.ctx(), { kind: 'reference', base: 2, number: 1 })).toEqual({ number: 3, changed: true }) // prettier-ignore
  expect((await askKind(w.ctx(), 'reference')).content).toEqual(calm(10))
  expect(await restoreAskVersion(w.ctx(), { kind: 'reference', base: 3, number: 0 })).toEqual({ number: 4, changed: true }) // prettier-ignore
  expect(await askKind(w.ctx(), 'reference')).toEqual({ kind: 'reference', number: 4, content: standard })
  expect(await restoreAskVersion(w.ctx(), { kind: 'reference', base: 4, number: 0 })).toEqual({ number: 4, changed: false }) // prettier-ignore
  const stale = restoreAskVersion(w.ctx(), { kind: 'reference', base: 3, number: 0 })
  await expect(stale).rejects.toMatchObject({ code: 'ask_kind_changed' })
  const unknown = restoreAskVersion(w.ctx(), { kind: 'reference', base: 4, number: 9 })
  await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
})

test('words with unknown variables are refused by name, and nothing is stored', async () => {
  const { en, ja } = standard.wording
  const content = { ...standard, wording: { en: { ...en, body: 'Dear {vorname} {nachname}' }, ja } }
  await expect(editAskKind(w.ctx(), { kind: 'reference', base: 0, content })).rejects.toMatchObject({
    status: 422,
    fields: { 'wording.en.body': 'ask_variable' },
    values: { names: '{vorname}, {nachname}' },
  })
  expect(await versions()).toEqual([])
})

test('all versions can be read page by page, down to the standard', async () => {
  for (let base = 0; base < 21; base++)
    await editAskKind(w.ctx(), { kind: 'reference', base, content: calm(100 + base) })
  const first = await getAskVersions(w.ctx(), 'reference', { version: '3' })
  expect(first.now.number).toBe(21)
  expect(first.old).toMatchObject({ number: 3, content: calm(102) })
  // 21 down to 2: twenty a page.
  expect(first.versions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => 21 - i))
  expect(first.next).toBe('2')
  const second = await getAskVersions(w.ctx(), 'reference', { after: first.next! })
  expect(second.old).toBeNull()
  expect(second.versions).toEqual([
    { number: 1, at: w.now(), by: 'Aiko Admin' },
    { number: 0, at: null, by: null },
  ])
  expect(second.next).toBeNull()
  expect((await getAskVersions(w.ctx(), 'quote', {})).versions).toEqual([{ number: 0, at: null, by: null }])
  for (const [kind, query] of [
    ['reference', { version: '22' }],
    ['reference', { version: 'x' }],
    ['kidney', {}],
  ] as const)
    await expect(getAskVersions(w.ctx(), kind, query)).rejects.toMatchObject({ status: 404 })
})

test('a page that is just full is followed by one with the standard alone', async () => {
  for (let base = 0; base < 20; base++)
    await editAskKind(w.ctx(), { kind: 'reference', base, content: calm(100 + base) })
  const first = await getAskVersions(w.ctx(), 'reference', {})
  expect([first.versions.length, first.next]).toEqual([20, '1'])
  const second = await getAskVersions(w.ctx(), 'reference', { after: '1' })
  expect(second.versions.map(({ number }) => number)).toEqual([0])
})

test('two asks a quarter for a person and for an account, until somebody says otherwise', async () => {
  expect(await askSettings(w.system())).toEqual({ perPerson: 2, perAccount: 2 })
  expect(await editAskSettings(w.ctx(), { perPerson: 2, perAccount: 2 })).toBe(false)
  expect(await w.store.db.select().from(settings)).toEqual([])
  expect(await editAskSettings(w.ctx(), { perPerson: '0', perAccount: '50' })).toBe(true)
  w.clock.advance(1_000)
  expect(await editAskSettings(w.ctx(), { perPerson: 1, perAccount: 50 })).toBe(true)
  expect(await editAskSettings(w.ctx(), { perPerson: 1, perAccount: 50 })).toBe(false)
  expect(await askSettings(w.system())).toEqual({ perPerson: 1, perAccount: 50 })
  expect((await told()).map(({ about, data }) => [about, data])).toEqual([
    ['ask_settings:main', { before: { perPerson: 2, perAccount: 2 }, after: { perPerson: 0, perAccount: 50 } }],
    ['ask_settings:main', { before: { perPerson: 0, perAccount: 50 }, after: { perPerson: 1, perAccount: 50 } }],
  ])
  for (const wrong of [51, -1, 1.5, 'many'])
    await expect(editAskSettings(w.ctx(), { perPerson: wrong, perAccount: 2 })).rejects.toThrow('perPerson')
})

test('eight who set the budgets for the first time at the same second all succeed, one after the other', async () => {
  await manyConnections()
  const all = Array.from({ length: 8 }, (_, i) => editAskSettings(w.ctx(), { perPerson: i + 3, perAccount: 2 }))
  expect(await Promise.all(all)).toEqual(all.map(() => true))
  expect(await w.store.db.select().from(settings)).toHaveLength(1)
  const changes = (await told()).map(({ data }) => data as Record<'before' | 'after', { perPerson: number }>)
  const next = new Map(changes.map(({ before, after }) => [before.perPerson, after.perPerson]))
  // Each began where another ended: from 2 over all eight to what holds now.
  let at: number | undefined = 2
  for (const _ of changes) at = next.get(at!)
  expect([next.size, at]).toEqual([8, (await askSettings(w.system())).perPerson])
})

test('a csm reads the catalogue and changes nothing; a viewer does not even read it', async () => {
  const csm = w.ctx((await w.user({ roles: ['csm'] })).actor)
  const viewer = w.ctx((await w.user({ roles: ['viewer'] })).actor)
  expect(await listAskKinds(csm)).toHaveLength(8)
  for (const refused of [
    () => editAskKind(csm, { kind: 'reference', base: 0, content: calm(1) }),
    () => restoreAskVersion(csm, { kind: 'reference', base: 0, number: 0 }),
    () => editAskSettings(csm, { perPerson: 1, perAccount: 1 }),
    () => listAskKinds(viewer),
    () => getAskVersions(viewer, 'reference', {}),
  ])
    await expect(refused()).rejects.toMatchObject({ status: 403 })
  expect(await versions()).toEqual([])
})
