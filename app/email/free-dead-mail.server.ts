import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { read, write, type Ctx } from '#app/audit/context.server.ts'
import { isDeadHere } from '#app/jobs/holder.server.ts'
import { messages, sendBatches } from '#db/schema/email.ts'

/** Gives back at once the mail that a killed process of this host was sending, rather than when its leases run out. */
export async function freeDeadMail(ctx: Ctx): Promise<void> {
  const db = read(ctx)
  const held = [
    ...(await db
      .selectDistinct({ name: messages.leaseBy })
      .from(messages)
      .where(and(eq(messages.state, 'sending'), isNotNull(messages.leaseBy)))),
    ...(await db
      .selectDistinct({ name: sendBatches.leaseBy })
      .from(sendBatches)
      .where(and(eq(sendBatches.state, 'sending'), isNotNull(sendBatches.leaseBy)))),
  ]
  const dead = [...new Set(held.map((row) => row.name!).filter(isDeadHere))]
  if (!dead.length) return
  await write(ctx, async ({ now, tx }) => {
    const over = { leaseUntil: now() - 1 }
    await tx
      .update(messages)
      .set(over)
      .where(and(eq(messages.state, 'sending'), inArray(messages.leaseBy, dead)))
    await tx
      .update(sendBatches)
      .set(over)
      .where(and(eq(sendBatches.state, 'sending'), inArray(sendBatches.leaseBy, dead)))
  })
}
