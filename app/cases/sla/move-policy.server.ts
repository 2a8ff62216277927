import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { system } from '#app/audit/actor.ts'
import { as, write, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { rankCase } from '#app/cases/rank-case.server.ts'
import { rankedFrom } from '#app/cases/rank.ts'
import { getPolicy } from '#app/cases/sla/find-target.server.ts'
import { forgetMarks } from '#app/cases/sla/forget-marks.server.ts'
import { listRecastable, type OpenCase } from '#app/cases/sla/list-recastable.server.ts'
import type { PolicyRow } from '#app/cases/sla/policy.ts'
import { recast } from '#app/cases/sla/recast.ts'
import { subjectOf } from '#app/cases/sla/save-policy.server.ts'
import { turnClock } from '#app/cases/sla/turn-clock.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { rowsLock } from '#db/lock.ts'
import { casePeople, cases } from '#db/schema/cases.ts'

const payloadSchema = z.object({ version: z.number().int().min(1) })
const batch = 200
const lockCases = rowsLock(cases, cases.id)

/**
 * Job `cases.move-policy`: open cases that go by an older version are promised what this one says, counted from when their
 * clocks began. Each case once, so a run that died begins again where it was; with the last ones goes the event.
 */
export const movePolicy: JobHandler = async (ctx, run) => {
  const { version } = payloadSchema.parse(run.payload)
  const { rows } = await getPolicy(ctx, version)
  let after: string | null = null
  for (let done = 0; ;) {
    const page = { after, most: batch + 1, below: version }
    const ids: string[] = await write(as(ctx, system('sla')), async (ctx) => {
      const found = await listRecastable(ctx, page)
      const ids = found.slice(0, batch).map((one) => one.id)
      await lockCases(ctx.tx, ids)
      // Read again, now that nobody else works on them.
      const mine = (await listRecastable(ctx, page)).filter((one) => ids.includes(one.id))
      for (const one of mine) await moveOne(ctx, one, version, rows)
      if (mine.length && found.length <= batch)
        await recordEvent(ctx, { type: 'cases.policy_moved', subject: subjectOf(version), data: { version } })
      return ids
    })
    done += ids.length
    await run.progress({ done, total: done })
    if (ids.length < batch) return
    if (run.stopping()) return { again: ctx.now() }
    after = ids.at(-1)!
  }
}

async function moveOne(ctx: TxCtx, found: OpenCase, version: number, rows: PolicyRow[]) {
  // One that has waited since before clocks could stand still stands from now on.
  const clock = await turnClock(ctx, found, found.state)
  const pauses = clock.pausedAt ? [...found.pauses, { fromAt: clock.pausedAt, toAt: null }] : found.pauses
  const one = { ...found, pauses }
  const after = recast(one, rows, one.calendar)
  const replies = after.replies.filter((reply, i) => reply.replyDueAt !== one.waiting[i]!.replyDueAt)
  for (const { id, replyDueAt } of replies)
    await ctx.tx.update(casePeople).set({ replyDueAt }).where(eq(casePeople.id, id))
  const dues = after.replies.map((reply) => reply.replyDueAt)
  const replyDueAt = dues.length ? Math.min(...dues) : one.replyDueAt
  // A case comes up by its first reply, unless something else brought it there.
  const ranks = dues.length > 0 && rankedFrom(one) === one.replyDueAt
  await ctx.tx
    .update(cases)
    .set({
      ...clock,
      policyVersion: version,
      resolveDueAt: after.resolveDueAt,
      replyDueAt,
      lockVersion: one.lockVersion + 1,
      ...(ranks && (await rankCase(ctx, { ...one, dueAt: replyDueAt }))),
    })
    .where(eq(cases.id, one.id))
  await forgetMarks(ctx, one.id)
  if (replies.length === 0 && after.resolveDueAt === one.resolveDueAt) return
  await recordEvent(ctx, {
    type: 'cases.due_moved',
    subject: { kind: 'case', id: one.id },
    accountId: one.accountId,
    data: { version, replyDueAt, resolveDueAt: after.resolveDueAt, people: replies.length },
  })
}
