import { and, count, desc, inArray, lt, eq } from 'drizzle-orm'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { asideStates } from '#db/enums/email.ts'
import { inboundMails } from '#db/schema/email.ts'

export type AsideKind = (typeof asideStates)[number]

const page = 30

/** Mail that came in and became nobody's voice, the newest first, with how many there are of each kind. */
export async function listInbound(ctx: Ctx, { kind, after }: { kind?: AsideKind; after?: string | null }) {
  authorise(ctx, 'inbound.read')
  const cursor = readCursor(after, 'string')
  const rows = await read(ctx)
    .select()
    .from(inboundMails)
    .where(
      and(
        kind ? eq(inboundMails.state, kind) : inArray(inboundMails.state, [...asideStates]),
        cursor ? lt(inboundMails.id, cursor.id) : undefined,
      ),
    )
    .orderBy(desc(inboundMails.id))
    .limit(page + 1)
  const counts = await read(ctx)
    .select({ state: inboundMails.state, n: count() })
    .from(inboundMails)
    .where(inArray(inboundMails.state, [...asideStates]))
    .groupBy(inboundMails.state)
  const shown = rows.slice(0, page)
  return {
    rows: shown.map(({ id, state, refKind, sender, subject, text, at }) => ({ id, state, refKind, sender, subject, text, at })), // prettier-ignore
    counts: Object.fromEntries(counts.map(({ state, n }) => [state, n])) as Partial<Record<AsideKind, number>>,
    next: rows.length > page ? writeCursor('', shown.at(-1)!.id) : null,
  }
}

/** How many mails wait for somebody to say whose they are; null for who may not. */
export async function countUnmatched(ctx: Ctx): Promise<number> {
  authorise(ctx, 'inbound.read')
  const [row] = await read(ctx).select({ n: count() }).from(inboundMails).where(eq(inboundMails.state, 'unmatched'))
  return row!.n
}

/** Deletes a mail that nobody needs. Its key stays, so that the same mail doesn't come back. */
export async function deleteInbound(ctx: Ctx, { id }: { id: string }): Promise<void> {
  authorise(ctx, 'inbound.read')
  if (!isId(id)) throw new NotFound()
  await write(ctx, async (ctx) => {
    const [gone] = await ctx.tx
      .update(inboundMails)
      .set({ state: 'deleted', text: null, sender: null, subject: null })
      .where(and(eq(inboundMails.id, id), inArray(inboundMails.state, ['unmatched', 'auto_reply', 'bounce', 'empty'])))
      .returning({ id: inboundMails.id })
    if (!gone) throw new NotFound()
    await recordEvent(ctx, { type: 'email.inbound_deleted', subject: { kind: 'inbound_mail', id } })
  })
}
