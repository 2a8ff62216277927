import { eq } from 'drizzle-orm'
import { read, write, type Ctx } from '#app/audit/context.server.ts'
import { kindOfEvent } from '#app/cases/notices/case-sentence.ts'
import { ownerAndStandIn } from '#app/cases/notices/owner-and-stand-in.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { MINUTE } from '#app/platform/day.ts'
import { cases } from '#db/schema/cases.ts'

/**
 * Milliseconds that mail about an answer waits: who gave it may be reading the page after it, and keep it from this
 * colleague. The queue itself shows the case at once.
 */
const grace = 2 * MINUTE

/**
 * Subscriber of `cases.opened`, `cases.joined`, `cases.merged`, `cases.not_recovered` and `cases.assigned`: tells the owner that a customer waits,
 * and who stands in for them while they are away. Who gave the case to themselves knows it already; who has left is told nothing.
 */
export async function tellOwner(ctx: Ctx, event: EventRow): Promise<void> {
  const kind = kindOfEvent[event.type]
  if (!kind) return
  await write(ctx, async (ctx) => {
    const [found] = await read(ctx)
      .select({ ownerId: cases.ownerId, state: cases.state })
      .from(cases)
      .where(eq(cases.id, event.subjectId))
    if (!found || found.state === 'closed') return
    await notify(ctx, event, {
      kind,
      userIds: await ownerAndStandIn(ctx, event.subjectId, found.ownerId),
      subject: { kind: 'case', id: event.subjectId },
      data: { responseId: idOf(event.data.responseId), voiceId: idOf(event.data.voiceId), why: event.type },
      ...(event.actorKind === 'contact' && { notBefore: event.at + grace }),
    })
  })
}

const idOf = (value: unknown) => (typeof value === 'string' ? value : null)
