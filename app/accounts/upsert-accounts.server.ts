import type { Item } from '#app/accounts/import/fields.ts'
import { readDomain } from '#app/accounts/import/values.ts'
import { accountItemSchema } from '#app/accounts/upsert.ts'
import { refusal, upsertItems, type Prepared } from '#app/accounts/upsert-items.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'

/**
 * Adds or changes up to 1,000 companies; each item is taken or refused for itself, with its field and a code. One
 * event for the call.
 * @throws Invalid when there are more
 */
export const upsertAccounts = (ctx: Ctx, items: unknown[]) =>
  upsertItems(
    ctx,
    items,
    { action: 'accounts.edit', event: 'accounts.upserted', of: 'account' },
    (item, line, owners): Prepared => {
      const parsed = accountItemSchema.safeParse(item)
      if (!parsed.success) return refusal(parsed.error)
      const { owner_email, domain, external_id, name, ...rest } = parsed.data
      const bare = domain === undefined ? undefined : readDomain(domain)
      if (bare && 'wrong' in bare) return { errors: [{ field: 'domain', code: bare.wrong }] }
      const ownerId = owner_email == null ? owner_email : owners(owner_email)
      if (owner_email != null && ownerId === undefined)
        return { errors: [{ field: 'owner_email', code: 'owner_unknown' }] }
      const account: NonNullable<Item['account']> = {
        ...(external_id !== undefined && { externalId: external_id }),
        ...(name !== undefined && { name }),
        ...(bare && { domain: bare.value }),
        ...(ownerId !== undefined && { ownerId }),
        ...defined({
          industry: rest.industry,
          region: rest.region,
          plan: rest.plan,
          tier: rest.tier,
          stage: rest.stage,
          products: rest.products && [...new Set(rest.products)].sort(),
          arrMinor: rest.arr_minor,
          currency: rest.currency,
          startedOn: rest.started_on,
          renewalOn: rest.renewal_on,
          health: rest.health,
          isInternal: rest.is_internal,
        }),
      }
      return { item: { line, account, contact: null } }
    },
  )

/** Without the fields that say nothing. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
