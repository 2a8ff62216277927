import { eq, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { wakeWorker } from '#app/jobs/wake.ts'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { statement } from '#db/statement.ts'
import { messageFiles } from '#db/schema/email-files.ts'
import { messages, type streams } from '#db/schema/email.ts'

export interface NewMessage {
  /** One per purpose, for good: `invitation/<id>`, `reset/<token id>`. */
  key: string
  stream: (typeof streams)[number]
  /** Which template of `app/subscriptions.server.ts` renders it. */
  template: string
  /** Ids, codes and numbers that the template needs; never a secret. */
  payload?: Record<string, unknown>
  to: { email: string; contactId?: string | null; userId?: string | null }
  /** What the mail is about: what `cancelMessages` finds it by. */
  ref: { kind: string; id: string }
  /** Files that go with it, in this order; kept by who sends it. */
  files?: readonly { fileId: string; name: string; mime: string }[]
  /** Milliseconds UTC; now when left out. */
  dueAt?: number
}

const insert = statement((db) =>
  db
    .insert(messages)
    .values({
      id: sql.placeholder('id'),
      key: sql.placeholder('key'),
      stream: sql.placeholder('stream'),
      template: sql.placeholder('template'),
      payload: sql.placeholder('payload'),
      contactId: sql.placeholder('contactId'),
      userId: sql.placeholder('userId'),
      toEmail: sql.placeholder('toEmail'),
      toHmac: sql.placeholder('toHmac'),
      refKind: sql.placeholder('refKind'),
      refId: sql.placeholder('refId'),
      state: 'queued',
      delivery: 'none',
      dueAt: sql.placeholder('dueAt'),
      attempt: 0,
      createdAt: sql.placeholder('createdAt'),
    })
    .onConflictDoNothing({ target: messages.key })
    .returning({ id: messages.id }),
)
const byKey = statement((db) =>
  db
    .select({ id: messages.id })
    .from(messages)
    .where(eq(messages.key, sql.placeholder('key'))),
)

/**
 * Puts a mail into the outbox, in the transaction of the change that causes it.
 * @returns its id; a key that is known gives the id of the message that has it
 */
export async function enqueueMessage(ctx: TxCtx, message: NewMessage): Promise<string> {
  const [made] = await insert(ctx.tx, rowOf(ctx, message))
  if (made && message.files?.length)
    await ctx.tx
      .insert(messageFiles)
      .values(message.files.map(({ fileId, name, mime }, n) => ({ messageId: made.id, n, fileId, name, mime })))
  wakeWorker()
  if (made) return made.id
  const [known] = await byKey(ctx.tx, { key: message.key })
  return known!.id
}

/**
 * The same for many at once, say a step of a wave: at most 200 a call. Keys that are known are left alone.
 * @returns how many are new
 */
export async function enqueueMessages(ctx: TxCtx, list: NewMessage[]): Promise<number> {
  if (!list.length) return 0
  const rows = list.map((message) => ({
    ...rowOf(ctx, message),
    state: 'queued' as const,
    delivery: 'none' as const,
    attempt: 0,
  }))
  const made = await ctx.tx
    .insert(messages)
    .values(rows)
    .onConflictDoNothing({ target: messages.key })
    .returning({ id: messages.id })
  wakeWorker()
  return made.length
}

function rowOf(ctx: TxCtx, message: NewMessage) {
  const at = ctx.now()
  const email = message.to.email.trim()
  // What is due longer goes first: a colleague's sign-in mail doesn't queue behind a wave.
  const dueAt = message.dueAt ?? (message.stream === 'staff' ? at - DAY : at)
  return {
    id: newId('msg', at),
    key: message.key,
    stream: message.stream,
    template: message.template,
    payload: message.payload ?? {},
    contactId: message.to.contactId ?? null,
    userId: message.to.userId ?? null,
    toEmail: email,
    toHmac: ctx.keys.fingerprint(emailKey(email)),
    refKind: message.ref.kind,
    refId: message.ref.id,
    dueAt,
    createdAt: at,
  }
}
