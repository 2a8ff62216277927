import { z } from 'zod'
import { awayToday } from '#app/access/absences/works-for.server.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { keptFromOf } from '#app/cases/kept-cases.server.ts'
import { ownerAndStandIn } from '#app/cases/notices/owner-and-stand-in.server.ts'
import { fallbacks, leadOf } from '#app/cases/routing/candidates.server.ts'
import { clocksOf } from '#app/cases/sla/clocks-of.server.ts'
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
    if (mark === 75 ? running.passed.has(100) : mark === 100 && running.passed.has(200)) return
    const { ownerId } = of.found
    await notify(ctx, event, {
      kind: mark === 75 ? 'sla_warning' : 'sla_late',
      userIds: mark === 75 ? await ownerAndStandIn(ctx, caseId, ownerId) : await whoHearsOfLate(ctx, caseId, ownerId),
      subject: { kind: 'case', id: caseId },
      data: { clock, mark },
    })
  })
}

/**
 * Who hears that a case is late: the lead of its owner's team, else every lead, else every admin, of those who are there;
 * never its owner, and never somebody from whom an answer of it is kept.
 */
async function whoHearsOfLate(ctx: Ctx, caseId: string, ownerId: string): Promise<string[]> {
  const shut = [ownerId, ...(await keptFromOf(ctx, caseId))]
  const lead = await leadOf(ctx, ownerId)
  if (lead !== null && !shut.includes(lead)) return [lead]
  const away = await awayToday(ctx)
  const groups = (await fallbacks(ctx, shut)).map((people) => people.map((person) => person.id))
  const here = groups.map((ids) => ids.filter((id) => !away.has(id)))
  return [...here, ...groups].find((ids) => ids.length > 0) ?? []
}
