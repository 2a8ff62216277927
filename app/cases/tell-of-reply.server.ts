import { eq } from 'drizzle-orm'
import { read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { routeCase } from '#app/cases/route-case.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { voices } from '#db/schema/voices.ts'

/**
 * Subscriber of `voices.replied` and `voices.assigned`: writes to who looks after the customer that they have answered by mail: the owner of
 * the open case, else of the account, else a lead, so that no reply stays unread.
 */
export async function tellOfReply(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const [voice] = await ctx.tx.select().from(voices).where(eq(voices.id, event.subjectId))
    if (!voice || voice.deletedAt !== null) return
    const owner = await ownerOf(ctx, voice)
    if (!owner || owner.id === event.actorId) return
    await enqueueMessage(ctx, {
      key: `reply/${event.id}`,
      stream: 'staff',
      template: 'cases.replied',
      payload: { voiceId: voice.id },
      to: { email: owner.email, userId: owner.id },
      ref: { kind: 'voice', id: voice.id },
    })
  })
}

async function ownerOf(ctx: TxCtx, voice: { id: string; caseId: string | null; accountId: string | null }) {
  const [found] = voice.caseId
    ? await ctx.tx.select({ ownerId: cases.ownerId }).from(cases).where(eq(cases.id, voice.caseId))
    : voice.accountId
      ? await ctx.tx.select({ ownerId: accounts.ownerId }).from(accounts).where(eq(accounts.id, voice.accountId))
      : []
  const id = await routeCase(ctx, found ?? null, voice.id).catch(() => null)
  if (id === null) return null
  const [user] = await read(ctx).select({ id: users.id, email: users.email }).from(users).where(eq(users.id, id))
  return user ?? null
}
