import { and, count, eq, inArray } from 'drizzle-orm'
import { markInvited } from '#app/accounts/mark-invited.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { enqueueMessages, type NewMessage } from '#app/email/enqueue-message.server.ts'
import { heldBack } from '#app/delivery/planning.ts'
import { weighInvitations, type Weighed } from '#app/delivery/weigh-invitations.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'

const insertOutreach = rowsInsert(outreach, ['id', 'contactId', 'accountId', 'kind', 'programId', 'refId', 'at'])

/**
 * Moves planned invitations of one program and wave (at most 200, a person once) into the outbox, with their rows in
 * the ledger of outreach, as far as the contact rules let them go: who must wait is held back until the next possible
 * time, who must not be asked is skipped, both with the reason. One whose mail was stopped before goes under a new key:
 * the mail that was stopped never left.
 * @returns how many went
 */
export async function queueInvitations(ctx: TxCtx, ids: string[]): Promise<number> {
  if (!ids.length) return 0
  const at = ctx.now()
  const weighed = await weighInvitations(ctx, ids)
  await holdBack(ctx, weighed)
  const goes = new Set(await take(ctx, weighed))
  if (!goes.size) return 0
  const before = await earlierMails(ctx, [...goes])
  const mails: NewMessage[] = []
  const ledger: (typeof outreach.$inferInsert)[] = []
  for (const { id, kind, contactId, accountId, program, email, dueAt } of weighed) {
    if (!goes.has(id)) continue
    const mailsBefore = before.get(id) ?? 0
    mails.push({
      key: mailsBefore ? `invitation/${id}/${mailsBefore + 1}` : `invitation/${id}`,
      stream: 'invitation',
      template: 'invitation',
      to: { email: email!, contactId },
      ref: { kind: 'invitation', id },
      dueAt,
    })
    ledger.push({
      id: newId('out', at),
      contactId,
      accountId,
      kind,
      programId: program.id,
      refId: id,
      at: dueAt,
    })
  }
  await enqueueMessages(ctx, mails)
  await insertOutreach(
    ctx.tx,
    ledger.filter((row) => !before.has(row.refId)),
  )
  for (const { kind, refId, at } of ledger.filter((row) => before.has(row.refId)))
    await ctx.tx
      .update(outreach)
      .set({ at, cancelledAt: null })
      .where(and(eq(outreach.kind, kind), eq(outreach.refId, refId)))
  await markInvited(
    ctx,
    // Asked after a case, nobody was invited to a survey.
    ledger.flatMap((row) => (row.kind === 'invitation' ? row.contactId : [])),
    at,
  )
  return mails.length
}

/** Those that may go, each with the time at which its mail leaves. @returns the ids of those that did */
async function take(ctx: TxCtx, weighed: Weighed[]): Promise<string[]> {
  const times = new Map<number, string[]>()
  for (const { id, verdict, dueAt } of weighed)
    if (verdict.kind === 'invite') times.set(dueAt, [...(times.get(dueAt) ?? []), id])
  const taken: string[] = []
  for (const [dueAt, ids] of times) {
    const rows = await ctx.tx
      .update(invitations)
      .set({ state: 'queued', reason: null, nextPossibleAt: null, dueAt })
      .where(and(inArray(invitations.id, ids), eq(invitations.state, 'planned')))
      .returning({ id: invitations.id })
    taken.push(...rows.map((row) => row.id))
  }
  return taken
}

/** Puts down who waits and who is not asked at all, one statement for each reason and time. */
async function holdBack(ctx: TxCtx, weighed: Weighed[]): Promise<void> {
  const groups = new Map<string, { set: ReturnType<typeof heldBack>; ids: string[] }>()
  for (const { id, verdict, program, askedAt } of weighed) {
    if (verdict.kind === 'invite') continue
    const set = heldBack(verdict, program, askedAt, ctx.now())
    const key = JSON.stringify(set)
    groups.set(key, { set, ids: [...(groups.get(key)?.ids ?? []), id] })
  }
  for (const { set, ids } of groups.values())
    await ctx.tx
      .update(invitations)
      .set(set)
      .where(and(inArray(invitations.id, ids), eq(invitations.state, 'planned')))
}

async function earlierMails(ctx: TxCtx, ids: string[]): Promise<Map<string, number>> {
  const rows = await ctx.tx
    .select({ refId: messages.refId, n: count() })
    .from(messages)
    .where(and(eq(messages.refKind, 'invitation'), inArray(messages.refId, ids)))
    .groupBy(messages.refId)
  return new Map(rows.map((row) => [row.refId, row.n]))
}
