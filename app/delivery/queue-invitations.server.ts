import { and, count, eq, inArray } from 'drizzle-orm'
import { markInvited } from '#app/accounts/mark-invited.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { enqueueMessages, type NewMessage } from '#app/email/enqueue-message.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { contacts } from '#db/schema/accounts.ts'
import { invitations, outreach } from '#db/schema/delivery.ts'
import { messages } from '#db/schema/email.ts'

const insertOutreach = rowsInsert(outreach, ['id', 'contactId', 'accountId', 'kind', 'programId', 'refId', 'at'])

/**
 * Moves planned invitations (at most 200) into the outbox, with their rows in the ledger of outreach. One whose mail
 * was stopped before by a pause goes under a new key: the mail that was stopped never left.
 * @returns how many
 */
export async function queueInvitations(ctx: TxCtx, ids: string[]): Promise<number> {
  if (!ids.length) return 0
  const at = ctx.now()
  const taken = await ctx.tx
    .update(invitations)
    .set({ state: 'queued', reason: null })
    .where(and(inArray(invitations.id, ids), eq(invitations.state, 'planned')))
    .returning({
      id: invitations.id,
      contactId: invitations.contactId,
      accountId: invitations.accountId,
      programId: invitations.programId,
      dueAt: invitations.dueAt,
    })
  if (!taken.length) return 0
  const people = await ctx.tx
    .select({ id: contacts.id, email: contacts.email })
    .from(contacts)
    .where(
      inArray(
        contacts.id,
        taken.map((row) => row.contactId!),
      ),
    )
  const addresses = new Map(people.map((person) => [person.id, person.email]))
  const before = await earlierMails(
    ctx,
    taken.map((row) => row.id),
  )

  const gone: string[] = []
  const mails: NewMessage[] = []
  const ledger: (typeof outreach.$inferInsert)[] = []
  for (const row of taken) {
    const email = addresses.get(row.contactId!)
    if (!email) {
      gone.push(row.id)
      continue
    }
    const dueAt = Math.max(at, row.dueAt)
    const mailsBefore = before.get(row.id) ?? 0
    mails.push({
      key: mailsBefore ? `invitation/${row.id}/${mailsBefore + 1}` : `invitation/${row.id}`,
      stream: 'invitation',
      template: 'invitation',
      to: { email, contactId: row.contactId },
      ref: { kind: 'invitation', id: row.id },
      dueAt,
    })
    ledger.push({
      id: newId('out', at),
      contactId: row.contactId!,
      accountId: row.accountId,
      kind: 'invitation',
      programId: row.programId,
      refId: row.id,
      at: dueAt,
    })
  }
  // Their address went away since the plan.
  if (gone.length)
    await ctx.tx.update(invitations).set({ state: 'skipped', reason: 'no_email' }).where(inArray(invitations.id, gone))
  if (!mails.length) return 0
  await enqueueMessages(ctx, mails)
  await insertOutreach(
    ctx.tx,
    ledger.filter((row) => !before.has(row.refId)),
  )
  const again = ledger.filter((row) => before.has(row.refId)).map((row) => row.refId)
  if (again.length) {
    await ctx.tx
      .update(outreach)
      .set({ at, cancelledAt: null })
      .where(and(eq(outreach.kind, 'invitation'), inArray(outreach.refId, again)))
  }
  await markInvited(
    ctx,
    ledger.map((row) => row.contactId),
    at,
  )
  return mails.length
}

async function earlierMails(ctx: TxCtx, ids: string[]): Promise<Map<string, number>> {
  const rows = await ctx.tx
    .select({ refId: messages.refId, n: count() })
    .from(messages)
    .where(and(eq(messages.refKind, 'invitation'), inArray(messages.refId, ids)))
    .groupBy(messages.refId)
  return new Map(rows.map((row) => [row.refId, row.n]))
}
