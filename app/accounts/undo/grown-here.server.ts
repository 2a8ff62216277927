import { and, inArray, isNotNull, ne } from 'drizzle-orm'
import { weightier, type KeptReason } from '#app/accounts/undo/kept.ts'
import type { StepRows } from '#app/accounts/undo/load-rows.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { contacts, holds } from '#db/schema/accounts.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'
import { events } from '#db/schema/audit.ts'

/** Rows of a batch that an import made. */
export interface MadeIds {
  contactIds: string[]
  accountIds: string[]
}

/** By what an event begins with: what it says has grown. Others are edits. */
const byType: [start: string, reason: KeptReason | null][] = [
  ['accounts.duplicate_', null],
  ['accounts.moved_by_list', null], // by another import, which may be undone as well
  ['cases.', 'case'],
  ['responses.', 'answered'],
  ['delivery.preference_set', 'wish'],
  ['delivery.', 'invited'],
  ['email.', 'invited'],
  ['advocacy.', 'advocate'],
  ['voices.', 'voice'],
]

const reasonOf = (type: string): KeptReason | null => {
  const known = byType.find(([start]) => type.startsWith(start))
  return known ? known[1] : 'edited'
}

/** What has happened since to rows that an import made, as far as this room and the events tell. */
export async function grownHere(
  ctx: Ctx,
  { contactIds, accountIds }: MadeIds,
  rows: StepRows,
  successors: ReadonlySet<string>,
): Promise<Map<string, KeptReason>> {
  const db = read(ctx)
  const grown = new Map<string, KeptReason>()
  const note = (id: string | null, reason: KeptReason | null) => {
    if (id !== null && reason !== null) grown.set(id, weightier(grown.get(id), reason))
  }
  for (const id of contactIds) {
    if (rows.contacts.get(id)?.state === 'erased') note(id, 'erased')
    if (successors.has(id)) note(id, 'successor')
  }
  const ids = [...contactIds, ...accountIds]
  if (!ids.length) return grown
  const subjects = [...contactIds.map((id) => `con:${id}`), ...accountIds.map((id) => `acc:${id}`)]
  for (const { key } of await db
    .select({ key: holds.subjectKey })
    .from(holds)
    .where(inArray(holds.subjectKey, subjects)))
    note(key.slice('con:'.length), 'hold')
  for (const { id } of await db.select({ id: mergedIds.intoId }).from(mergedIds).where(inArray(mergedIds.intoId, ids)))
    note(id, 'merged')
  if (contactIds.length)
    for (const { id, type } of await db
      .selectDistinct({ id: events.contactId, type: events.type })
      .from(events)
      .where(inArray(events.contactId, contactIds)))
      // prettier-ignore
      note(id, reasonOf(type))
  if (!accountIds.length) return grown
  // What happened to a person of theirs happened to the person: who stays keeps the account by being there.
  const ofAccounts = and(inArray(events.accountId, accountIds), ne(events.subjectKind, 'contact'))
  for (const { id, type } of await db
    .selectDistinct({ id: events.accountId, type: events.type })
    .from(events)
    .where(ofAccounts))
    // prettier-ignore
    note(id, reasonOf(type))
  return grown
}

/** Everybody who took over from somebody: looked for once, since there are few and no index leads to them. */
export async function allSuccessors(ctx: Ctx): Promise<Set<string>> {
  const rows = await ctx.store.db
    .selectDistinct({ id: contacts.successorId })
    .from(contacts)
    .where(isNotNull(contacts.successorId))
  return new Set(rows.map((row) => row.id!))
}
