import { eq, lte, sql } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { as, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { clocksOf, type OpenClock } from '#app/cases/sla/clocks-of.server.ts'
import { hasCome, marks, nextMark, type Mark } from '#app/cases/sla/run.ts'
import { wakeUp } from '#app/cases/snoozing/wake-up.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import type { WorkingCalendar } from '#app/platform/working-time.ts'
import { skipLocked } from '#db/fragments.ts'
import { cases, slaMarks } from '#db/schema/cases.ts'

const batch = 100

/**
 * Job `cases.sla-marks`, every minute: cases whose clocks have come to a mark. The mark, its event and the time of the
 * next one are one transaction, so a mark is told once, whoever else is at it and wherever this one dies.
 */
export const passMarks: JobHandler = async (ctx, run) => {
  for (;;) {
    const n = await passSomeMarks(ctx)
    if (n < batch) return
    if (run.stopping()) return { again: ctx.now() }
  }
}

/** One batch. @returns how many cases were looked at */
export function passSomeMarks(ctx: Ctx, most = batch): Promise<number> {
  return write(as(ctx, system('sla')), async (ctx) => {
    const due = await ctx.tx
      .select({ id: cases.id })
      .from(cases)
      .where(sql`${lte(cases.nextMarkAt, ctx.now())} order by ${cases.nextMarkAt} limit ${most} ${skipLocked()}`)
    for (const { id } of due) await passMarksOf(ctx, id)
    return due.length
  })
}

async function passMarksOf(ctx: TxCtx, caseId: string): Promise<void> {
  const of = await clocksOf(ctx, caseId)
  if (!of) return
  const { found, clocks, calendar } = of
  const after: { run: OpenClock['run']; passed: Set<Mark> }[] = []
  for (const clock of clocks) {
    const reached = reachedBy(clock, ctx.now(), calendar)
    for (const mark of reached) {
      const [first] = await ctx.tx
        .insert(slaMarks)
        .values({ ...keyOf(clock), mark, caseId, at: ctx.now() })
        .onConflictDoNothing()
        .returning({ mark: slaMarks.mark })
      if (!first) continue
      await recordEvent(ctx, {
        type: mark === 75 ? 'cases.sla_warned' : 'cases.sla_missed',
        subject: { kind: 'case', id: caseId },
        accountId: found.accountId,
        data: {
          clock: clock.clock,
          mark,
          startedAt: clock.startedAt,
          ownerId: found.ownerId,
          ...(clock.clock === 'reply' && { personId: clock.subjectId }),
        },
      })
    }
    if (reached.includes(100)) await wakeUp(ctx, caseId, 'late')
    after.push({ run: clock.run, passed: new Set([...clock.passed, ...reached]) })
  }
  await ctx.tx
    .update(cases)
    .set({ nextMarkAt: nextMark(after, calendar) })
    .where(eq(cases.id, caseId))
}

const keyOf = ({ subjectId, clock, startedAt }: OpenClock) => ({ subjectId, clock, startedAt })

/** Marks that a clock has come to and nobody has noticed, the earliest first. */
function reachedBy({ run, passed }: OpenClock, now: number, calendar: WorkingCalendar): Mark[] {
  return marks.filter((mark) => !passed.has(mark) && hasCome(run, mark, now, calendar))
}
