import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { endConsent } from '#app/advocacy/give-consents.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { askKinds } from '#db/enums/advocacy.ts'
import { contacts } from '#db/schema/accounts.ts'

export const withdrawInput = z.object({ contactId: z.string().max(64), kind: z.enum(askKinds) })

/**
 * A colleague notes that a person takes back what they agreed to, as they said by telephone or mail.
 * @throws NotFound, Conflict `consent_gone` when nothing of the kind is given any more
 */
export async function withdrawConsent(ctx: Ctx, input: z.input<typeof withdrawInput>): Promise<void> {
  const { contactId, kind } = withdrawInput.parse(input)
  authorise(ctx, 'advocates.edit')
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
