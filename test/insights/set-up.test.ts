import { expect, test } from 'vitest'
import { editBrand } from '#app/access/edit-brand.server.ts'
import { editCalendar } from '#app/access/edit-calendar.server.ts'
import { editOrganisation } from '#app/access/edit-organisation.server.ts'
import { defaultBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { hideSetUp } from '#app/access/hide-set-up.server.ts'
import { getSetUp } from '#app/insights/get-set-up.server.ts'
import { defaultWeek } from '#app/platform/working-time.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import { world } from '#test/world.ts'

const state = async (ctx: Parameters<typeof getSetUp>[0]) =>
  Object.fromEntries(((await getSetUp(ctx))?.steps ?? []).map(({ key, done }) => [key, done]))

test('each step counts as done by what is there, not by having been visited', async () => {
  const w = await world()
  const ctx = w.ctx(w.admin)
  const { id: _, setUpHiddenAt: __, ...organisation } = await getOrganisation(ctx)
  await editOrganisation(ctx, { ...organisation, privacyUrl: undefined, postalAddress: '' })
  await editBrand(ctx, { name: 'Sora', colour: defaultBrand.colour, senderName: 'Sora' })
  const before = await state(ctx)
  expect(before).toMatchObject({ organisation: false, brand: false, calendar: false, import: false, program: false })
  expect(before).toMatchObject({ launch: false, sender: false, sandbox: false, owners: false })

  await editOrganisation(ctx, { ...organisation, privacyUrl: undefined, postalAddress: '1-1 Marunouchi, Tokyo' })
  await editBrand(ctx, { name: 'Sora', colour: '#1f5fbf', senderName: 'Sora' })
  await editCalendar(ctx, { week: defaultWeek, country: null })
  const owned = await w.account({ ownerId: w.admin.id! })
  await w.contact({ accountId: owned.id })
  expect(await state(ctx)).toMatchObject({
    organisation: true,
    brand: true,
    calendar: true,
    import: true,
    owners: true,
  })
  await w.account({ ownerId: null })
  expect(await state(ctx)).toMatchObject({ owners: false })

  const program = await createProgram(ctx, { name: 'NPS', metric: 'nps', kind: 'relationship' })
  const setUp = await getSetUp(ctx)
  expect(setUp!.steps.find(({ key }) => key === 'program')).toMatchObject({ done: true })
  expect(setUp!.steps.find(({ key }) => key === 'launch')).toMatchObject({ done: false, to: `/programs/${program.id}` })
  await w.close()
})

test('readers see the steps that they may take, and none when they may take none', async () => {
  const w = await world()
  const as = (role: 'lead' | 'csm' | 'viewer') =>
    w.ctx({ kind: 'user', id: 'usr_x', name: 'X', roles: [role], teamId: null })
  expect(Object.keys(await state(as('lead')))).toEqual(['import', 'owners', 'program', 'launch'])
  expect(await getSetUp(as('viewer'))).toBe(null)
  await w.close()
})

test('an admin puts the list away for everybody, and brings it back', async () => {
  const w = await world()
  const ctx = w.ctx(w.admin)
  await hideSetUp(ctx, { hidden: true })
  expect(await getSetUp(ctx)).toBe(null)
  const { id: _, setUpHiddenAt: __, ...organisation } = await getOrganisation(ctx)
  await editOrganisation(ctx, { ...organisation, privacyUrl: undefined }) // other edits leave it hidden
  expect(await getSetUp(ctx)).toBe(null)
  await hideSetUp(ctx, { hidden: false })
  expect(await getSetUp(ctx)).not.toBe(null)
  const lead = w.ctx({ kind: 'user', id: 'usr_x', name: 'X', roles: ['lead'], teamId: null })
  expect(() => hideSetUp(lead, { hidden: true })).toThrow()
  await w.close()
})
