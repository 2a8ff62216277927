import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { contactSchema } from '#app/accounts/account.ts'
import { applyContact } from '#app/accounts/contact-row.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { languages } from '#app/platform/languages.ts'
import { cleanText } from '#app/platform/text.ts'
import { contacts } from '#db/schema/accounts.ts'

const schema = z.object({
  contactId: z.string().max(60),
  /** Their `updated_at` when the page was made. */
  seenAt: z.number().int(),
  name: z.string(),
  language: z.enum(languages).nullable(),
})

/**
 * A person sets right what they are called and which language they read, by the link to their own data.
 * @throws Invalid for the name; Conflict when somebody changed them since
 */
export async function correctOwnDetails(ctx: Ctx, input: z.input<typeof schema>): Promise<void> {
  const read = schema.safeParse(input)
  const name = contactSchema.shape.name.safeParse(cleanText(input.name)?.replace(/\s+/g, ' '))
  if (!read.success || !name.success) throw new Invalid('invalid', { name: 'invalid' })
  const { contactId, seenAt, language } = read.data
  authorise(ctx, 'answer.give')
  if (ctx.actor.id !== contactId) throw new Forbidden()
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx.select().from(contacts).where(eq(contacts.id, contactId))
    if (!row || row.state === 'erased') throw new NotFound()
    if (row.updatedAt !== seenAt) throw new Conflict('changed_meanwhile')
    const before = { ...row }
    const at = Math.max(ctx.now(), row.updatedAt + 1)
    const said = { name: name.data, ...(language !== null && { language }) }
    if (!applyContact(row, said, undefined, { at, baseCurrency: '' })) return
    const [saved] = await ctx.tx
      .update(contacts)
      .set({
        name: row.name,
        nameKey: row.nameKey,
        searchKey: row.searchKey,
        sortKey: row.sortKey,
        language: row.language,
        updatedAt: at,
      }) // prettier-ignore
      .where(and(eq(contacts.id, contactId), eq(contacts.updatedAt, seenAt)))
      .returning({ id: contacts.id })
    if (!saved) throw new Conflict('changed_meanwhile')
    const fields = (['name', 'language'] as const).filter((key) => row[key] !== before[key])
    await recordEvent(ctx, {
      type: 'contacts.changed',
      subject: { kind: 'contact', id: contactId },
      contactId,
      accountId: row.accountId,
      data: { fields, by: 'me' },
    })
  })
}
