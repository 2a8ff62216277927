import { sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { sends } from '#db/schema/insights.ts'

/** Sent (without what failed) and answered invitations of each program, by id. One row a program and day is read. */
export async function programTotals(ctx: Ctx): Promise<Record<string, { sent: number; answered: number }>> {
  authorise(ctx, 'programs.read')
  const rows = await read(ctx)
    .select({
      id: sends.programId,
      sent: sql<number>`sum(${sends.invited} - ${sends.failed})`.mapWith(Number),
      answered: sql<number>`sum(${sends.answered})`.mapWith(Number),
    })
    .from(sends)
    .groupBy(sends.programId)
  return Object.fromEntries(rows.map(({ id, sent, answered }) => [id, { sent, answered }]))
}
