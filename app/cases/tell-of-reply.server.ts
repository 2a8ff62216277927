import { eq } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { routeCase } from '#app/cases/routing/route-case.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { voices } from '#db/schema/voices.ts'

/**
 * Subscriber of `voices.replied` and `voices.assigned`: tells who looks after the customer that they have answered by mail: the owner of
 * the open case, else of the account, else a lead, so that no reply stays unread.
 */
export async function tellOfReply(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const [voice] = await ctx.tx.select().from(voices).where(eq(voices.id, event.subjectId))
    if (!voice || voice.deletedAt !== null) return
    const ownerId = await ownerOf(ctx, voice)
    if (ownerId === null) return
    await notify(ctx, event, {
      kind: 'case_reply',
      userIds: [ownerId],
      subject: { kind: 'voice', id: voice.id },
      data: { voiceId: voice.id },
    })
  })
}

async function ownerOf(ctx: TxCtx, voice: { id: string; caseId: string | null; accountId: string | null }) {
  const [found] = voice.caseId
    ? await ctx.tx.select({ ownerId: cases.ownerId }).from(cases).where(eq(cases.id, voice.caseId))
    : voice.accountId
      ? await ctx.tx.select({ ownerId: accounts.ownerId }).from(accounts).where(eq(accounts.id, voice.accountId))
      : []
  const routed = await routeCase(ctx, { account: found ?? null }, voice.id).catch(() => null)
  return routed?.ownerId ?? null
}
