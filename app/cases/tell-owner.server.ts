import { eq } from 'drizzle-orm'
import { read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import type { Message } from '#app/email/template.ts'
import { MINUTE } from '#app/platform/day.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { users } from '#db/schema/access.ts'
import { cases } from '#db/schema/cases.ts'

async function findOwner(ctx: Ctx, caseId: string) {
  const [row] = await read(ctx)
    .select({
      id: users.id,
      email: users.email,
      state: users.state,
      caseState: cases.state,
    })
    .from(cases)
    .innerJoin(users, eq(users.id, cases.ownerId))
    .where(eq(cases.id, caseId))
  return row ?? null
}

/**
 * Milliseconds that the mail about an answer waits: who gave it may be reading the page after it, and keep it from this
 * colleague. The queue itself shows the case at once.
 */
const grace = 2 * MINUTE

/**
 * Subscriber of `cases.opened`, `cases.joined`, `cases.merged` and `cases.assigned`: writes to the owner that a customer waits. Who
 * gave the case to themselves knows it already; who has left is told nothing.
 */
export async function tellOwner(ctx: Ctx, event: EventRow): Promise<void> {
  const caseId = event.subjectId
  await write(ctx, async (ctx) => {
    const owner = await findOwner(ctx, caseId)
    if (!owner || owner.state !== 'active' || owner.caseState === 'closed' || owner.id === event.actorId) return
    await enqueueMessage(ctx, {
      key: `case/${event.id}`,
      stream: 'case',
      template: 'cases.opened',
      payload: {
        caseId,
        responseId: event.data.responseId ?? null,
        voiceId: event.data.voiceId ?? null,
        why: event.type,
      },
      to: { email: owner.email, userId: owner.id },
      ...(event.actorKind === 'contact' && { dueAt: event.at + grace }),
      ref: { kind: 'case', id: caseId },
    })
  })
}

/** Before-send guard of the stream: nobody is told of a case that is closed or somebody else's by now. */
export async function stillTheirs(ctx: TxCtx, message: Message): Promise<string | null> {
  const owner = await findOwner(ctx, message.refId)
  if (!owner || owner.caseState === 'closed') return 'case_closed'
  if (owner.state !== 'active') return 'user_ended'
  return owner.id === message.userId ? null : 'case_reassigned'
}
