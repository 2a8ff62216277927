import { and, eq, isNotNull } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import type { JobHandler, JobRun } from '#app/jobs/job.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { hookPurpose, hookTries } from '#app/notifications/hook.ts'
import type { Tellers, Told } from '#app/notifications/notice.ts'
import { putIntoWords } from '#app/notifications/put-into-words.server.ts'
import { env } from '#app/platform/env.server.ts'
import { postJson, type SendOutcome } from '#app/platform/outgoing-http.server.ts'
import { notifications, notificationSettings } from '#db/schema/notifications.ts'

export type Post = (url: string, body: unknown) => Promise<SendOutcome>

/** Calls under way at once in a process: hosts that don't answer must not hold every place of the worker. */
const mostCalls = 2
let underWay = 0
const postSoon: Post = (url, body) => postJson(url, body, { timeout: 5_000 })

/** The job that tells one notice to its reader's own webhook; it comes back while there are enough calls under way. */
export const callHook =
  (tellers: Tellers, post: Post = postSoon): JobHandler =>
  async (ctx, run) => {
    if (underWay >= mostCalls) return { again: ctx.now() + 5_000 }
    underWay++
    try {
      await tellHook(ctx, run, tellers, post)
    } finally {
      underWay--
    }
  }

/**
 * What doesn't hold any more isn't told. A call that fails for good, or too often, is written down for the person and
 * ends there: nothing else waits for it.
 */
async function tellHook(ctx: Ctx, run: JobRun, tellers: Tellers, post: Post): Promise<void> {
  const [notice] = await ctx.store.db
    .select()
    .from(notifications)
    .where(eq(notifications.id, String(run.payload.notificationId)))
  if (!notice) return
  const reader = await findReader(ctx, notice.userId)
  if (!reader) return
  const told = (await putIntoWords(ctx, tellers, reader, [notice])).get(notice.id)
  if (!told || told.over !== null) return
  const again = run.attempt < hookTries
  const outcome = await callNow(ctx, notice.userId, told, post, again)
  if (outcome && !outcome.ok && !outcome.lasting && again) throw new Error(`the webhook: ${outcome.failure}`)
}

/**
 * Calls somebody's webhook, and writes down whether it can be reached; null when there is none. `again`: a failure that
 * may pass isn't written down, since the call is made once more.
 */
export async function callNow(
  ctx: Ctx,
  userId: string,
  told: Pick<Told, 'text' | 'path'>,
  post: Post,
  again = false,
): Promise<SendOutcome | null> {
  const url = await hookOf(ctx, userId)
  if (url === null) return null
  const outcome = await post(url, hookMessage(told))
  if (outcome.ok) await forgetFailure(ctx, userId)
  else if (outcome.lasting || !again) await noteFailure(ctx, userId, outcome.failure)
  return outcome
}

/** A character that isn't seen: the space of no width. */
const nothing = '\u200b'

/**
 * A message as Slack and its likes take it. `&`, `<` and `>` are their marks, Mattermost's are `@` and `](`: a customer's
 * name can neither make a link nor call a whole channel.
 */
export function hookMessage({ text, path }: Pick<Told, 'text' | 'path'>) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const plain = escaped.replaceAll(/@|\](?=\()/g, `$&${nothing}`)
  return { text: `${plain}\n${env.PUBLIC_URL}${path}` }
}

/** Somebody's webhook; null when there is none, or it was stored with a secret that is gone. */
async function hookOf(ctx: Ctx, userId: string): Promise<string | null> {
  const [row] = await ctx.store.db
    .select({ hookUrl: notificationSettings.hookUrl })
    .from(notificationSettings)
    .where(eq(notificationSettings.userId, userId))
  return row?.hookUrl ? ctx.keys.decrypt(hookPurpose, row.hookUrl) : null
}

async function noteFailure(ctx: Ctx, userId: string, failure: string) {
  await write(ctx, async ({ tx, now }) =>
    tx
      .update(notificationSettings)
      .set({ hookFailedAt: now(), hookFailure: failure })
      .where(eq(notificationSettings.userId, userId)),
  )
}

async function forgetFailure(ctx: Ctx, userId: string) {
  const failedBefore = and(eq(notificationSettings.userId, userId), isNotNull(notificationSettings.hookFailedAt))
  const [row] = await ctx.store.db
    .select({ userId: notificationSettings.userId })
    .from(notificationSettings)
    .where(failedBefore)
  if (!row) return // asking costs no write
  await write(ctx, async ({ tx }) =>
    tx.update(notificationSettings).set({ hookFailedAt: null, hookFailure: null }).where(failedBefore),
  )
}
