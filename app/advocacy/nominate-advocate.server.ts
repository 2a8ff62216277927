import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { statement } from '#db/statement.ts'

const p = sql.placeholder

const insert = statement((db) =>
  db
    .insert(advocates)
    .values({
      contactId: p('contactId'),
      accountId: p('accountId'),
      state: 'candidate',
      responseId: p('responseId'),
      nominatedAt: p('at'),
      updatedAt: p('at'),
    })
    .onConflictDoNothing()
    .returning({ contactId: advocates.contactId }),
)
const byAnswer = sql`${advocates.state} = 'paused' and ${advocates.pausedBy} = 'answer'`
/**
 * A newer happy answer is the better reason; who was paused for being unhappy is happy again. Who left has said so, and
 * whom a colleague paused only a colleague brings back.
 */
const renew = statement((db) =>
  db
    .update(advocates)
    .set({
      responseId: sql`${p('responseId')}`,
      accountId: sql`${p('accountId')}`,
      state: sql`case when ${byAnswer} then 'candidate' else ${advocates.state} end`,
      pausedBy: sql`case when ${byAnswer} then null else ${advocates.pausedBy} end`,
      updatedAt: sql`${p('at')}`,
    })
    .where(and(eq(advocates.contactId, p('contactId')), or(byAnswer, ne(advocates.responseId, p('responseId')))))
    .returning({ contactId: advocates.contactId, state: advocates.state }),
)
const pause = statement((db) =>
  db
    .update(advocates)
    .set({ state: 'paused', pausedBy: 'answer', updatedAt: sql`${p('at')}` })
    .where(and(eq(advocates.contactId, p('contactId')), inArray(advocates.state, ['candidate', 'active'])))
    .returning({ accountId: advocates.accountId }),
)

export interface Nomination {
  contactId: string
  accountId: string | null
  /** The happy answer that nominates. */
  responseId: string
}

/** A happy person becomes a candidate; run again with the same answer it changes nothing. */
export async function nominateAdvocate(ctx: TxCtx, input: Nomination): Promise<void> {
  const values = { ...input, at: ctx.now() }
  const [made] = await insert(ctx.tx, values)
  const [renewed] = made ? [] : await renew(ctx.tx, values)
  if (!made && !renewed) return
  await recordEvent(ctx, {
    type: made ? 'advocacy.nominated' : 'advocacy.renewed',
    subject: { kind: 'advocate', id: input.contactId },
    accountId: input.accountId,
    contactId: input.contactId,
    data: { responseId: input.responseId },
  })
}

/**
 * The person turned unhappy, or took the happy answer back: nobody asks them for anything until they are heard, or are
 * happy again. Nothing happens to others.
 */
export async function withdrawNomination(
  ctx: TxCtx,
  input: { contactId: string; why: 'unhappy' | 'taken_back' },
): Promise<void> {
  const [paused] = await pause(ctx.tx, { contactId: input.contactId, at: ctx.now() })
  if (!paused) return
  await recordEvent(ctx, {
    type: 'advocacy.paused',
    subject: { kind: 'advocate', id: input.contactId },
    accountId: paused.accountId,
    contactId: input.contactId,
    data: { why: input.why },
  })
}
