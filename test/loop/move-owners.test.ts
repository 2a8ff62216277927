import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { moveAccount } from '#app/accounts/move-account.server.ts'
import { moveOwners, previewMove, undoMove } from '#app/accounts/move-owners.server.ts'
import { getMove } from '#app/accounts/owner-move.server.ts'
import { moveOwnersJob } from '#app/loop/move-owners.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { events } from '#db/schema/audit.ts'
import { insert } from '#test/make.ts'
import { runJob } from '#test/delivery/make.ts'
import { world, type World } from '#test/world.ts'

async function customers(w: World) {
  const [old, young, third] = [await w.user({ name: 'Old' }), await w.user({ name: 'Young' }), await w.user({})]
  const rows = []
  for (let i = 0; i < 4; i++) rows.push(await w.account({ name: `A${i}`, ownerId: old.id, tier: i < 3 ? 'A' : 'B' }))
  const open = async (accountId: string, ownerId: string, id: string) =>
    insert(w.store, cases, { id, subjectKey: `acc:${accountId}`, accountId, state: 'working', ownerId, severity: 'high', openedAt: 1, replyDueAt: 1, rankAt: 1, reopened: 0, lockVersion: 0 } as never) // prettier-ignore
  await open(rows[0]!.id, old.id, 'cas_old')
  await open(rows[1]!.id, third.id, 'cas_third')
  return { old, young, third, rows, filter: { tier: 'A' } }
}
const run = (w: World, moveId: string) => runJob(w.system(), moveOwnersJob, { moveId })
const ownersOf = async (w: World) =>
  Object.fromEntries((await w.store.db.select().from(accounts)).map((row) => [row.name, row.ownerId]))
const caseOwner = async (w: World, id: string) =>
  (await w.store.db.select().from(cases).where(eq(cases.id, id)))[0]!.ownerId

test('All accounts of a filter change hands with the open cases of their owner, and back', async () => {
  const w = await world()
  const { old, young, third, filter } = await customers(w)
  expect(await previewMove(w.ctx(), { filter })).toMatchObject({ total: 3, owners: [{ name: 'Old', n: 3 }] })
  const id = await moveOwners(w.ctx(), { filter }, { seat: 'owner', toId: young.id, withCases: true, seen: 3 })
  await run(w, id)
  expect(await ownersOf(w)).toEqual({ A0: young.id, A1: young.id, A2: young.id, A3: old.id })
  expect([await caseOwner(w, 'cas_old'), await caseOwner(w, 'cas_third')]).toEqual([young.id, third.id])
  expect(await getMove(w.ctx(), id)).toMatchObject({ state: 'done', moved: 3, movedCases: 1, skipped: 0 })
  const moved = await w.store.db.select().from(events).where(eq(events.type, 'accounts.moved'))
  expect(moved).toHaveLength(3)

  const back = await undoMove(w.ctx(), id)
  await run(w, back)
  expect(new Set(Object.values(await ownersOf(w)))).toEqual(new Set([old.id]))
  expect([await caseOwner(w, 'cas_old'), await caseOwner(w, 'cas_third')]).toEqual([old.id, third.id])
  expect((await getMove(w.ctx(), id)).state).toBe('undone')
  await expect(undoMove(w.ctx(), id)).rejects.toMatchObject({ code: 'move_not_over' })
})

test('Cases stay when that is chosen; an account that somebody else moved meanwhile is left alone', async () => {
  const w = await world()
  const { old, young, third, rows } = await customers(w)
  const ids = rows.slice(0, 2).map((row) => row.id)
  const id = await moveOwners(
    w.ctx(),
    { ids, filter: {} },
    { seat: 'owner', toId: young.id, withCases: false, seen: 2 },
  )
  await moveAccount(w.ctx(), { id: ids[1]!, ownerId: third.id })
  await run(w, id)
  await run(w, id)
  expect(await ownersOf(w)).toMatchObject({ A0: young.id, A1: third.id, A2: old.id })
  expect(await caseOwner(w, 'cas_old')).toBe(old.id)
  expect(await getMove(w.ctx(), id)).toMatchObject({ moved: 1, skipped: 1, movedCases: 0 })
})

test('The second owner changes alone; a list that changed since the preview, and who has left, are refused', async () => {
  const w = await world()
  const { old, young, filter } = await customers(w)
  const move = { seat: 'sales', toId: young.id, seen: 3 } as const
  await expect(moveOwners(w.ctx(), { filter }, { ...move, seen: 2 })).rejects.toMatchObject({ code: 'list_changed' })
  await expect(moveOwners(w.ctx(), { filter }, { ...move, toId: 'usr_gone' })).rejects.toMatchObject({
    code: 'owner_unknown',
  })
  await expect(moveOwners(w.ctx(old.actor), { filter }, move)).rejects.toMatchObject({ status: 403 })
  await run(w, await moveOwners(w.ctx(), { filter }, move))
  const rows = await w.store.db.select().from(accounts).where(eq(accounts.salesId, young.id))
  expect(rows.map((row) => row.ownerId)).toEqual([old.id, old.id, old.id])
})
