import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { companyConsentForm } from '#app/advocacy/company/company-consent-form.ts'
import { companyText, companyVersion } from '#app/advocacy/company/company-texts.ts'
import { readDocument } from '#app/advocacy/company/document.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { dayEnd, dayOf, startOfDay } from '#app/platform/calendar.ts'
import { dayOfIso, isoOfDay, DAY } from '#app/platform/day.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { keepFile, saveStream } from '#app/platform/files.server.ts'
import { isId } from '#app/platform/id.ts'
import { newId } from '#app/platform/ids.server.ts'
import { rowLock } from '#db/lock.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'
import { companyConsents } from '#db/schema/advocacy-consents.ts'

export type GivenConsent = z.input<typeof companyConsentForm> & {
  accountId: string
  /** The signed one; null: it was said, or lies elsewhere. */
  document?: { name: string; content: Uint8Array } | null
}

const lockAccount = rowLock(accounts, accounts.id)

/**
 * A colleague keeps what a company agreed to, in its very words, with who said so and what they signed. What was agreed to of
 * the same kind before is replaced: one holds at a time.
 * @throws NotFound; Invalid naming the field: a document that is none, a day that can't be, nobody who agreed
 */
export async function giveCompanyConsent(ctx: Ctx, given: GivenConsent): Promise<{ id: string; told: boolean }> {
  const { accountId, document = null, ...typed } = given
  const form = companyConsentForm.parse(typed)
  authorise(ctx, 'advocates.edit')
  if (!isId(accountId)) throw new NotFound()
  const ends = await daysOf(ctx, form)
  const file = await store(ctx, document)
  return write(ctx, async (ctx) => {
    await lockAccount(ctx.tx, accountId)
    const [account] = await ctx.tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId))
    if (!account) throw new NotFound()
    const person = await personOf(ctx, accountId, form.contactId)
    const agreedBy = person?.name ?? form.agreedBy
    if (!agreedBy) throw new Invalid('consent_who', { agreedBy: 'consent_who' })
    const names = { company: (await getBrand(ctx)).name, account: account.name }
    const standard = companyText(form.kind, form.language, names)
    const text = form.text || standard
    const now = ctx.now()
    const [id, party] = [newId('cst', now), `acc:${accountId}`]
    const [before] = await ctx.tx
      .update(consents)
      .set({ state: 'replaced', endedAt: now })
      .where(and(eq(consents.party, party), eq(consents.askType, form.kind), eq(consents.state, 'given')))
      .returning({ id: consents.id })
    const version = companyVersion(form.language, text !== standard)
    const row = { id, party, askType: form.kind, textVersion: version, state: 'given', source: 'staff' } as const
    await ctx.tx.insert(consents).values({ ...row, at: now, expiresAt: ends })
    if (file) await keepFile(ctx.tx, file.fileId)
    await ctx.tx.insert(companyConsents).values({
      consentId: id,
      accountId,
      text,
      language: form.language,
      agreedBy,
      contactId: person?.id ?? null,
      agreedOn: form.agreedOn,
      fileId: file?.fileId ?? null,
      fileName: file?.name ?? null,
      recordedBy: ctx.actor.id ?? ctx.actor.kind,
    })
    await recordEvent(ctx, {
      type: 'advocacy.company_consent_given',
      subject: { kind: 'account', id: accountId },
      accountId,
      data: { kind: form.kind, text: version, signed: file !== null, ...(before && { replaces: before.id }) },
    })
    const told = form.tell && person?.email != null
    if (told) await tell(ctx, id, person)
    return { id, told }
  })
}

/** When it ends, if it does. A day counts to its end where the organisation is. */
async function daysOf(ctx: Ctx, { agreedOn, expiresOn }: z.output<typeof companyConsentForm>): Promise<number | null> {
  const { zone } = await getOrganisation(ctx)
  const today = isoOfDay(dayOf(ctx.now(), zone))
  if (agreedOn > today) throw new Invalid('consent_day', { agreedOn: 'consent_day' })
  if (expiresOn === undefined) return null
  if (expiresOn < today) throw new Invalid('consent_over', { expiresOn: 'consent_over' })
  return dayEnd(startOfDay(dayOfIso(expiresOn)!, zone), zone)
}

/** Before the change that it belongs to, in short writes: until that keeps it, it carries an expiry of a day. */
async function store(ctx: Ctx, document: GivenConsent['document']) {
  if (!document) return null
  const read = readDocument(document)
  if ('fault' in read) throw new Invalid(read.fault, { document: read.fault })
  const at = ctx.now()
  const file = { kind: 'consent', name: read.name, mime: read.mime, at, expiresAt: at + DAY }
  const { id } = await saveStream(ctx.store, file, pieces(document.content), { maxBytes: document.content.byteLength })
  return { fileId: id, name: read.name }
}

async function* pieces(content: Uint8Array) {
  yield content
}

async function personOf({ tx }: TxCtx, accountId: string, contactId: string | undefined) {
  if (!contactId) return null
  const [row] = await tx
    .select({ id: contacts.id, name: contacts.name, email: contacts.email })
    .from(contacts)
    .where(and(eq(contacts.id, contactId), eq(contacts.accountId, accountId), eq(contacts.state, 'active')))
  if (!row) throw new Invalid('consent_who', { contactId: 'consent_who' })
  return row
}

const tell = (ctx: TxCtx, consentId: string, { id, email }: { id: string; email: string | null }) =>
  enqueueMessage(ctx, {
    key: `consent/${consentId}`,
    stream: 'ask',
    template: 'advocacy.company-consent',
    payload: {},
    to: { email: email!, contactId: id },
    ref: { kind: 'consent', id: consentId },
  })
