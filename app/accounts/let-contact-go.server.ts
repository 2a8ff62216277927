import { and, eq } from 'drizzle-orm'
import { accountNamed } from '#app/accounts/account-links.server.ts'
import { contactId, contactSchema } from '#app/accounts/account.ts'
import { applyContact, type ContactRow } from '#app/accounts/contact-row.server.ts'
import type { LeavingForm } from '#app/accounts/leaving.ts'
import { emailAddress } from '#app/accounts/email-address.ts'
import { createContact, mayEdit, refuseTaken } from '#app/accounts/save-contact.server.ts'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/**
 * Writes that somebody has left, or moved to another account, and who takes over. A sponsor hands that on as well.
 * @throws Conflict when they have left already or were changed meanwhile, Invalid for a field
 */
export async function letContactGo(ctx: TxCtx, input: string, form: LeavingForm) {
  const row = await fetchContact(ctx, input)
  await mayEdit(ctx, row.accountId)
  if (row.state !== 'active') throw new Conflict('contact_left_already')
  if (row.updatedAt !== form.seenAt) throw new Conflict('changed_meanwhile')
  const before = { ...row }
  const at = Math.max(ctx.now(), row.updatedAt + 1)
  if (form.how === 'moved') await move(ctx, row, form, at)
  else applyContact(row, { state: 'left', leftOn: form.on }, undefined, { at, baseCurrency: '' })
  const successorId = await successorOf(ctx, before, form)
  row.successorId = successorId
  const [gone] = await ctx.tx
    .update(contacts)
    .set({
      state: row.state,
      leftOn: row.leftOn,
      successorId,
      accountId: row.accountId,
      email: row.email,
      emailKey: row.emailKey,
      searchKey: row.searchKey,
      updatedAt: at,
    })
    .where(and(eq(contacts.id, row.id), eq(contacts.updatedAt, form.seenAt)))
    .returning({ id: contacts.id })
  if (!gone) throw new Conflict('changed_meanwhile')
  const wasSponsor = await handOnSponsor(ctx, before, successorId)
  await recordEvent(ctx, {
    type: form.how === 'moved' ? 'contacts.moved' : 'contacts.left',
    subject: { kind: 'contact', id: row.id },
    contactId: row.id,
    accountId: before.accountId,
    data: { on: form.on, successorId, from: before.accountId, to: row.accountId },
  })
  return { name: row.name, accountId: before.accountId, successorId, wasSponsor }
}

/** Somebody who was said to have left is there after all; a sponsor is one again, unless somebody else was chosen since. */
export async function letContactReturn(ctx: Ctx, input: string, { sponsor }: { sponsor: boolean }): Promise<string> {
  return write(ctx, async (ctx) => {
    const row = await fetchContact(ctx, input)
    await mayEdit(ctx, row.accountId)
    const [back] = await ctx.tx
      .update(contacts)
      .set({ state: 'active', leftOn: null, successorId: null, updatedAt: Math.max(ctx.now(), row.updatedAt + 1) })
      .where(and(eq(contacts.id, row.id), eq(contacts.state, 'left')))
      .returning({ id: contacts.id })
    if (!back) throw new Conflict('changed_meanwhile')
    if (sponsor && row.accountId !== null) {
      const [account] = await ctx.tx.select().from(accounts).where(eq(accounts.id, row.accountId))
      if (account && account.sponsorId === row.successorId) await setSponsor(ctx, account, row.id)
    }
    await recordEvent(ctx, {
      type: 'contacts.returned',
      subject: { kind: 'contact', id: row.id },
      contactId: row.id,
      accountId: row.accountId,
    })
    return row.name
  })
}

async function fetchContact(ctx: TxCtx, input: string): Promise<ContactRow> {
  const id = contactId.safeParse(input)
  if (!id.success) throw new NotFound()
  const [row] = await ctx.tx.select().from(contacts).where(eq(contacts.id, id.data))
  if (!row || row.state === 'erased') throw new NotFound()
  return row
}

async function move(ctx: TxCtx, row: ContactRow, form: LeavingForm, at: number) {
  if (form.to === null) throw new Invalid('account_not_found', { to: 'account_not_found' })
  const to = await accountNamed(ctx, form.to, 'to')
  if (to.id === row.accountId) throw new Invalid('moved_nowhere', { to: 'moved_nowhere' })
  await mayEdit(ctx, to.id)
  const email = form.email === null ? undefined : emailAddress(form.email)
  if (email === null) throw new Invalid('email_invalid', { email: 'email_invalid' })
  applyContact(row, email === undefined ? {} : { email }, to.id, { at, baseCurrency: '' })
  await refuseTaken(ctx, row)
}

/** Who takes over: a colleague of the same account, or somebody new there. */
async function successorOf(ctx: TxCtx, row: ContactRow, form: LeavingForm): Promise<string | null> {
  if (form.successor === null) return null
  if (form.successor === 'new') {
    if (form.successorName === null) throw new Invalid('successor_name', { successorName: 'successor_name' })
    const { department, title, role, language, zone } = row
    const person = { name: form.successorName, email: form.successorEmail, accountId: row.accountId, department, title, role, language, zone } // prettier-ignore
    const given = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null))
    return createContact(ctx, contactSchema.parse(given)).catch((error) => {
      if (!(error instanceof Invalid)) throw error
      throw new Invalid(error.code, { successorEmail: error.code })
    })
  }
  const [person] = await ctx.tx.select().from(contacts).where(eq(contacts.id, form.successor))
  if (!person || person.id === row.id || person.state !== 'active' || person.accountId !== row.accountId)
    throw new Invalid('successor_unknown', { successor: 'successor_unknown' })
  return person.id
}

async function handOnSponsor(ctx: TxCtx, row: ContactRow, successorId: string | null): Promise<boolean> {
  if (row.accountId === null) return false
  const [account] = await ctx.tx.select().from(accounts).where(eq(accounts.id, row.accountId))
  if (account?.sponsorId !== row.id) return false
  await setSponsor(ctx, account, successorId)
  return true
}

const setSponsor = (ctx: TxCtx, account: { id: string; updatedAt: number }, sponsorId: string | null) =>
  ctx.tx
    .update(accounts)
    .set({ sponsorId, updatedAt: Math.max(ctx.now(), account.updatedAt + 1) })
    .where(eq(accounts.id, account.id))
