import { setImmediate as nextTurn } from 'node:timers/promises'
import { inArray, ne, and } from 'drizzle-orm'
import type { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { ImportExtras } from '#app/accounts/apply-import.server.ts'
import type { Item } from '#app/accounts/import/fields.ts'
import { batchSize } from '#app/accounts/import/open-import.server.ts'
import { matchItems } from '#app/accounts/match-items.server.ts'
import { saveItems } from '#app/accounts/save-items.server.ts'
import { mostItems, type UpsertResult } from '#app/accounts/upsert.ts'
import { can, type Action } from '#app/audit/can.ts'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { emailKey } from '#app/platform/text.ts'
import { users } from '#db/schema/access.ts'

export type Prepared = { item: Item } | { errors: { field: string | null; code: string }[] }

interface Kind {
  action: Action
  event: string
  of: 'account' | 'contact'
  extras?: ImportExtras
}

type Prepare = (item: unknown, line: number, owners: (email: string) => string | undefined) => Prepared

/**
 * What both bulk verbs do: read every item, then match and save them in batches, each in a transaction of its own.
 * What a person may change only for themselves can't be changed in bulk by them.
 */
export async function upsertItems(ctx: Ctx, items: unknown[], kind: Kind, prepare: Prepare): Promise<UpsertResult[]> {
  authorise(ctx, kind.action)
  if (!can(ctx.actor, kind.action, { ownerId: 'somebody else' })) authorise(ctx, 'accounts.import')
  if (items.length > mostItems) throw new Invalid('too_many_items', {}, { most: mostItems })
  const owners = await ownersOf(ctx, items)
  const { baseCurrency } = await getOrganisation(ctx)
  const results: UpsertResult[] = []
  const good: Item[] = []
  items.forEach((item, index) => {
    const prepared = prepare(item, index, (email) => owners.get(emailKey(email)))
    if ('item' in prepared) good.push(prepared.item)
    else results[index] = { index, errors: prepared.errors }
  })
  for (let at = 0; at < good.length; at += batchSize) {
    const batch = good.slice(at, at + batchSize)
    const made = await write(ctx, (ctx) => saveBatch(ctx, batch, kind, baseCurrency))
    for (const result of made) results[result.index] = result
    await nextTurn()
  }
  return results
}

async function saveBatch(ctx: TxCtx, batch: Item[], kind: Kind, baseCurrency: string): Promise<UpsertResult[]> {
  const matched = await matchItems(ctx.tx, batch, { at: ctx.now(), baseCurrency })
  await saveItems(ctx.tx, matched)
  const optOuts = matched.outcomes.flatMap((outcome) =>
    outcome.optedOut && !outcome.reason ? [outcome.contactId!] : [],
  )
  if (optOuts.length) await kind.extras?.optOut(ctx, optOuts)
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  const results = matched.outcomes.map((outcome, i): UpsertResult => {
    const index = batch[i]!.line
    const effect = kind.of === 'account' ? outcome.account : outcome.contact
    if (outcome.reason || !effect) {
      counts.refused++
      return { index, errors: [{ field: outcome.reason?.field ?? null, code: outcome.reason?.code ?? 'invalid' }] }
    }
    counts[effect]++
    return { index, id: (kind.of === 'account' ? outcome.accountId : outcome.contactId)!, result: effect }
  })
  if (counts.new + counts.changed + optOuts.length)
    await recordEvent(ctx, { type: kind.event, subject: { kind: kind.of, id: 'bulk' }, data: counts })
  return results
}

/** The fields of an item that its schema refused. */
export const refusal = (error: z.ZodError): Prepared => ({
  errors: error.issues
    .slice(0, 10)
    .map((issue) => ({ field: issue.path.length ? issue.path.join('.') : null, code: 'invalid' })),
})

async function ownersOf(ctx: Ctx, items: unknown[]): Promise<Map<string, string>> {
  const keys = new Set<string>()
  for (const item of items) {
    const email = (item as { owner_email?: unknown } | null)?.owner_email
    if (typeof email === 'string') keys.add(emailKey(email))
  }
  if (!keys.size) return new Map()
  const rows = await read(ctx)
    .select({ id: users.id, key: users.emailKey })
    .from(users)
    .where(and(inArray(users.emailKey, [...keys]), ne(users.state, 'ended')))
  return new Map(rows.map((row) => [row.key, row.id]))
}
