import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { candidateColumns } from '#app/delivery/plan-facts.server.ts'
import { invitationLifetime } from '#app/delivery/planning.ts'
import { queueInvitations } from '#app/delivery/queue-invitations.server.ts'
import { MINUTE } from '#app/platform/day.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

export const inviteContactSchema = z.object({
  contactId: z.string().max(60),
  programId: z.string().max(60),
  /** Which system or place asks: `api`, `contact_page`, `helpdesk`. */
  source: z.string().regex(/^[a-z0-9_-]{1,40}$/),
  /** What happened there, say a ticket: one invitation for each. */
  externalId: z.string().regex(/^[\w.:@/-]{1,120}$/),
  /** Minutes to wait before it is sent, at most 30 days. */
  delayMinutes: z.number().int().min(0).max(43_200).default(0),
  /** Sent even outside the hours in which mail is sent. */
  anyHour: z.boolean().default(false),
})

export type Invited = Pick<typeof invitations.$inferSelect, 'id' | 'state' | 'reason' | 'dueAt' | 'nextPossibleAt'> & {
  created: boolean
}

/**
 * Invites one person, now or after a delay, by the rules of a wave: who may not be asked is kept as skipped, who must
 * wait is held back until the next possible time, both with the reason. The same source and external id again give the same invitation.
 * @throws Conflict when the program is not live
 */
export async function inviteContact(ctx: Ctx, input: z.input<typeof inviteContactSchema>): Promise<Invited> {
  const given = inviteContactSchema.parse(input)
  return write(ctx, async (ctx) => {
    const [person] = await ctx.tx
      .select({ ...candidateColumns, ownerId: accounts.ownerId })
      .from(contacts)
      .leftJoin(accounts, eq(accounts.id, contacts.accountId))
      .where(eq(contacts.id, given.contactId))
    authorise(ctx, 'invitations.create', { ownerId: person?.ownerId })
    if (!person || person.state === 'erased') throw new NotFound()
    const [program] = await ctx.tx
      .select()
      .from(programs)
      .where(and(askedPrograms, eq(programs.id, given.programId)))
    if (!program?.currentVersionId) throw new NotFound()
    const occasion = `ext:${given.source}:${given.externalId}`
    const same = and(
      eq(invitations.programId, program.id),
      eq(invitations.respondentKey, given.contactId),
      eq(invitations.occasion, occasion),
    )
    const columns = {
      id: invitations.id,
      state: invitations.state,
      reason: invitations.reason,
      dueAt: invitations.dueAt,
      nextPossibleAt: invitations.nextPossibleAt,
    }
    const [known] = await ctx.tx.select(columns).from(invitations).where(same)
    if (known) return { ...known, created: false }
    if (program.state !== 'live') throw new Conflict('program_not_live')

    const at = ctx.now()
    const dueAt = at + given.delayMinutes * MINUTE
    const [made] = await ctx.tx
      .insert(invitations)
      .values({
        id: newId('inv', at),
        programId: program.id,
        versionId: program.currentVersionId,
        contactId: person.id,
        accountId: person.accountId,
        channel: ctx.actor.kind === 'key' ? 'api' : 'manual',
        occasion,
        respondentKey: person.id,
        state: 'planned',
        dueAt,
        expiresAt: dueAt + invitationLifetime,
        language: person.language ?? (await getOrganisation(ctx)).locale,
        gen: 1,
        isTest: false,
        anyHour: given.anyHour,
        createdAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: invitations.id })
    if (made) await queueInvitations(ctx, [made.id])
    const [stored] = await ctx.tx.select(columns).from(invitations).where(same)
    if (made) {
      await recordEvent(ctx, {
        type: 'delivery.contact_invited',
        subject: { kind: 'invitation', id: made.id },
        contactId: person.id,
        accountId: person.accountId,
        data: { programId: program.id, source: given.source, reason: stored!.reason },
      })
    }
    return { ...stored!, created: made !== undefined }
  })
}
