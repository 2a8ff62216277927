import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { preferences } from '#db/schema/delivery.ts'
import { preferenceChoices } from '#db/enums/delivery.ts'

export const setPreferenceSchema = z.object({
  contactId: z.string().max(60),
  /** `all`, `program:<id>`, `asks` or `news`. */
  scope: z.string().regex(/^(all|asks|news|program:prg_[0-9a-z]{1,50})$/),
  /** `off`: none; `half`: half as many; null: as before. */
  choice: z.enum(preferenceChoices).nullable(),
  /** Where the wish was said: `unsubscribe`, `one_click`, `staff`, `import`, `api`. */
  source: z.string().regex(/^[a-z_]{1,30}$/),
})

/**
 * Keeps what a person wishes to receive. A customer sets their own through their link; staff for the people they may
 * edit. Saying the same again writes nothing.
 * @returns the choice that stood before
 */
export async function setPreference(ctx: Ctx, input: z.input<typeof setPreferenceSchema>) {
  const { contactId, scope, choice, source } = setPreferenceSchema.parse(input)
  return write(ctx, async (ctx) => {
    const [person] = await ctx.tx
      .select({ accountId: contacts.accountId, ownerId: accounts.ownerId })
      .from(contacts)
      .leftJoin(accounts, eq(accounts.id, contacts.accountId))
      .where(eq(contacts.id, contactId))
    if (ctx.actor.kind === 'contact') {
      authorise(ctx, 'answer.give')
      if (ctx.actor.id !== contactId) throw new Forbidden()
    } else authorise(ctx, 'contacts.edit', { ownerId: person?.ownerId })
    if (!person) throw new NotFound()

    const mine = and(eq(preferences.contactId, contactId), eq(preferences.scope, scope))
    const [before] = await ctx.tx.select({ choice: preferences.choice }).from(preferences).where(mine)
    const was = before?.choice ?? null
    if (was === choice) return { before: was }
    if (choice === null) await ctx.tx.delete(preferences).where(mine)
    else {
      const at = ctx.now()
      await ctx.tx
        .insert(preferences)
        .values({ contactId, scope, choice, at, source })
        .onConflictDoUpdate({ target: [preferences.contactId, preferences.scope], set: { choice, at, source } })
    }
    await recordEvent(ctx, {
      type: 'delivery.preference_set',
      subject: { kind: 'contact', id: contactId },
      contactId,
      accountId: person.accountId,
      data: { scope, choice, before: was, source },
    })
    return { before: was }
  })
}
