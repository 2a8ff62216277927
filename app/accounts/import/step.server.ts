import { sql } from 'drizzle-orm'
import type { AccountRow } from '#app/accounts/account-row.server.ts'
import type { ContactRow } from '#app/accounts/contact-row.server.ts'
import type { Matched } from '#app/accounts/match-items.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { importSteps } from '#db/schema/accounts.ts'
import { statement } from '#db/statement.ts'

/** A row that was changed: what its changed columns held before, and after. */
export type Changed<Row> = [id: string, before: Partial<Row>, after: Partial<Row>]

/**
 * What one batch wrote, as short as can be: the ids of what it made, and what the changed columns held before and
 * after. A list that would be empty is left out. `fromLine` of its row says in which order batches were written, not
 * which lines of the file they are (`lines-in-order.server.ts`).
 */
export interface Step {
  accounts?: string[]
  contacts?: string[]
  changedAccounts?: Changed<AccountRow>[]
  changedContacts?: Changed<ContactRow>[]
  /** People whose wish for no mail it noted. */
  optOuts?: string[]
  answers?: string[]
}

export const isEmptyStep = (step: Step) => Object.keys(step).length === 0

/** The step of a batch of companies and people that was just saved. */
export function stepOf({ accounts, contacts }: Matched, optOuts: string[]): Step {
  const step: Step = {}
  const add = <Key extends keyof Step>(key: Key, list: NonNullable<Step[Key]>) => {
    if (list.length) step[key] = list
  }
  add('accounts', accounts.filter((one) => one.fresh && one.used).map(({ row }) => row.id)) // prettier-ignore
  add('contacts', contacts.filter((one) => one.fresh).map(({ row }) => row.id)) // prettier-ignore
  add('changedAccounts', accounts.filter((one) => !one.fresh && one.changed.size).map(changedOf)) // prettier-ignore
  add('changedContacts', contacts.filter((one) => !one.fresh && one.changed).map(changedOf)) // prettier-ignore
  add('optOuts', optOuts)
  return step
}

function changedOf<Row extends { id: string }>({ row, before }: { row: Row; before: Partial<Row> }): Changed<Row> {
  const after: Partial<Row> = {}
  for (const column in before) after[column] = row[column]
  return [row.id, before, after]
}

const insert = statement((db) =>
  db.insert(importSteps).values({
    importId: sql.placeholder('importId'),
    fromLine: sql`${sql.placeholder('fromLine')}`,
    at: sql`${sql.placeholder('at')}`,
    data: sql.placeholder('data'),
  }),
)

/** One row for a whole batch, in its transaction. */
export const writeStep = async (ctx: TxCtx, importId: string, fromLine: number, step: Step): Promise<void> =>
  void (await insert(ctx.tx, { importId, fromLine, at: ctx.now(), data: JSON.stringify(step) }))
