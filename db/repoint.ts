import { eq, inArray, type AnyColumn } from 'drizzle-orm'
import type { Db } from '#db/store/store.ts'

type Table = Parameters<Db['update']>[0] & { id: AnyColumn }

/** What stands in a column, and what shall stand there instead. */
export interface Repointing {
  from: string
  into: string
}

/**
 * Points rows of a table (at most `most`) to another thing, say the invitations of one account to another. The column
 * must have an index. @returns their ids
 *
 * @example
 * await repoint(tx, voices, 'accountId', { from, into }, 200)
 */
export async function repoint<T extends Table>(
  tx: Db,
  table: T,
  column: keyof T['$inferSelect'] & string,
  { from, into }: Repointing,
  most: number,
): Promise<string[]> {
  const at = (table as unknown as Record<string, AnyColumn>)[column]!
  const found = tx
    .select({ id: table.id } as never)
    .from(table as never)
    .where(eq(at, from))
    .limit(most)
  const rows = await tx
    .update(table)
    .set({ [column]: into } as never)
    .where(inArray(table.id, found as never))
    .returning({ id: table.id } as never)
  return (rows as { id: string }[]).map((row) => row.id)
}
