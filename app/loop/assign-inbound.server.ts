import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { accountNamed } from '#app/accounts/account-links.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { judgeInbound } from '#app/email/inbound.ts'
import { findInbound, settleInbound } from '#app/email/settle-inbound.server.ts'
import { takeReply } from '#app/loop/read-inbound.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { emailKey } from '#app/platform/text.ts'
import { contacts } from '#db/schema/accounts.ts'

export const assignForm = z.object({
  id: z.string().min(1).max(64),
  /** Name or id of an account. */
  account: z.string().trim().min(1).max(200),
})

/**
 * Somebody says whose a mail is that fitted nobody: it becomes a reply of that account, of the person whose address it
 * came from when the account has one. @throws NotFound when it is taken or gone; Invalid `account_not_found`
 */
export async function assignInbound(ctx: Ctx, input: z.input<typeof assignForm>): Promise<{ voiceId: string }> {
  const { id, account: named } = assignForm.parse(input)
  authorise(ctx, 'inbound.read')
  return write(ctx, async (ctx) => {
    const row = await findInbound(ctx, id)
    if (!row || row.text === null) throw new NotFound()
    const account = await accountNamed(ctx, named, 'account')
    if (!(await settleInbound(ctx, { id, from: row.state }, { state: 'taken' }))) throw new NotFound()
    const sender = row.sender ?? ''
    const [person] = await ctx.tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(
        and(eq(contacts.emailKey, emailKey(sender)), eq(contacts.accountId, account.id), ne(contacts.state, 'erased')),
      )
    const read = judgeInbound({ from: sender, to: [], subject: '', text: row.text, headers: {}, attachments: [] })
    const words = read.words || row.text
    const voiceId = await takeReply(ctx, {
      subject: { accountId: account.id, contactId: person?.id ?? null, invitationId: null, caseId: null },
      sender: sender || null,
      words,
      whole: read.kind === 'reply' ? read.whole : null,
      at: row.at,
    })
    return { voiceId }
  })
}
