import { and, desc, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { getFile } from '#app/platform/files.server.ts'
import { isId } from '#app/platform/id.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'
import { companyConsents } from '#db/schema/advocacy-consents.ts'

const most = 100

/** What a company agreed to, the newest first, ended ones too: at most 100. */
export async function listCompanyConsents(ctx: Ctx, accountId: string) {
  authorise(ctx, 'advocates.read')
  authorise(ctx, 'accounts.read')
  const rows = await read(ctx)
    .select({
      id: consents.id,
      kind: consents.askType,
      version: consents.textVersion,
      state: consents.state,
      at: consents.at,
      expiresAt: consents.expiresAt,
      endedAt: consents.endedAt,
      text: companyConsents.text,
      language: companyConsents.language,
      agreedBy: companyConsents.agreedBy,
      contactId: companyConsents.contactId,
      agreedOn: companyConsents.agreedOn,
      fileName: companyConsents.fileName,
      recordedBy: users.name,
    })
    .from(companyConsents)
    .innerJoin(consents, eq(consents.id, companyConsents.consentId))
    .leftJoin(users, eq(users.id, companyConsents.recordedBy))
    .where(eq(companyConsents.accountId, accountId))
    .orderBy(desc(consents.id))
    .limit(most)
  return rows.map((row) => ({ ...row, state: stateNow(row, ctx.now()) }))
}

export type CompanyConsent = Awaited<ReturnType<typeof listCompanyConsents>>[number]

/** What is over by now is over, whether or not the job has come by since. */
const stateNow = ({ state, expiresAt }: Pick<typeof consents.$inferSelect, 'state' | 'expiresAt'>, now: number) =>
  state === 'given' && expiresAt !== null && expiresAt <= now ? ('expired' as const) : state

/** The signed document of a consent, for who may see the account. @throws NotFound, Forbidden */
export async function getDocument(ctx: Ctx, { accountId, id }: { accountId: string; id: string }) {
  authorise(ctx, 'accounts.read')
  authorise(ctx, 'advocates.read')
  if (!isId(id) || !isId(accountId)) throw new NotFound()
  const [row] = await read(ctx)
    .select({ fileId: companyConsents.fileId, name: companyConsents.fileName })
    .from(companyConsents)
    .where(and(eq(companyConsents.consentId, id), eq(companyConsents.accountId, accountId)))
  const file = row?.fileId ? await getFile(read(ctx), row.fileId) : null
  if (!row?.fileId || file?.kind !== 'consent') throw new NotFound()
  return { fileId: row.fileId, name: row.name ?? file.name, mime: file.mime, bytes: file.bytes }
}

/** What a company agreed to by the id of the consent, for its page behind a link; null when there is none. Open to who has the link. */
export async function findCompanyConsent(ctx: Ctx, id: string) {
  const [row] = await read(ctx)
    .select({
      id: consents.id,
      kind: consents.askType,
      state: consents.state,
      expiresAt: consents.expiresAt,
      text: companyConsents.text,
      language: companyConsents.language,
      agreedOn: companyConsents.agreedOn,
      account: accounts.name,
      contactId: companyConsents.contactId,
      person: contacts.name,
      spoken: contacts.language,
    })
    .from(companyConsents)
    .innerJoin(consents, eq(consents.id, companyConsents.consentId))
    .innerJoin(accounts, eq(accounts.id, companyConsents.accountId))
    .leftJoin(contacts, eq(contacts.id, companyConsents.contactId))
    .where(eq(companyConsents.consentId, id))
  return row ? { ...row, state: stateNow(row, ctx.now()) } : null
}
