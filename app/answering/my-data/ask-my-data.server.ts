import { and, count, eq, gt } from 'drizzle-orm'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { DAY } from '#app/platform/day.ts'
import { rowLock } from '#db/lock.ts'
import { contacts } from '#db/schema/accounts.ts'
import { messages } from '#db/schema/email.ts'

/** Links that are mailed to one person within 24 hours. */
const mostADay = 3
export const myDataTemplate = 'answering.my-data'

const lockContact = rowLock(contacts, contacts.id)

/**
 * Mails a person the link to their data, to the address on file and no other, whatever else they wish to receive: they
 * asked for it. Whether there is such a person, an address or one mail too many is told to nobody.
 */
export async function askMyData(ctx: Ctx, contactId: string): Promise<void> {
  await write(ctx, async (ctx) => {
    await lockContact(ctx.tx, contactId)
    const [person] = await ctx.tx.select().from(contacts).where(eq(contacts.id, contactId))
    if (!person?.email || person.state === 'erased') return
    const at = ctx.now()
    const [lately] = await ctx.tx
      .select({ n: count() })
      .from(messages)
      .where(
        and(
          eq(messages.refKind, 'contact'),
          eq(messages.refId, contactId),
          eq(messages.template, myDataTemplate),
          gt(messages.createdAt, at - DAY),
        ),
      )
    if (lately!.n >= mostADay) return
    await enqueueMessage(ctx, {
      key: `me/${contactId}/${at}`,
      stream: 'staff', // goes out at once, and asks no wish: it is an answer, not a survey
      template: myDataTemplate,
      to: { email: person.email, contactId },
      ref: { kind: 'contact', id: contactId },
    })
    await recordEvent(ctx, {
      type: 'contacts.data_asked',
      subject: { kind: 'contact', id: contactId },
      contactId,
      accountId: person.accountId,
    })
  })
}
