import { and, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { Repointing } from '#db/repoint.ts'
import { advocates, consents } from '#db/schema/advocacy.ts'
import { responses } from '#db/schema/responses.ts'

/** Advocates whom an answer of the account nominated: found by the answers, which may have moved already. */
export async function handOverAccountAdvocates(ctx: TxCtx, { from, into }: Repointing, most: number): Promise<number> {
  const answered = ctx.tx
    .select({ id: responses.contactId })
    .from(responses)
    .where(inArray(responses.accountId, [from, into]))
  const found = ctx.tx
    .select({ id: advocates.contactId })
    .from(advocates)
    .where(and(eq(advocates.accountId, from), inArray(advocates.contactId, answered)))
    .limit(most)
  const rows = await ctx.tx
    .update(advocates)
    .set({ accountId: into })
    .where(inArray(advocates.contactId, found))
    .returning({ id: advocates.contactId })
  return rows.length
}

type Advocate = typeof advocates.$inferSelect

/** What both agreed to is given once: the other ends, and stays on record. */
async function handOverConsents({ tx, now }: TxCtx, from: string, into: string): Promise<void> {
  const [old, known] = [`con:${from}`, `con:${into}`]
  const given = tx
    .select({ kind: consents.askType })
    .from(consents)
    .where(and(eq(consents.party, known), eq(consents.state, 'given')))
  await tx
    .update(consents)
    .set({ state: 'withdrawn', endedAt: now() })
    .where(and(eq(consents.party, old), eq(consents.state, 'given'), inArray(consents.askType, given)))
  await tx.update(consents).set({ party: known }).where(eq(consents.party, old))
}

/** Which state stands: who said no, or is paused, is asked for nothing; who has agreed need not be asked again. */
const restraint = ({ state, pausedBy }: Advocate) =>
  state === 'left' ? 4 : state === 'paused' ? (pausedBy === 'person' ? 3 : 2) : state === 'active' ? 1 : 0

/** Two people who are one are one advocate: in the state that stands of both, for the newer of the reasons. */
export async function handOverContactAdvocate(ctx: TxCtx, { from, into }: Repointing): Promise<number> {
  await handOverConsents(ctx, from, into)
  const [old] = await ctx.tx.delete(advocates).where(eq(advocates.contactId, from)).returning()
  if (!old) return 0
  const [known] = await ctx.tx.select().from(advocates).where(eq(advocates.contactId, into))
  if (!known) {
    await ctx.tx.insert(advocates).values({ ...old, contactId: into })
    return 1
  }
  const held = restraint(old) > restraint(known) ? old : known
  const newer = old.nominatedAt > known.nominatedAt ? old : known
  await ctx.tx
    .update(advocates)
    .set({
      state: held.state,
      pausedBy: held.pausedBy,
      responseId: newer.responseId,
      nominatedAt: newer.nominatedAt,
      accountId: newer.accountId,
      updatedAt: Math.max(old.updatedAt, known.updatedAt),
    })
    .where(eq(advocates.contactId, into))
  return 1
}
