import { count, inArray } from 'drizzle-orm'
import type { Ahead } from '#app/accounts/undo/ahead.ts'
import { grownHere, type MadeIds } from '#app/accounts/undo/grown-here.server.ts'
import type { MadeFacts } from '#app/accounts/undo/judge-made.ts'
import { weightier, type KeptReason } from '#app/accounts/undo/kept.ts'
import type { StepRows } from '#app/accounts/undo/load-rows.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** What the rooms below know of rows that an import made: whatever has grown on them there. */
export type GrownElsewhere = (ctx: Ctx, made: MadeIds, ahead: Ahead) => Promise<Map<string, KeptReason>>

/** What stands around the rows that a batch made, for `judgeMade`. */
export async function madeFacts(
  ctx: Ctx,
  made: MadeIds,
  rows: StepRows,
  ahead: Ahead,
  { elsewhere, successors }: { elsewhere: GrownElsewhere; successors: ReadonlySet<string> },
): Promise<MadeFacts> {
  const { contactIds, accountIds } = made
  const grown = await grownHere(ctx, made, rows, successors)
  for (const [id, reason] of await elsewhere(ctx, made, ahead)) grown.set(id, weightier(grown.get(id), reason))
  const people = contactIds.map((id) => ahead.of(rows.contacts.get(id)!))
  const companies = accountIds.map((id) => ahead.of(rows.accounts.get(id)!))
  return {
    contacts: people,
    accounts: companies,
    grown,
    people: await counted(ctx, contacts, contacts.accountId, accountIds),
    below: await counted(ctx, accounts, accounts.parentId, accountIds),
    sponsors: await sponsorsAmong(ctx, people, companies, ahead),
  }
}

async function counted(
  ctx: Ctx,
  table: typeof accounts | typeof contacts,
  on: typeof accounts.parentId | typeof contacts.accountId,
  ids: string[],
): Promise<Map<string, number>> {
  if (!ids.length) return new Map()
  const rows = await read(ctx).select({ id: on, n: count() }).from(table).where(inArray(on, ids)).groupBy(on)
  return new Map(rows.map(({ id, n }) => [id!, n]))
}

/** A sponsor is a person of the account, so only their own accounts are asked. */
async function sponsorsAmong(ctx: Ctx, people: MadeFacts['contacts'], companies: MadeFacts['accounts'], ahead: Ahead) {
  const sponsors = new Map<string, string[]>()
  const ids = new Set([...people.flatMap(({ accountId }) => accountId ?? []), ...companies.map(({ id }) => id)])
  if (!people.length || !ids.size) return sponsors
  const mine = new Set(people.map(({ id }) => id))
  const rows = await read(ctx)
    .select({ id: accounts.id, sponsorId: accounts.sponsorId })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]))
  for (const row of rows) {
    const { id, sponsorId } = ahead.of(row)
    if (sponsorId !== null && mine.has(sponsorId)) sponsors.set(sponsorId, [...(sponsors.get(sponsorId) ?? []), id])
  }
  return sponsors
}
