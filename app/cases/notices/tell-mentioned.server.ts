import { write, type Ctx } from '#app/audit/context.server.ts'
import { isKeptFrom } from '#app/cases/kept-cases.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { notify } from '#app/notifications/notify.server.ts'

/** Subscriber of `cases.noted`: tells the colleagues whom the note names, but for those who must not see the case. */
export async function tellMentioned(ctx: Ctx, event: EventRow): Promise<void> {
  const { mentions, entryId } = event.data
  if (!Array.isArray(mentions) || typeof entryId !== 'string') return
  await write(ctx, async (ctx) => {
    const userIds: string[] = []
    for (const id of mentions)
      if (typeof id === 'string' && !(await isKeptFrom(ctx, event.subjectId, id))) userIds.push(id)
    await notify(ctx, event, {
      kind: 'case_mention',
      userIds,
      subject: { kind: 'case', id: event.subjectId },
      data: { entryId },
    })
  })
}
