import { write, type Ctx } from '#app/audit/context.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { notify } from '#app/notifications/notify.server.ts'

/** Subscriber of `cases.noted`: tells the colleagues whom the note names. */
export async function tellMentioned(ctx: Ctx, event: EventRow): Promise<void> {
  const { mentions, entryId } = event.data
  if (!Array.isArray(mentions) || typeof entryId !== 'string') return
  await write(ctx, (ctx) =>
    notify(ctx, event, {
      kind: 'case_mention',
      userIds: mentions.filter((id) => typeof id === 'string'),
      subject: { kind: 'case', id: event.subjectId },
      data: { entryId },
    }),
  )
}
