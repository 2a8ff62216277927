import { and, asc, desc, eq, inArray, isNotNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { contains } from '#db/fragments.ts'
import { messageFiles } from '#db/schema/email-files.ts'
import { messageBodies, messages, type messageStates } from '#db/schema/email.ts'

export type MessageState = (typeof messageStates)[number]

const page = 50
/** Where a part of an address is looked for: among the newest so many. */
const searched = 5_000

export interface MailFilter {
  /** An address, or a part of one. */
  q?: string | null
  states?: MessageState[]
  after?: string | null
  /** Leaves out what was sent so long ago that its words are deleted. */
  readable?: boolean
}

/** Outgoing mail, the newest first. A whole address is found however old; a part of one among the newest 5,000. */
export async function listMail(ctx: Ctx, { q, states, after, readable }: MailFilter) {
  authorise(ctx, 'mailbox.read')
  const { db } = ctx.store
  const cursor = readCursor(after, 'string')
  const conditions: (SQL | undefined)[] = [
    cursor ? lt(messages.id, cursor.id) : undefined,
    states ? inArray(messages.state, states) : undefined,
    readable ? or(isNotNull(messageBodies.messageId), ne(messages.state, 'sent')) : undefined,
  ]
  const text = emailKey(q ?? '').slice(0, 254)
  if (/^[^@]+@[^@]+\.[^@]+$/.test(text)) conditions.push(eq(messages.toHmac, ctx.keys.fingerprint(text)))
  else if (text) {
    const newest = db.select({ id: messages.id }).from(messages).orderBy(desc(messages.id)).limit(searched).as('newest')
    conditions.push(
      inArray(messages.id, sql`(select id from ${newest})`),
      contains(sql`lower(${messages.toEmail})`, text),
    )
  }
  const rows = await db
    .select({
      id: messages.id,
      stream: messages.stream,
      toEmail: messages.toEmail,
      state: messages.state,
      delivery: messages.delivery,
      provider: messages.provider,
      stopReason: messages.stopReason,
      lastError: messages.lastError,
      attempt: messages.attempt,
      dueAt: messages.dueAt,
      createdAt: messages.createdAt,
      sentAt: messages.sentAt,
      subject: messageBodies.subject,
    })
    .from(messages)
    .leftJoin(messageBodies, eq(messageBodies.messageId, messages.id))
    .where(and(...conditions))
    .orderBy(desc(messages.id))
    .limit(page + 1)
  const shown = rows.slice(0, page)
  return { rows: shown, next: rows.length > page ? writeCursor('', shown.at(-1)!.id) : null }
}

/** One message with its words, if they are still kept. */
export async function getMail(ctx: Ctx, id: string) {
  authorise(ctx, 'mailbox.read')
  const [row] = await ctx.store.db
    .select({ message: messages, body: messageBodies })
    .from(messages)
    .leftJoin(messageBodies, eq(messageBodies.messageId, messages.id))
    .where(eq(messages.id, id))
  if (!row) return null
  const files = await ctx.store.db
    .select({ name: messageFiles.name })
    .from(messageFiles)
    .where(eq(messageFiles.messageId, id))
    .orderBy(asc(messageFiles.n))
  return { ...row, files: files.map((file) => file.name) }
}
