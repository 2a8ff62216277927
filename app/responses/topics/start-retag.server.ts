import { isNull } from 'drizzle-orm'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { retags, topics } from '#db/schema/responses.ts'

/** Has the rules applied to all past comments, in the background. @throws Conflict `retag_running` */
export async function startRetag(ctx: Ctx): Promise<string> {
  authorise(ctx, 'topics.edit')
  return write(ctx, async (ctx) => {
    const id = newId('rtg', ctx.now())
    const rows = await ctx.tx
      .select({ id: topics.id, version: topics.version })
      .from(topics)
      .where(isNull(topics.archivedAt))
    const [made] = await ctx.tx
      .insert(retags)
      .values({
        id,
        state: 'running',
        after: '',
        done: 0,
        gained: 0,
        lost: 0,
        versions: Object.fromEntries(rows.map((topic) => [topic.id, topic.version])),
        startedBy: ctx.actor.id,
        createdAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: retags.id })
    if (!made) throw new Conflict('retag_running')
    await enqueue(ctx, { kind: 'responses.retag', key: `retag/${id}`, payload: { retagId: id } })
    await recordEvent(ctx, { type: 'responses.retag_started', subject: { kind: 'retag', id } })
    return id
  })
}
