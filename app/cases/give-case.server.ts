import { and, eq, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import type { Routed } from '#app/cases/routing/route-case.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { cases } from '#db/schema/cases.ts'

interface Gift {
  caseId: string
  fromId: string
  /** What is known of why goes into the case's history. */
  to: Routed | { ownerId: string }
  /** What has happened that it can't stay where it was. */
  since?: 'account_moved' | 'user_ended'
}

/** Gives an open case to somebody else; it counts as unclaimed again. @returns whether it was still the other's */
export async function giveCase(ctx: TxCtx, { caseId, fromId, to, since }: Gift): Promise<boolean> {
  const [row] = await ctx.tx
    .update(cases)
    .set({ ownerId: to.ownerId, claimedAt: null, snoozedUntil: null, lockVersion: sql`${cases.lockVersion} + 1` })
    .where(and(eq(cases.id, caseId), eq(cases.ownerId, fromId), isOpen))
    .returning({ accountId: cases.accountId })
  if (!row) return false
  await remark(ctx, caseId)
  await recordEvent(ctx, {
    type: 'cases.assigned',
    subject: { kind: 'case', id: caseId },
    accountId: row.accountId,
    data: { ...to, fromOwnerId: fromId, since },
  })
  return true
}
