import { and, asc, eq, gt, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Recastable } from '#app/cases/sla/recast.ts'
import type { WorkingCalendar } from '#app/platform/working-time.ts'
import type { RankPart } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'
import { accounts } from '#db/schema/accounts.ts'
import { casePeople, cases, clockPauses } from '#db/schema/cases.ts'

export interface OpenCase extends Recastable {
  id: string
  ownerId: string
  accountId: string | null
  tier: string | null
  severity: Severity
  replyDueAt: number
  rankAt: number
  rankParts: RankPart[] | null
  lockVersion: number
}

/**
 * Open cases by id, after one, with all that moving them to another policy needs to know. `below`: only those that go by
 * an older version.
 */
export async function listRecastable(
  ctx: Ctx,
  { after, most, below }: { after: string | null; most: number; below?: number },
): Promise<OpenCase[]> {
  const db = read(ctx)
  const rows = await db
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
      rankAt: cases.rankAt,
      rankParts: cases.rankParts,
      lockVersion: cases.lockVersion,
    })
    .from(cases)
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .where(
      and(
        ne(cases.state, 'closed'),
        after === null ? undefined : gt(cases.id, after),
        below === undefined ? undefined : or(isNull(cases.policyVersion), lt(cases.policyVersion, below)),
      ),
    )
    .orderBy(asc(cases.id))
    .limit(most)
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const waiting = await db
    .select({
      id: casePeople.id,
      caseId: casePeople.caseId,
      clockFrom: casePeople.clockFrom,
      replyDueAt: casePeople.replyDueAt,
    })
    .from(casePeople)
    .where(and(inArray(casePeople.caseId, ids), eq(casePeople.state, 'waiting')))
    .orderBy(asc(casePeople.id))
  const pauses = await db
    .select({ caseId: clockPauses.caseId, fromAt: clockPauses.fromAt, toAt: clockPauses.toAt })
    .from(clockPauses)
    .where(inArray(clockPauses.caseId, ids))
    .orderBy(asc(clockPauses.fromAt), asc(clockPauses.id))
  const waitingOf = byCase(waiting)
  const pausesOf = byCase(pauses)
  return rows.map((row) => ({
    ...row,
    waiting: waitingOf.get(row.id) ?? [],
    pauses: pausesOf.get(row.id) ?? [],
  }))
}

function byCase<Row extends { caseId: string }>(rows: Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) found.set(row.caseId, [...(found.get(row.caseId) ?? []), row])
  return found
}

/** The calendars of some owners, each read once and from the earliest instant that is asked for. */
export async function calendarsOf(ctx: Ctx, of: OpenCase[]): Promise<Map<string, WorkingCalendar>> {
  const found = new Map<string, WorkingCalendar>()
  for (const ownerId of new Set(of.map((one) => one.ownerId))) {
    const since = of
      .filter((one) => one.ownerId === ownerId)
      .flatMap((one) => [one.openedAt, ...one.waiting.map((person) => person.clockFrom ?? one.openedAt)])
    found.set(ownerId, await getWorkingCalendar(ctx, Math.min(...since), ownerId))
  }
  return found
}
