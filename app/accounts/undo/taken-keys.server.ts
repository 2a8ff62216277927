import { inArray } from 'drizzle-orm'
import { stays, type Restore, type Restores } from '#app/accounts/undo/plan-restores.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/**
 * Leaves an id or address as it is where somebody else has taken the old one meanwhile. Who goes in the same batch
 * (`going`), or gives it up in it, doesn't count.
 */
export async function refuseTakenKeys(ctx: Ctx, plan: Restores, going: ReadonlySet<string>): Promise<void> {
  const db = read(ctx)
  const leave = async <Row extends { id: string }>(
    kind: 'account' | 'contact',
    restores: Restore<Row>[],
    column: 'externalId' | 'email',
    holders: (keys: string[]) => PromiseLike<{ id: string; key: string | null }[]>,
  ) => {
    const keyOf = (restore: Restore<Row>) => {
      const value = (restore.set as Record<string, unknown>)[column]
      return typeof value === 'string' ? (column === 'email' ? emailKey(value) : value) : null
    }
    const keys = [...new Set(restores.flatMap((restore) => keyOf(restore) ?? []))]
    if (!keys.length) return
    const held = (await holders(keys)).filter(({ id }) => !going.has(id))
    // Who can't give theirs up, since their old one is taken, stands in the way of the next.
    for (let left = -1; left !== 0;) {
      const giving = new Set(restores.filter(({ set }) => column in set).map(({ row }) => row.id))
      const taken = new Set(held.filter(({ id }) => !giving.has(id)).map(({ key }) => key))
      const blocked = restores.filter((restore) => taken.has(keyOf(restore)))
      for (const restore of blocked) stays(restore, kind, [column], plan.kept)
      left = blocked.length
    }
  }
  await leave('contact', plan.contacts, 'email', (keys) =>
    db.select({ id: contacts.id, key: contacts.emailKey }).from(contacts).where(inArray(contacts.emailKey, keys)),
  )
  await leave('contact', plan.contacts, 'externalId', (keys) =>
    db.select({ id: contacts.id, key: contacts.externalId }).from(contacts).where(inArray(contacts.externalId, keys)),
  )
  await leave('account', plan.accounts, 'externalId', (keys) =>
    db.select({ id: accounts.id, key: accounts.externalId }).from(accounts).where(inArray(accounts.externalId, keys)),
  )
}
