import { and, eq, inArray, ne } from 'drizzle-orm'
import { mostLevels } from '#app/accounts/account-links.server.ts'
import type { AccountRow } from '#app/accounts/account-row.server.ts'
import type { ContactRow } from '#app/accounts/contact-row.server.ts'
import type { Changed } from '#app/accounts/import/step.server.ts'
import { survivorsOf, type StepRows } from '#app/accounts/undo/load-rows.server.ts'
import type { Kept, KeptKind } from '#app/accounts/undo/kept.ts'
import { putBack } from '#app/accounts/undo/put-back.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** A row that an import changed, and what goes back in it. */
export interface Restore<Row> {
  row: Row
  after: Partial<Row>
  set: Partial<Row>
}

export interface Restores {
  accounts: Restore<AccountRow>[]
  contacts: Restore<ContactRow>[]
  kept: Kept[]
}

/** What goes back in the rows that a batch changed. What they were tied to may have gone since: such a column stays. */
export async function planRestores(
  ctx: Ctx,
  step: { changedAccounts?: Changed<AccountRow>[]; changedContacts?: Changed<ContactRow>[] },
  rows: StepRows,
): Promise<Restores> {
  const kept: Kept[] = []
  const plan = { accounts: wanted('account', step.changedAccounts, rows.accounts, rows, kept), contacts: wanted('contact', step.changedContacts, rows.contacts, rows, kept) } // prettier-ignore
  const ties = await loadTies(ctx, plan)
  for (const restore of plan.contacts)
    if (tie(restore.set, 'accountId', ties.place)) stays(restore, 'contact', ['accountId'], kept)
  for (const restore of plan.accounts) {
    const { set } = restore
    const blocked = [
      ...(tie(set, 'ownerId', ties.colleague) ? ['ownerId'] : []),
      ...(tie(set, 'salesId', ties.colleague) ? ['salesId'] : []),
      ...(tie(set, 'sponsorId', ties.person) ? ['sponsorId'] : []),
      ...(tie(set, 'parentId', ties.place) ? ['parentId'] : []),
    ]
    if (blocked.length) stays(restore, 'account', blocked, kept)
  }
  await leaveCircles(ctx, plan.accounts, kept)
  return { ...plan, kept }
}

function wanted<Row extends { id: string; updatedAt: number; state?: string }>(
  kind: KeptKind,
  changed: Changed<Row>[] | undefined,
  stored: ReadonlyMap<string, Row>,
  { merged }: StepRows,
  kept: Kept[],
): Restore<Row>[] {
  return (changed ?? []).flatMap(([id, before, after]) => {
    const row = stored.get(id)
    if (!row) {
      if (merged.has(id)) kept.push({ subjectId: id, kind, reason: 'merged' })
      return []
    }
    if (row.state === 'erased') {
      kept.push({ subjectId: id, kind, reason: 'erased' })
      return []
    }
    const { set, later } = putBack(row, before, after)
    if (later.length) kept.push({ subjectId: id, kind, reason: 'later', columns: later })
    return [{ row, after, set }]
  })
}

/** Leaves columns as they are. The row isn't as it was before, so it says that it changed now. */
export function stays<Row extends { id: string }>(
  restore: Restore<Row>,
  kind: KeptKind,
  columns: string[],
  kept: Kept[],
) {
  // prettier-ignore
  const set = restore.set as Record<string, unknown>
  for (const column of columns) delete set[column]
  delete set.updatedAt
  const known = kept.find(({ subjectId }) => subjectId === restore.row.id)
  if (known) known.columns = [...(known.columns ?? []), ...columns]
  else kept.push({ subjectId: restore.row.id, kind, reason: 'blocked', columns })
}

/** Leads a tie to whoever it points to now. @returns whether nobody is there any more */
function tie<Row>(set: Partial<Row>, column: keyof Row & string, now: ReadonlyMap<string, string>): boolean {
  const value = set[column] as string | null | undefined
  if (value === undefined || value === null) return false
  const to = now.get(value)
  if (to === undefined) return true
  ;(set as Record<string, unknown>)[column] = to
  return false
}

/** Where ties of before lead now: accounts, people and colleagues that are still there, or what they were merged into. */
async function loadTies(ctx: Ctx, plan: Pick<Restores, 'accounts' | 'contacts'>) {
  const of = <Row>(restores: Restore<Row>[], columns: (keyof Row)[]) => [
    ...new Set(restores.flatMap(({ set }) => columns.flatMap((column) => (set[column] as string | null) ?? []))),
  ]
  const db = read(ctx)
  const places = [...new Set([...of(plan.contacts, ['accountId']), ...of(plan.accounts, ['parentId'])])]
  const sponsors = of(plan.accounts, ['sponsorId'])
  const colleagues = of(plan.accounts, ['ownerId', 'salesId'])
  const there = async (ids: string[], find: (ids: string[]) => PromiseLike<{ id: string }[]>) => {
    if (!ids.length) return new Map<string, string>()
    const merged = await survivorsOf(ctx, ids)
    const found = new Set((await find([...ids, ...merged.values()])).map(({ id }) => id))
    return new Map(ids.map((id) => [id, merged.get(id) ?? id] as const).filter(([, to]) => found.has(to)))
  }
  return {
    place: await there(places, (ids) => db.select({ id: accounts.id }).from(accounts).where(inArray(accounts.id, ids))),
    person: await there(sponsors, (ids) => db.select({ id: contacts.id }).from(contacts).where(and(inArray(contacts.id, ids), ne(contacts.state, 'erased')))), // prettier-ignore
    colleague: await there(colleagues, (ids) => db.select({ id: users.id }).from(users).where(and(inArray(users.id, ids), eq(users.state, 'active')))), // prettier-ignore
  }
}

/**
 * A parent that would close a circle stays as it is. All parents of a batch go back at once, so each is judged by how the
 * others will stand; one that stays after all may close the circle of another.
 */
async function leaveCircles(ctx: Ctx, restores: Restore<AccountRow>[], kept: Kept[]) {
  const back = new Map(restores.flatMap(({ row, set }) => (set.parentId === undefined ? [] : [[row.id, set.parentId]])))
  for (let changed = true; changed;) {
    changed = false
    for (const restore of restores) {
      const parentId = back.get(restore.row.id)
      if (!parentId || !(await isAbove(ctx, restore.row.id, parentId, back))) continue
      back.delete(restore.row.id)
      stays(restore, 'account', ['parentId'], kept)
      changed = true
    }
  }
}

/** Whether an account stands above another, so that it can't be put below it. `back`: parents as they will be. */
async function isAbove(ctx: Ctx, id: string, below: string, back: ReadonlyMap<string, string | null>) {
  let at: string | null = below
  for (let level = 0; at !== null && level <= mostLevels; level++) {
    if (at === id) return true
    at = back.has(at) ? back.get(at)! : await parentOf(ctx, at)
  }
  return at !== null
}

async function parentOf(ctx: Ctx, id: string): Promise<string | null> {
  const [row] = await read(ctx).select({ parentId: accounts.parentId }).from(accounts).where(eq(accounts.id, id))
  return row?.parentId ?? null
}
