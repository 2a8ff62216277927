import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { own } from '#app/voices/save-voice.server.ts'
import { classes } from '#db/enums/statistics.ts'
import { contacts } from '#db/schema/accounts.ts'
import { voices } from '#db/schema/voices.ts'

/** What a colleague adds to a customer's reply; its words are the customer's. */
export const replySorting = z.object({
  contactId: z.string().refine(isId).optional(),
  feeling: z.enum(classes).optional(),
})

/**
 * Says who wrote a reply that came from another address, and how it sounds. `seenAt`: its `updated_at` when the form
 * was opened. @throws Conflict when somebody changed it since; Invalid `voice_person`
 */
export async function sortReply(
  ctx: Ctx,
  { id, seenAt }: { id: string; seenAt: number },
  input: z.input<typeof replySorting>,
): Promise<void> {
  const given = replySorting.parse(input)
  await write(ctx, async (ctx) => {
    const before = await own(ctx, id)
    if (before.deletedAt !== null || before.source !== 'reply') throw new NotFound()
    const set = { contactId: given.contactId ?? null, feeling: given.feeling ?? null }
    if (set.contactId) await checkPerson(ctx, set.contactId, before.accountId)
    const [changed] = await ctx.tx
      .update(voices)
      .set({ ...set, updatedAt: Math.max(ctx.now(), before.updatedAt + 1) })
      .where(and(eq(voices.id, id), eq(voices.updatedAt, seenAt)))
      .returning({ id: voices.id })
    if (!changed) throw new Conflict('changed_meanwhile')
    await recordEvent(ctx, {
      type: 'voices.sorted',
      subject: { kind: 'voice', id },
      accountId: before.accountId,
      contactId: set.contactId,
      data: { from: before.contactId, feeling: set.feeling },
    })
  })
}

async function checkPerson(ctx: TxCtx, contactId: string, accountId: string | null) {
  const [person] = await ctx.tx
    .select({ accountId: contacts.accountId })
    .from(contacts)
    .where(and(eq(contacts.id, contactId), ne(contacts.state, 'erased')))
  if (!person || person.accountId !== accountId) throw new Invalid('voice_person', { contactId: 'voice_person' })
}
