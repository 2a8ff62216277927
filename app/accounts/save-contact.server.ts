import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { contactId, type contactSchema } from '#app/accounts/account.ts'
import { applyContact, newContact, type ContactRow } from '#app/accounts/contact-row.server.ts'
import { emailAddress } from '#app/accounts/email-address.ts'
import type { ContactInput } from '#app/accounts/import/fields.ts'
import { fetchAccount, ownership } from '#app/accounts/save-account.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { emailKey } from '#app/platform/text.ts'
import { contacts } from '#db/schema/accounts.ts'

export type ContactForm = z.output<typeof contactSchema>

/** Adds a person by hand. Returns their id. @throws Invalid when the address or the id is somebody else's */
export async function createContact(ctx: Ctx, form: ContactForm): Promise<string> {
  authorise(ctx, 'contacts.edit')
  const input = inputOf(form)
  return write(ctx, async (ctx) => {
    await mayEdit(ctx, form.accountId)
    const row = newContact(input, form.accountId, { at: ctx.now(), baseCurrency: '' })
    await refuseTaken(ctx, row)
    await ctx.tx.insert(contacts).values(row)
    await recordEvent(ctx, {
      type: 'contacts.created',
      subject: { kind: 'contact', id: row.id },
      contactId: row.id,
      accountId: row.accountId,
    })
    return row.id
  })
}

/** Changes a person by hand. `seenAt`: their `updated_at` when the form was opened. @throws Conflict when somebody changed them since */
export async function editContact(
  ctx: Ctx,
  { id, seenAt }: { id: string; seenAt: number },
  form: ContactForm,
): Promise<void> {
  const input = inputOf(form)
  await write(ctx, async (ctx) => {
    const [row] = await ctx.tx
      .select()
      .from(contacts)
      .where(eq(contacts.id, contactId.parse(id)))
    if (!row || row.state === 'erased') throw new NotFound()
    await mayEdit(ctx, row.accountId)
    if (form.accountId !== row.accountId) await mayEdit(ctx, form.accountId)
    if (row.updatedAt !== seenAt) throw new Conflict('changed_meanwhile')
    const before = { ...row }
    if (!applyContact(row, input, form.accountId, { at: Math.max(ctx.now(), before.updatedAt + 1), baseCurrency: '' }))
      return
    await refuseTaken(ctx, row)
    const { lastInvitedAt: _i, lastAnsweredAt: _a, lastClass: _c, ...own } = row
    const [saved] = await ctx.tx
      .update(contacts)
      .set(own)
      .where(and(eq(contacts.id, row.id), eq(contacts.updatedAt, before.updatedAt)))
      .returning({ id: contacts.id })
    if (!saved) throw new Conflict('changed_meanwhile')
    const fields = Object.keys(own).filter(
      (key) => key !== 'updatedAt' && row[key as keyof ContactRow] !== before[key as keyof ContactRow],
    )
    await recordEvent(ctx, {
      type: 'contacts.changed',
      subject: { kind: 'contact', id: row.id },
      contactId: row.id,
      accountId: row.accountId,
      data: { fields },
    })
  })
}

/** A person may be edited by who may edit for the owner of their account. */
export async function mayEdit(ctx: TxCtx, accountId: string | null) {
  const account = accountId === null ? null : await fetchAccount(ctx, accountId)
  authorise(ctx, 'contacts.edit', account ? await ownership(ctx, account) : {})
}

function inputOf({ accountId: _, ...form }: ContactForm): ContactInput {
  const email = form.email === null ? null : emailAddress(form.email)
  if (form.email !== null && email === null) throw new Invalid('email_invalid', { email: 'email_invalid' })
  return { ...form, email: email as string, externalId: form.externalId as string }
}

/** An address and an id belong to one person. @throws Invalid */
export async function refuseTaken(ctx: TxCtx, row: ContactRow) {
  const other = async (where: ReturnType<typeof eq>) => {
    const [found] = await ctx.tx.select({ id: contacts.id }).from(contacts).where(where)
    return found !== undefined && found.id !== row.id
  }
  if (row.email !== null && (await other(eq(contacts.emailKey, emailKey(row.email)))))
    throw new Invalid('email_taken', { email: 'email_taken' })
  if (row.externalId !== null && (await other(eq(contacts.externalId, row.externalId))))
    throw new Invalid('contact_id_taken', { externalId: 'contact_id_taken' })
}
