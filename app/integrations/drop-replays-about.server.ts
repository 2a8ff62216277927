import { write, type Ctx } from '#app/audit/context.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { contains } from '#db/fragments.ts'
import { apiReplays } from '#db/schema/integrations.ts'

/** Subscriber of `contacts.erased`: kept answers to calls about the person go; each has their id. They live a day at most. */
export async function dropReplaysAbout(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async ({ tx }) => {
    await tx.delete(apiReplays).where(contains(apiReplays.body, event.subjectId))
  })
}
