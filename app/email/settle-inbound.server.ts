import { and, eq } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { inboundMails, type inboundStates } from '#db/schema/email.ts'

export type InboundRow = typeof inboundMails.$inferSelect
export type InboundState = (typeof inboundStates)[number]

export async function findInbound(ctx: Ctx, id: string): Promise<InboundRow | null> {
  const [row] = await read(ctx).select().from(inboundMails).where(eq(inboundMails.id, id))
  return row ?? null
}

/** Says what became of a mail, once: whoever comes second gets false. `text` is kept only where nobody took it. */
export async function settleInbound(
  ctx: TxCtx,
  { id, from }: { id: string; from: InboundState },
  to: { state: InboundState; text?: string | null; refKind?: string | null; refId?: string | null },
): Promise<boolean> {
  const [row] = await ctx.tx
    .update(inboundMails)
    .set({ text: null, ...to })
    .where(and(eq(inboundMails.id, id), eq(inboundMails.state, from)))
    .returning({ id: inboundMails.id })
  return row !== undefined
}
