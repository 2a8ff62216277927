import { and, asc, eq, sql } from 'drizzle-orm'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { resolveClock, type Mark, type Pause, type Run } from '#app/cases/sla/run.ts'
import type { WorkingCalendar } from '#app/platform/working-time.ts'
import type { SlaClock } from '#db/enums/cases.ts'
import { casePeople, cases, clockPauses, slaMarks } from '#db/schema/cases.ts'
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
  'id' | 'state' | 'ownerId' | 'accountId' | 'openedAt' | 'resolveDueAt' | 'nextMarkAt'
>

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
    })
    .from(cases)
    .where(eq(cases.id, p('caseId'))),
)
const findWaiting = statement((db) =>
  db
    .select({ id: casePeople.id, clockFrom: casePeople.clockFrom, replyDueAt: casePeople.replyDueAt })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, p('caseId')), eq(casePeople.state, 'waiting')))
    .orderBy(asc(casePeople.id)),
)
const findPauses = statement((db) =>
  db
    .select({ fromAt: clockPauses.fromAt, toAt: clockPauses.toAt })
    .from(clockPauses)
    .where(eq(clockPauses.caseId, p('caseId')))
    .orderBy(asc(clockPauses.fromAt), asc(clockPauses.id)),
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

/** Spans in which the clock of resolving a case stood still, in their order. */
export const pausesOf = (ctx: Ctx, caseId: string): Promise<Pause[]> => findPauses(read(ctx), { caseId })

/** Every clock of an open case that runs or pauses, and the calendar of its owner, by which they are counted. */
export async function clocksOf(
  ctx: Ctx,
  caseId: string,
): Promise<{ found: CaseOfClock; clocks: OpenClock[]; calendar: WorkingCalendar } | null> {
  const db = read(ctx)
  const [found] = await findCase(db, { caseId })
  if (!found) return null
  const people = found.state === 'closed' ? [] : await findWaiting(db, { caseId })
  const passed = await findMarks(db, { caseId })
  const clocks = people.map((person): OpenClock =>
    clockOf('reply', person.id, person.clockFrom, person.replyDueAt, [], passed),
  )
  // A case from before there was such a promise has none to keep.
  if (found.resolveDueAt !== null && resolveClock(found.state) !== 'over' && found.state !== 'resolved')
    clocks.push(clockOf('resolve', found.id, found.openedAt, found.resolveDueAt, await pausesOf(ctx, caseId), passed))
  const since = clocks.map((one) => one.run.from ?? one.run.dueAt)
  const calendar = await getWorkingCalendar(ctx, Math.min(ctx.now(), ...since), found.ownerId)
  return { found, clocks, calendar }
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
