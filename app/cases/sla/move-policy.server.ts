import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { system } from '#app/audit/actor.ts'
import { as, write, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { rankCase } from '#app/cases/rank-case.server.ts'
import { rankedFrom } from '#app/cases/rank.ts'
import { getPolicy } from '#app/cases/sla/find-target.server.ts'
import { calendarsOf, listRecastable, type OpenCase } from '#app/cases/sla/list-recastable.server.ts'
import { targetOf, type PolicyRow } from '#app/cases/sla/policy.ts'
import { recast } from '#app/cases/sla/recast.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { subjectOf } from '#app/cases/sla/save-policy.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import type { WorkingCalendar } from '#app/platform/working-time.ts'
import { rowsLock } from '#db/lock.ts'
import { casePeople, cases } from '#db/schema/cases.ts'

const payloadSchema = z.object({ version: z.number().int().min(1) })
const batch = 200
const lockCases = rowsLock(cases, cases.id)

/**
 * Job `cases.move-policy`: open cases that go by an older version are promised what this one says, counted from when their
 * clocks began. Each case once, so a run that died begins again where it was.
 */
export const movePolicy: JobHandler = async (ctx, run) => {
  const { version } = payloadSchema.parse(run.payload)
  const { rows } = await getPolicy(ctx, version)
  let done = 0
  for (;;) {
    const looked = await write(as(ctx, system('sla')), async (ctx) => {
      const ids = (await listRecastable(ctx, { after: null, most: batch, below: version })).map((one) => one.id)
      await lockCases(ctx.tx, ids)
      // Read again, now that nobody else works on them.
      const page = await listRecastable(ctx, { after: null, most: batch, below: version })
      const mine = page.filter((one) => ids.includes(one.id))
      const calendars = await calendarsOf(ctx, mine)
      for (const one of mine) await moveOne(ctx, one, version, rows, calendars.get(one.ownerId)!)
      return ids.length
    })
    done += looked
    await run.progress({ done, total: done })
    if (looked < batch) break
    if (run.stopping()) return { again: ctx.now() }
  }
  await write(as(ctx, system('sla')), (ctx) =>
    recordEvent(ctx, { type: 'cases.policy_moved', subject: subjectOf(version), data: { version, cases: done } }),
  )
}

async function moveOne(ctx: TxCtx, one: OpenCase, version: number, rows: PolicyRow[], calendar: WorkingCalendar) {
  const after = recast(one, targetOf(rows, one.tier, one.severity), calendar)
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
      policyVersion: version,
      resolveDueAt: after.resolveDueAt,
      replyDueAt,
      lockVersion: one.lockVersion + 1,
      ...(ranks && (await rankCase(ctx, { ...one, dueAt: replyDueAt }))),
    })
    .where(eq(cases.id, one.id))
  await remark(ctx, one.id)
  if (replies.length === 0 && after.resolveDueAt === one.resolveDueAt) return
  await recordEvent(ctx, {
    type: 'cases.due_moved',
    subject: { kind: 'case', id: one.id },
    accountId: one.accountId,
    data: { version, replyDueAt, resolveDueAt: after.resolveDueAt, people: replies.length },
  })
}
