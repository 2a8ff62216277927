import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { calendarsOf, pausesOf, waitingOf } from '#app/cases/sla/clock-rows.server.ts'
import type { Recastable } from '#app/cases/sla/recast.ts'
import type { WorkingCalendar } from '#app/platform/working-time.ts'
import type { RankPart } from '#db/enums/cases.ts'
import { accounts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'

export interface OpenCase extends Recastable {
  id: string
  ownerId: string
  accountId: string | null
  replyDueAt: number
  pausedAt: number | null
  rankAt: number
  rankParts: RankPart[] | null
  lockVersion: number
  /** Of its owner. */
  calendar: WorkingCalendar
}

/** Open cases that go by an older version than this one. */
export const goesBelow = (version: number) =>
  and(isOpen, or(isNull(cases.policyVersion), lt(cases.policyVersion, version)))

/** Of the open cases that go by an older version the next by id, with all that moving them needs to know. */
export async function listRecastable(
  ctx: Ctx,
  { after, most, below }: { after: string | null; most: number; below: number },
): Promise<OpenCase[]> {
  const rows = await read(ctx)
    .select({
      id: cases.id,
      ownerId: cases.ownerId,
      accountId: cases.accountId,
      tier: accounts.tier,
      severity: cases.severity,
      state: cases.state,
      openedAt: cases.openedAt,
      resolveDueAt: cases.resolveDueAt,
      replyDueAt: cases.replyDueAt,
      pausedAt: cases.pausedAt,
      rankAt: cases.rankAt,
      rankParts: cases.rankParts,
      lockVersion: cases.lockVersion,
    })
    .from(cases)
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .where(and(goesBelow(below), after === null ? undefined : gt(cases.id, after)))
    .orderBy(asc(cases.id))
    .limit(most)
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const waiting = await waitingOf(ctx, ids)
  const pauses = await pausesOf(ctx, ids)
  const calendars = await calendarsOf(ctx, rows, waiting)
  return rows.map((row) => ({
    ...row,
    waiting: waiting(row.id),
    pauses: pauses(row.id),
    calendar: calendars(row.ownerId),
  }))
}
