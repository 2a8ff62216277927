import { and, eq } from 'drizzle-orm'
import { retag } from '#app/responses/topics/retag.server.ts'
import { startRetag } from '#app/responses/topics/start-retag.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { responseTopics } from '#db/schema/responses.ts'
import type { World } from '#test/world.ts'

/** Topic id → the words that made it, of one answer. */
export async function wordsOf(w: World, { id, comment }: { id: string; comment: string | null }) {
  const rows = await w.store.db
    .select()
    .from(responseTopics)
    .where(and(eq(responseTopics.responseId, id), eq(responseTopics.present, true)))
  return Object.fromEntries(
    rows.map((row) => [row.topicId, row.spans.map(([from, to]) => comment!.slice(from, to))] as const),
  )
}

/** A run of a job that nobody stops. */
export const calmRun = (retagId: string, over: Partial<JobRun> = {}): JobRun => ({
  id: 'job_test',
  attempt: 1,
  payload: { retagId },
  progress: () => Promise.resolve(),
  stopping: () => false,
  ...over,
})

/** Applies the rules to all past comments, as the button and the worker do. */
export async function retagAll(w: World) {
  w.clock.advance(1000)
  const id = await startRetag(w.ctx())
  await retag(w.system(), calmRun(id))
}
