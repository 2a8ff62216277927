import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { contactId } from '#app/accounts/account.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { cleanText } from '#app/platform/text.ts'
import { vetoReasons } from '#db/enums/delivery.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { waveChoices, waves } from '#db/schema/delivery.ts'

export const choiceSchema = z.object({
  contactId,
  /** `none` takes a choice back. */
  choice: z.enum(['exclude', 'add', 'none']),
  reason: z.enum(vetoReasons).optional(),
  note: z
    .string()
    .max(300)
    .optional()
    .transform((text) => (text ? cleanText(text) : null)),
})

/**
 * Keeps somebody out of a scheduled wave, with a reason, or adds somebody whom its audience doesn't mean: the rules of
 * delivery still hold for them. Until the wave starts.
 * @throws Conflict when it has started
 */
export async function chooseForWave(ctx: Ctx, waveId: string, input: z.input<typeof choiceSchema>): Promise<string> {
  const given = choiceSchema.parse(input)
  if (given.choice === 'exclude' && !given.reason) throw new Invalid('veto_reason', { reason: 'veto_reason' })
  return write(ctx, async (ctx) => {
    const [person] = await ctx.tx
      .select({ name: contacts.name, state: contacts.state, accountId: contacts.accountId, ownerId: accounts.ownerId })
      .from(contacts)
      .leftJoin(accounts, eq(accounts.id, contacts.accountId))
      .where(eq(contacts.id, given.contactId))
    authorise(ctx, 'invitations.create', { ownerId: person?.ownerId })
    if (!person || person.state === 'erased') throw new NotFound()
    // Nothing changes, and yet the row is this transaction's: the start of the wave comes before or after, never between.
    const [wave] = await ctx.tx
      .update(waves)
      .set({ state: 'scheduled' })
      .where(and(eq(waves.id, waveId), eq(waves.state, 'scheduled')))
      .returning({ id: waves.id })
    if (!wave) throw new Conflict('wave_started')
    const ofPerson = and(eq(waveChoices.waveId, waveId), eq(waveChoices.contactId, given.contactId))
    if (given.choice === 'none') await ctx.tx.delete(waveChoices).where(ofPerson)
    else {
      const veto = given.choice === 'exclude'
      const values = {
        choice: given.choice,
        reason: veto ? given.reason! : null,
        note: veto ? given.note : null,
        chosenBy: ctx.actor.id ?? ctx.actor.kind,
        at: ctx.now(),
      }
      await ctx.tx
        .insert(waveChoices)
        .values({ waveId, contactId: given.contactId, ...values })
        .onConflictDoUpdate({ target: [waveChoices.waveId, waveChoices.contactId], set: values })
    }
    const types = {
      exclude: 'delivery.person_left_out',
      add: 'delivery.person_added',
      none: 'delivery.choice_taken_back',
    }
    await recordEvent(ctx, {
      type: types[given.choice],
      subject: { kind: 'wave', id: waveId },
      accountId: person.accountId,
      contactId: given.contactId,
      data: given.reason ? { reason: given.reason } : {},
    })
    return person.name
  })
}
