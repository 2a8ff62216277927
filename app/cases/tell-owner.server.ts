import { eq } from 'drizzle-orm'
import { standInOf } from '#app/access/absences/works-for.server.ts'
import { as, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import { concernOf, findNoticed } from '#app/cases/notices/find-noticed.server.ts'
import { overOf } from '#app/cases/notices/over.ts'
import type { Message } from '#app/email/template.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { MINUTE } from '#app/platform/day.ts'
import { noticeKinds, type NoticeKind } from '#db/enums/notifications.ts'
import { cases } from '#db/schema/cases.ts'

/**
 * Milliseconds that mail about an answer waits: who gave it may be reading the page after it, and keep it from this
 * colleague. The queue itself shows the case at once.
 */
const grace = 2 * MINUTE

const kinds: Record<string, NoticeKind> = {
  'cases.opened': 'case_opened',
  'cases.joined': 'case_joined',
  'cases.merged': 'case_joined',
  'cases.assigned': 'case_assigned',
}

/**
 * Subscriber of `cases.opened`, `cases.joined`, `cases.merged` and `cases.assigned`: tells the owner that a customer waits,
 * and who stands in for them while they are away. Who gave the case to themselves knows it already; who has left is told nothing.
 */
export async function tellOwner(ctx: Ctx, event: EventRow): Promise<void> {
  const kind = kinds[event.type]
  if (!kind) return
  await write(ctx, async (ctx) => {
    const [found] = await read(ctx)
      .select({ ownerId: cases.ownerId, state: cases.state })
      .from(cases)
      .where(eq(cases.id, event.subjectId))
    if (!found || found.state === 'closed') return
    const standIn = await standInOf(ctx, found.ownerId)
    const alsoTold = standIn !== null && !(await isKeptFrom(ctx, event.subjectId, standIn)) ? [standIn] : []
    await notify(ctx, event, {
      kind,
      userIds: [found.ownerId, ...alsoTold],
      subject: { kind: 'case', id: event.subjectId },
      data: { responseId: idOf(event.data.responseId), voiceId: idOf(event.data.voiceId), why: event.type },
      ...(event.actorKind === 'contact' && { notBefore: event.at + grace }),
    })
  })
}

const idOf = (value: unknown) => (typeof value === 'string' ? value : null)

/** Before-send guard of the stream: nobody is told of a case that is closed, somebody else's, or kept from them by now. */
export async function stillTheirs(ctx: TxCtx, message: Message): Promise<string | null> {
  const reader = await findReader(ctx, message.userId)
  if (!reader) return 'user_ended'
  const found = (await findNoticed(as(ctx, reader.actor), [message.refId])).get(message.refId)
  if (!found) return 'case_reassigned'
  const kind = noticeKinds.find((one) => one === message.payload.kind) ?? 'case_opened'
  return overOf(kind, message.payload, found, await concernOf(ctx, reader.actor))
}
