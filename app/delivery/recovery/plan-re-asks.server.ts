import { and, eq, inArray } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { candidateColumns, gatherFacts } from '#app/delivery/plan-facts.server.ts'
import { invitationLifetime, judgeRecovery } from '#app/delivery/planning.ts'
import { sendingHours } from '#app/delivery/sending-hours.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'

/** Who is to be asked whether it was put right, and for which occasion: each occasion is asked once. */
export interface ReAsk {
  contactId: string
  occasion: string
  /** They want no more of what it is about. */
  unwanted?: boolean
}

/**
 * Plans the question after a case for some people, each at the first hour of theirs in which mail is sent from `from` on.
 * Who can't be asked stands there as skipped, with the reason. Run again it changes nothing.
 * @returns occasion → the invitation
 */
export async function planReAsks(
  ctx: TxCtx,
  asks: ReAsk[],
  { versionId, from }: { versionId: string; from: number },
): Promise<Map<string, Pick<typeof invitations.$inferSelect, 'id' | 'state' | 'dueAt'>>> {
  const { tx } = ctx
  const people = await tx
    .select(candidateColumns)
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(inArray(contacts.id, asks.map((ask) => ask.contactId))) // prettier-ignore
  const candidates = await gatherFacts(ctx, people, { program: { id: recoveryProgramId } })
  const hours = await sendingHours(ctx, await findContactRules(ctx))
  const { locale } = await getOrganisation(ctx)
  const at = ctx.now()
  for (const { contactId, occasion, unwanted = false } of asks) {
    const person = candidates.find((one) => one.id === contactId)
    if (!person) continue
    const verdict = judgeRecovery({ ...person.facts, unsubscribed: person.facts.unsubscribed || unwanted })
    const dueAt = hours(from, person.zone)
    await tx
      .insert(invitations)
      .values({
        id: newId('inv', at),
        programId: recoveryProgramId,
        versionId,
        contactId,
        accountId: person.accountId,
        channel: 'email',
        occasion,
        respondentKey: contactId,
        state: verdict.kind === 'skip' ? 'skipped' : 'planned',
        reason: verdict.kind === 'skip' ? verdict.reason : null,
        dueAt,
        expiresAt: dueAt + invitationLifetime,
        language: person.language ?? locale,
        gen: 1,
        isTest: false,
        createdAt: at,
      })
      .onConflictDoNothing()
  }
  const rows = await tx
    .select({ id: invitations.id, occasion: invitations.occasion, state: invitations.state, dueAt: invitations.dueAt })
    .from(invitations)
    .where(
      and(
        eq(invitations.programId, recoveryProgramId),
        inArray(invitations.occasion, asks.map((ask) => ask.occasion)), // prettier-ignore
        inArray(invitations.contactId, asks.map((ask) => ask.contactId)), // prettier-ignore
      ),
    )
  return new Map(rows.map((row) => [row.occasion, row]))
}
