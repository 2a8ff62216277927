import { z } from 'zod'
import { standInOf } from '#app/access/absences/works-for.server.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import { clocksOf } from '#app/cases/sla/clocks-of.server.ts'
import { leadOver, whoHearsOfLate } from '#app/cases/sla/lead-over.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { slaClocks } from '#db/enums/cases.ts'

const dataSchema = z.object({
  clock: z.enum(slaClocks),
  mark: z.union([z.literal(75), z.literal(100), z.literal(200)]),
  startedAt: z.number(),
  personId: z.string().optional(),
})

/**
 * Subscriber of `cases.sla_warned` and `cases.sla_missed`: the owner hears at 75 %, and whoever stands in for them; their
 * lead at 100 and 200 %. What is over by now, or was overtaken by the next mark, is told to nobody.
 */
export async function tellOfMarks(ctx: Ctx, event: EventRow): Promise<void> {
  const { clock, mark, startedAt, personId } = dataSchema.parse(event.data)
  const caseId = event.subjectId
  await write(ctx, async (ctx) => {
    const of = await clocksOf(ctx, caseId)
    const subjectId = personId ?? caseId
    const running = of?.clocks.find((one) => one.subjectId === subjectId && one.startedAt === startedAt)
    if (!of || !running) return
    const { ownerId } = of.found
    const subject = { kind: 'case', id: caseId }
    if (mark !== 75) {
      if (mark === 100 && running.passed.has(200)) return
      const userIds = await whoHearsOfLate(ctx, { caseId, ownerId, leadId: await leadOver(ctx, ownerId) })
      await notify(ctx, event, { kind: 'sla_late', userIds, subject, data: { clock, mark } })
      return
    }
    if (running.passed.has(100)) return
    const warning = { kind: 'sla_warning', subject } as const
    await notify(ctx, event, { ...warning, userIds: [ownerId], data: { clock, mark } })
    const standIn = await standInOf(ctx, ownerId)
    if (standIn !== null && !(await isKeptFrom(ctx, caseId, standIn)))
      await notify(ctx, event, { ...warning, userIds: [standIn], data: { clock, mark, standIn: true } })
  })
}
