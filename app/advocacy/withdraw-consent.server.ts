import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { endConsent } from '#app/advocacy/give-consents.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { askKinds } from '#db/enums/advocacy.ts'
import { contacts } from '#db/schema/accounts.ts'

export const withdrawInput = z.object({ contactId: z.string().max(64), kind: z.enum(askKinds) })

/**
 * A person takes back what they agreed to, on their own page, or a colleague notes that they said so by telephone or mail.
 * @throws NotFound, Conflict `consent_gone` when nothing of the kind is given any more
 */
export async function withdrawConsent(ctx: Ctx, input: z.input<typeof withdrawInput>): Promise<void> {
  const { contactId, kind } = withdrawInput.parse(input)
  authoriseFor(ctx, contactId)
  await write(ctx, async (ctx) => {
    const [person] = await ctx.tx
      .select({ accountId: contacts.accountId })
      .from(contacts)
      .where(eq(contacts.id, contactId))
    if (!person) throw new NotFound()
    if (!(await endConsent(ctx, `con:${contactId}`, kind))) throw new Conflict('consent_gone')
    await recordEvent(ctx, {
      type: 'advocacy.consent_withdrawn',
      subject: { kind: 'advocate', id: contactId },
      accountId: person.accountId,
      contactId,
      data: { kind },
    })
  })
}

/** A colleague, or the person themselves. */
function authoriseFor(ctx: Ctx, contactId: string) {
  if (ctx.actor.kind !== 'contact') return authorise(ctx, 'advocates.edit')
  authorise(ctx, 'answer.give')
  if (ctx.actor.id !== contactId) throw new Forbidden()
}
