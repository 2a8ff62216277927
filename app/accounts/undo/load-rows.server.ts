import { asc, inArray, sql } from 'drizzle-orm'
import type { AccountRow } from '#app/accounts/account-row.server.ts'
import type { ContactRow } from '#app/accounts/contact-row.server.ts'
import type { Step } from '#app/accounts/import/step.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { forUpdate } from '#db/fragments.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { mergedIds } from '#db/schema/accounts-moving.ts'

/** The rows that a batch wrote, as they stand now. */
export interface StepRows {
  accounts: Map<string, AccountRow>
  contacts: Map<string, ContactRow>
  /** Rows that are no more, since they were merged into another: id → survivor. */
  merged: Map<string, string>
}

/** Loads them; within a transaction they are this transaction's until it ends, so that nobody edits them meanwhile. */
export async function loadRows(ctx: Ctx, step: Step): Promise<StepRows> {
  const db = read(ctx)
  const lock = ctx.tx ? forUpdate() : sql``
  const accountIds = [...new Set([...(step.accounts ?? []), ...(step.changedAccounts ?? []).map(([id]) => id)])]
  const contactIds = [...new Set([...(step.contacts ?? []), ...(step.changedContacts ?? []).map(([id]) => id)])]
  const companies = accountIds.length
    ? await db.select().from(accounts).where(sql`${inArray(accounts.id, accountIds)} order by ${asc(accounts.id)} ${lock}`) // prettier-ignore
    : []
  const people = contactIds.length
    ? await db.select().from(contacts).where(sql`${inArray(contacts.id, contactIds)} order by ${asc(contacts.id)} ${lock}`) // prettier-ignore
    : []
  const found = new Set([...companies, ...people].map(({ id }) => id))
  return {
    accounts: new Map(companies.map((row) => [row.id, row])),
    contacts: new Map(people.map((row) => [row.id, row])),
    merged: await survivorsOf(
      ctx,
      [...accountIds, ...contactIds].filter((id) => !found.has(id)),
    ),
  }
}

/** Into whom rows that are no more were merged, through one merge after another. */
export async function survivorsOf(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  const into = new Map<string, string>()
  for (let asked = ids, level = 0; asked.length && level < 20; level++) {
    const rows = await read(ctx).select().from(mergedIds).where(inArray(mergedIds.id, asked))
    for (const row of rows) into.set(row.id, row.intoId)
    asked = rows.map((row) => row.intoId).filter((id) => !into.has(id))
  }
  const last = (id: string): string => {
    let at = id
    for (let level = 0; into.has(at) && level < 20; level++) at = into.get(at)!
    return at
  }
  return new Map(ids.filter((id) => into.has(id)).map((id) => [id, last(id)]))
}
