import { eq } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { loadMatcher } from '#app/responses/topics/load-matcher.server.ts'
import { tagResponses } from '#app/responses/topics/tag-responses.server.ts'
import { rowLock } from '#db/lock.ts'
import { responses } from '#db/schema/responses.ts'

const lockResponse = rowLock(responses, responses.id)

/** Subscriber of `responses.changed`: an answer that says something else is about something else. */
export async function retagChanged(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    await lockResponse(ctx.tx, event.subjectId)
    const [answer] = await ctx.tx
      .select({ id: responses.id, comment: responses.comment, day: responses.day, erasedAt: responses.erasedAt })
      .from(responses)
      .where(eq(responses.id, event.subjectId))
    // What an erased answer was about stays: it names nobody.
    if (answer && answer.erasedAt === null) await tagResponses(ctx, [answer], await loadMatcher(ctx))
  })
}
