import { and, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { isAddress } from '#app/email/address.ts'
import { endMessages } from '#app/email/end-messages.server.ts'
import { notHeld } from '#app/email/hold-sending.server.ts'
import type { MailStreams } from '#app/email/settled.server.ts'
import type { Message } from '#app/email/template.ts'
import { errorText } from '#app/jobs/error-text.ts'
import { backoff } from '#app/jobs/backoff.ts'
import type { Holder } from '#app/jobs/job.ts'
import { skipLocked } from '#db/fragments.ts'
import { savepoint } from '#db/savepoint.ts'
import { statement } from '#db/statement.ts'
import { messages, suppressions } from '#db/schema/email.ts'

/** Tries at preparing one message: a template or a guard that fails so often is broken. */
export const mostTries = 8

const waiting = (now: unknown) => sql`${messages.state} = 'queued' and ${messages.dueAt} <= ${now} and ${notHeld}`
/** Its worker died before it made a batch of it. */
const lost = (now: unknown) =>
  sql`${messages.state} = 'sending' and ${messages.batchId} is null and ${messages.leaseUntil} < ${now}`

const anyDue = statement((db) => {
  const now = sql.placeholder('now')
  return db
    .select({ id: messages.id })
    .from(messages)
    .where(or(waiting(now), lost(now)))
    .limit(1)
})

/**
 * Takes messages that are due and asks, in the same transaction, whether each may still be sent: the address isn't
 * suppressed and the stream's guard lets it go. What may not is stopped with its reason.
 * @returns those that are now `sending` under this holder's lease; nobody has tried to send them yet
 */
export async function claimMessages(ctx: Ctx, holder: Holder, streams: MailStreams, most: number): Promise<Message[]> {
  for (;;) {
    const [due] = await anyDue(ctx.store.db, { now: ctx.now() })
    if (!due) return [] // asking costs no write
    const claimed = await claimSome(ctx, holder, streams, most)
    if (claimed === null || claimed.length || holder.stopping()) return claimed ?? []
    // All of them were stopped, say of a wave that was cancelled: there may be others behind them.
  }
}

/** @returns null when there was nothing to take */
function claimSome(ctx: Ctx, holder: Holder, streams: MailStreams, most: number): Promise<Message[] | null> {
  const now = ctx.now()
  return write(ctx, async (ctx) => {
    // Ended as text, since only PostgreSQL's builder knows how to end a query with a lock.
    const take = (which: SQL, n: number) =>
      ctx.tx
        .select()
        .from(messages)
        .where(sql`${which} order by ${messages.dueAt} limit ${n} ${skipLocked()}`)
    const found = await take(lost(now), most)
    if (found.length < most) found.push(...(await take(waiting(now), most - found.length)))
    if (!found.length) return null
    const suppressed = await suppressedAmong(ctx, found)
    const stopped = new Map<string, Message[]>()
    const free: string[] = []
    for (const message of found) {
      const reason = !isAddress(message.toEmail)
        ? 'bad_address'
        : suppressed.has(message.toHmac)
          ? 'suppressed'
          : await askStream(ctx, streams, message)
      if (reason === null) free.push(message.id)
      else if (reason !== undefined) stopped.set(reason, [...(stopped.get(reason) ?? []), message])
    }
    for (const [reason, list] of stopped) await endMessages(ctx, streams, list, { state: 'stopped', reason })
    if (!free.length) return []
    return ctx.tx
      .update(messages)
      .set({
        state: 'sending',
        attempt: sql`${messages.attempt} + 1`,
        leaseBy: holder.name,
        leaseUntil: now + holder.lease,
      })
      .where(inArray(messages.id, free))
      .returning()
  })
}

async function suppressedAmong(ctx: TxCtx, list: Message[]): Promise<Set<string>> {
  const addresses = [...new Set(list.map((message) => message.toHmac))]
  const rows = await ctx.tx
    .select({ toHmac: suppressions.toHmac })
    .from(suppressions)
    .where(and(inArray(suppressions.toHmac, addresses), isNull(suppressions.liftedAt)))
  return new Set(rows.map((row) => row.toHmac))
}

/** A reason, null to let it go, or undefined when the guard itself failed: then the message waits. */
async function askStream(ctx: TxCtx, streams: MailStreams, message: Message): Promise<string | null | undefined> {
  const { guard } = streams[message.stream] ?? {}
  if (!guard) return null
  try {
    return await savepoint(ctx.tx, (tx) => guard({ ...ctx, tx }, message))
  } catch (error) {
    await putBack(ctx, streams, message, error)
    return undefined
  }
}

/** A message that could not be prepared comes back later, and after many tries fails. */
export async function putBack(ctx: TxCtx, streams: MailStreams, message: Message, error: unknown): Promise<void> {
  const attempt = message.attempt + (message.state === 'queued' ? 1 : 0)
  const lastError = errorText(error)
  if (attempt >= mostTries)
    return endMessages(ctx, streams, [message], { state: 'failed', reason: 'not_prepared', lastError })
  await ctx.tx
    .update(messages)
    .set({
      state: 'queued',
      attempt,
      leaseBy: null,
      leaseUntil: null,
      dueAt: ctx.now() + backoff(attempt, Math.random()),
      lastError,
    })
    .where(inArray(messages.id, [message.id]))
}
