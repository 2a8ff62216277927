import { setImmediate as yieldOnce } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { matchItems, type Effect, type Outcome } from '#app/accounts/match-items.server.ts'
import type { Item } from '#app/accounts/import/fields.ts'
import { saveItems } from '#app/accounts/save-items.server.ts'
import { sayReason } from '#app/accounts/say-reason.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { addOptOuts } from '#app/delivery/add-opt-outs.server.ts'
import {
  accountInput,
  accountItem,
  contactInput,
  contactItem,
  mostItems,
  type AccountItem,
} from '#app/integrations/items.ts'
import { pointer, type Fault } from '#app/platform/http/problem.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey } from '#app/platform/text.ts'
import type { Translate } from '#app/platform/words.ts'
import { users } from '#db/schema/access.ts'

/** The body of a bulk call; what is inside each item is judged item by item. */
const bulkBody = z.strictObject({ items: z.array(z.unknown()).min(1).max(mostItems) })

export interface ItemResult {
  /** Place in `items`, from 0. */
  index: number
  status: 'created' | 'updated' | 'unchanged' | 'rejected'
  id?: string
  errors?: Fault[]
}

const statuses: Record<Effect, ItemResult['status']> = { new: 'created', changed: 'updated', unchanged: 'unchanged' }
const batch = 200
/** The call may touch the accounts of every colleague. */
const anybodys = { ownerId: 'anybody' }

/** Makes or changes up to 1,000 accounts; each is taken whole or refused with its reasons. One event for the call. */
export async function upsertAccounts(ctx: Ctx, body: unknown, t: Translate): Promise<ItemResult[]> {
  authorise(ctx, 'accounts.edit', anybodys)
  const { items } = bulkBody.parse(body)
  const owners = await ownersIn(ctx, items)
  return upsert(ctx, 'accounts', items, t, (raw, index) => {
    const item = accountItem.parse(raw)
    const ownerOf = (email: string) => owners.get(emailKey(email))
    for (const field of ['ownerEmail', 'salesOwnerEmail'] as const)
      if (item[field] && !ownerOf(item[field]))
        throw new Unacceptable([{ field: `/${field}`, detail: sayReason(t, { code: 'owner_unknown' }) }])
    return { line: index, account: accountInput(item, ownerOf), contact: null, parent: item.parent }
  })
}

/** The same for people. */
export async function upsertContacts(ctx: Ctx, body: unknown, t: Translate): Promise<ItemResult[]> {
  authorise(ctx, 'contacts.edit', anybodys)
  const { items } = bulkBody.parse(body)
  return upsert(ctx, 'contacts', items, t, (raw, index) => ({ line: index, ...contactInput(contactItem.parse(raw)) }))
}

class Unacceptable extends Error {
  constructor(readonly faults: Fault[]) {
    super('unacceptable')
  }
}

async function upsert(
  ctx: Ctx,
  kind: 'accounts' | 'contacts',
  raw: unknown[],
  t: Translate,
  toItem: (raw: unknown, index: number) => Item,
) {
  const results: ItemResult[] = []
  const items: Item[] = []
  raw.forEach((one, index) => {
    const item = acceptable(() => toItem(one, index))
    if (Array.isArray(item)) results.push({ index, status: 'rejected', errors: item })
    else items.push(item)
  })
  const { baseCurrency } = await getOrganisation(ctx)
  for (let from = 0; from < items.length; from += batch) {
    const part = items.slice(from, from + batch)
    const outcomes = await write(ctx, async (ctx) => {
      const matched = await matchItems(ctx.tx, part, { at: ctx.now(), baseCurrency })
      await saveItems(ctx, matched)
      const optedOut = matched.outcomes.flatMap((one) =>
        one.optedOut && one.contactId && !one.reason ? [one.contactId] : [],
      )
      await addOptOuts(ctx, optedOut, 'api')
      return matched.outcomes
    })
    outcomes.forEach((outcome, i) => results.push(resultOf(kind, part[i]!.line, outcome, t)))
    await yieldOnce()
  }
  results.sort((a, b) => a.index - b.index)
  const counts = Object.fromEntries(
    (['created', 'updated', 'unchanged', 'rejected'] as const).map((status) => [
      status,
      results.filter((one) => one.status === status).length,
    ]),
  )
  if (counts.created || counts.updated) {
    await write(ctx, (ctx) =>
      recordEvent(ctx, {
        type: `integrations.${kind}_upserted`,
        subject: { kind: 'api_call', id: newId('api', ctx.now()) },
        data: counts,
      }),
    )
  }
  return results
}

/** The item, or what is wrong with it. */
function acceptable(make: () => Item): Item | Fault[] {
  try {
    return make()
  } catch (error) {
    if (error instanceof Unacceptable) return error.faults
    if (!(error instanceof z.ZodError)) throw error
    return error.issues.slice(0, 20).map((issue) => ({
      field: pointer([...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]),
      detail: issue.message,
    }))
  }
}

function resultOf(kind: 'accounts' | 'contacts', index: number, outcome: Outcome, t: Translate): ItemResult {
  const { reason } = outcome
  if (reason)
    return {
      index,
      status: 'rejected',
      errors: [
        { field: reason.field ? `/${reason.field}` : '', detail: sayReason(t, { ...reason, field: undefined }) },
      ],
    }
  const [effect, id] = kind === 'accounts' ? [outcome.account, outcome.accountId] : [outcome.contact, outcome.contactId]
  return { index, status: statuses[effect ?? 'unchanged'], id: id ?? undefined }
}

/** Active colleagues by the key of their address, as far as the items name them. */
async function ownersIn(ctx: Ctx, items: unknown[]): Promise<Map<string, string>> {
  const named = items.flatMap((item) => namesOf(item).map((email) => emailKey(email).slice(0, 254).replace(/\0/g, '')))
  const keys = [...new Set(named)]
  if (!keys.length) return new Map()
  const rows = await read(ctx)
    .select({ id: users.id, emailKey: users.emailKey })
    .from(users)
    .where(and(inArray(users.emailKey, keys), eq(users.state, 'active')))
  return new Map(rows.map((row) => [row.emailKey, row.id]))
}

/** The addresses of colleagues that an item names, if it is an item. */
const namesOf = (item: unknown): string[] =>
  typeof item === 'object' && item !== null
    ? [(item as AccountItem).ownerEmail, (item as AccountItem).salesOwnerEmail].filter((one) => typeof one === 'string')
    : []
