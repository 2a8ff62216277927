import { eq, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { calendarsOf, pausesOf, waitingOf } from '#app/cases/sla/clock-rows.server.ts'
import { resolveClock, type Mark, type Pause, type Run } from '#app/cases/sla/run.ts'
import type { WorkingCalendar } from '#app/platform/working-time.ts'
import type { SlaClock } from '#db/enums/cases.ts'
import { cases, slaMarks } from '#db/schema/cases.ts'
import { statement } from '#db/statement.ts'

/** A clock that somebody of ours answers for. */
export interface OpenClock {
  clock: SlaClock
  /** The person on the case, or the case: what its marks are kept under. */
  subjectId: string
  /** Tells this run of the clock from the one before. */
  startedAt: number
  run: Run
  /** Marks that were passed already. */
  passed: ReadonlySet<Mark>
}

type CaseOfClock = Pick<
  typeof cases.$inferSelect,
  'id' | 'state' | 'ownerId' | 'accountId' | 'openedAt' | 'resolveDueAt' | 'nextMarkAt' | 'waiting' | 'lateAt'
>

export interface CaseClocks {
  found: CaseOfClock
  clocks: OpenClock[]
  /** Of its owner. */
  calendar: WorkingCalendar
}

const p = sql.placeholder
const findCase = statement((db) =>
  db
    .select({
      id: cases.id,
      state: cases.state,
      ownerId: cases.ownerId,
      accountId: cases.accountId,
      openedAt: cases.openedAt,
      resolveDueAt: cases.resolveDueAt,
      nextMarkAt: cases.nextMarkAt,
      waiting: cases.waiting,
      lateAt: cases.lateAt,
    })
    .from(cases)
    .where(eq(cases.id, p('caseId'))),
)
const findMarks = statement((db) =>
  db
    .select({
      subjectId: slaMarks.subjectId,
      clock: slaMarks.clock,
      startedAt: slaMarks.startedAt,
      mark: slaMarks.mark,
    })
    .from(slaMarks)
    .where(eq(slaMarks.caseId, p('caseId'))),
)

/** Every clock of an open case that runs or pauses, and the calendar of its owner, by which they are counted. */
export async function clocksOf(ctx: Ctx, caseId: string): Promise<CaseClocks | null> {
  const db = read(ctx)
  const [found] = await findCase(db, { caseId })
  if (!found) return null
  const waiting = await waitingOf(ctx, found.state === 'closed' ? [] : [caseId])
  const pauses = await pausesOf(ctx, [caseId])
  const passed = await findMarks(db, { caseId })
  const clocks = waiting(caseId).map((person): OpenClock =>
    clockOf('reply', person.id, person.clockFrom, person.replyDueAt, [], passed),
  )
  // A case from before there was such a promise has none to keep.
  if (found.resolveDueAt !== null && resolveClock(found.state) !== 'over' && found.state !== 'resolved')
    clocks.push(clockOf('resolve', caseId, found.openedAt, found.resolveDueAt, pauses(caseId), passed))
  const calendars = await calendarsOf(ctx, [found], waiting)
  return { found, clocks, calendar: calendars(found.ownerId) }
}

function clockOf(
  clock: SlaClock,
  subjectId: string,
  from: number | null,
  dueAt: number,
  pauses: Pause[],
  marks: Awaited<ReturnType<typeof findMarks>>,
): OpenClock {
  // Of a clock whose beginning was not kept, its due time tells the runs apart.
  const startedAt = from ?? dueAt
  const mine = marks.filter((row) => row.subjectId === subjectId && row.clock === clock && row.startedAt === startedAt)
  return {
    clock,
    subjectId,
    startedAt,
    run: { from, dueAt, pauses },
    passed: new Set(mine.map((row) => row.mark as Mark)),
  }
}
