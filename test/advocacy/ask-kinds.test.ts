import { beforeEach, expect, test } from 'vitest'
import { askKind, askKindAt, askKinds } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { standardAsks } from '#app/advocacy/catalogue/standard-asks.ts'
import { askKinds as kinds } from '#db/enums/advocacy.ts'
import { askVersions } from '#db/schema/advocacy-asks.ts'
import { world, type World } from '#test/world.ts'

let w: World
beforeEach(async () => {
  w = await world()
})

test('before anybody writes words of their own, each kind is the standard, of number 0', async () => {
  expect(await askKind(w.system(), 'reference')).toEqual({
    kind: 'reference',
    number: 0,
    content: standardAsks.reference,
  })
  expect(await askKinds(w.system())).toEqual(kinds.map((kind) => ({ kind, number: 0, content: standardAsks[kind] })))
})

test('the newest version counts, and what was asked under an older one is still known', async () => {
  const version = (number: number, on: boolean) => ({
    id: `akv_${number}`,
    kind: 'reference' as const,
    number,
    content: { ...standardAsks.reference, on },
    createdAt: w.now(),
    createdBy: 'usr_admin',
  })
  await w.store.write((tx) => tx.insert(askVersions).values([version(2, false), version(10, true), version(9, false)]))
  expect(await askKind(w.system(), 'reference')).toMatchObject({ number: 10, content: { on: true } })
  expect((await askKinds(w.system())).map(({ kind, number }) => [kind, number])).toEqual(
    kinds.map((kind) => [kind, kind === 'reference' ? 10 : 0]),
  )
  expect(await askKindAt(w.system(), 'reference', 9)).toMatchObject({ number: 9, content: { on: false } })
  expect((await askKindAt(w.system(), 'reference', 0)).content).toEqual(standardAsks.reference)
  await expect(askKindAt(w.system(), 'reference', 3)).rejects.toMatchObject({ code: 'not_found' })
})
