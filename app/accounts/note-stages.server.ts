import { newId } from '#app/platform/ids.server.ts'
import { accountStages } from '#db/schema/accounts.ts'
import type { Db } from '#db/store/store.ts'

export interface StageChange {
  accountId: string
  from: string | null
  to: string | null
  /** Milliseconds UTC. */
  at: number
}

/** Writes down in which stage accounts were and are, in the transaction that changes it. What stays the same is no change. */
export async function noteStages(tx: Db, changes: StageChange[]): Promise<void> {
  const rows = changes
    .filter(({ from, to }) => from !== to)
    .map((change) => ({ id: newId('stg', change.at), ...change }))
  if (rows.length) await tx.insert(accountStages).values(rows)
}
