import { eq } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { ownerAndStandIn } from '#app/cases/notices/owner-and-stand-in.server.ts'
import { aboutCase } from '#app/cases/routing/about-case.server.ts'
import { findOwner } from '#app/cases/routing/route-case.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { voices } from '#db/schema/voices.ts'

/**
 * Subscriber of `voices.replied` and `voices.assigned`: tells who looks after the customer that they have answered by
 * mail: the owner of the case and who stands in for them; without a case, or when its owner has left, whoever would get
 * one, so that no reply stays unread.
 */
export async function tellOfReply(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const [voice] = await ctx.tx.select().from(voices).where(eq(voices.id, event.subjectId))
    if (!voice || voice.deletedAt !== null) return
    await notify(ctx, event, {
      kind: 'case_reply',
      userIds: await whoHears(ctx, voice),
      subject: { kind: 'voice', id: voice.id },
      data: { voiceId: voice.id },
    })
  })
}

async function whoHears(ctx: TxCtx, { id, caseId, accountId }: typeof voices.$inferSelect): Promise<string[]> {
  const [of] = caseId
    ? await ctx.tx
        .select({ ownerId: cases.ownerId, state: users.state })
        .from(cases)
        .innerJoin(users, eq(users.id, cases.ownerId))
        .where(eq(cases.id, caseId))
    : []
  if (caseId && of?.state === 'active') return ownerAndStandIn(ctx, caseId, of.ownerId)
  const about = caseId ? await aboutCase(ctx, caseId) : { account: await accountOf(ctx, accountId) }
  const routed = await findOwner(ctx, about, caseId ?? id)
  return routed ? [routed.ownerId] : []
}

async function accountOf(ctx: TxCtx, accountId: string | null) {
  if (accountId === null) return null
  const [row] = await ctx.tx
    .select({ id: accounts.id, ownerId: accounts.ownerId })
    .from(accounts)
    .where(eq(accounts.id, accountId))
  return row ?? null
}
