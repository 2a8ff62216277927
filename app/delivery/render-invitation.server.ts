import { eq, sql } from 'drizzle-orm'
import { getBrand, getOrganisation, type Brand, type Organisation } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { compileInvitation, type CompiledMail } from '#app/delivery/compile-invitation.server.ts'
import { greetingOf, greetingOfShared } from '#app/delivery/invitation-mail.ts'
import { invitationToken, unsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import { replyTo } from '#app/email/reply-to.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import type { Language } from '#app/platform/languages.ts'
import { getProgramByVersion } from '#app/surveys/get-program.server.ts'
import { wordingIn } from '#app/surveys/wordings.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { users } from '#db/schema/access.ts'
import { invitations } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'
import { statement } from '#db/statement.ts'

const find = statement((db) =>
  db
    .select({
      id: invitations.id,
      gen: invitations.gen,
      versionId: invitations.versionId,
      language: invitations.language,
      isTest: invitations.isTest,
      brandId: programs.brandId,
      contactName: contacts.name,
      isShared: contacts.isShared,
      accountName: accounts.name,
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(invitations.id, sql.placeholder('id'))),
)
const findUser = statement((db) =>
  db
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, sql.placeholder('id'))),
)

/** Mail template `invitation`: links are made anew from the invitation, since no message keeps a secret. */
export async function renderInvitation(ctx: Ctx, message: Message): Promise<Rendered> {
  const [row] = await find(read(ctx), { id: message.refId })
  if (!row) throw new Error(`the invitation ${message.refId} is gone`)
  const brand = await getBrand(ctx, row.brandId)
  const mail = await compiledFor(ctx, { ...row, brand, organisation: await getOrganisation(ctx) })
  const name =
    row.contactName ?? (message.userId ? (await findUser(read(ctx), { id: message.userId }))[0]?.name : null) ?? ''
  const unsubscribe = `${env.PUBLIC_URL}/u/${unsubscribeToken(ctx.keys, row)}`
  const slots = {
    greeting: row.isShared ? greetingOfShared(mail.language, row.accountName) : greetingOf(mail.language, name),
    link: `${env.PUBLIC_URL}/s/${invitationToken(ctx.keys, row)}`,
    unsubscribe,
  }
  return {
    fromName: brand.senderName,
    replyTo: replyTo(ctx, { kind: 'invitation', id: row.id }, brand.replyTo),
    subject: mail.subject,
    html: mail.html(slots),
    text: mail.text(slots),
    // RFC 8058: mail programs offer a button that posts there without opening the page.
    headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

interface Look {
  versionId: string
  language: Language
  isTest: boolean
  brand: Brand
  organisation: Organisation
}

const compiled = new Map<string, CompiledMail>()
const most = 100

/**
 * The template of a version in a language, compiled again when brand or organisation look different. Where the version
 * doesn't speak the language, the whole mail is in English.
 */
export async function compiledFor(ctx: Ctx, look: Look): Promise<CompiledMail> {
  const { brand, organisation, versionId, language, isTest } = look
  const key = JSON.stringify([
    versionId,
    language,
    isTest,
    brand,
    organisation.name,
    organisation.postalAddress,
    organisation.privacyUrl,
  ])
  let mail = compiled.get(key)
  if (!mail) {
    const found = await getProgramByVersion(ctx, versionId)
    if (!found) throw new Error(`the version ${versionId} is gone`)
    if (compiled.size >= most) compiled.clear()
    const { metric } = found.program
    const wordings = found.version.content.wording
    const locale = wordings[language] ? language : 'en'
    const wording = wordingIn(wordings, locale)
    const logoUrl = brand.logoFileId ? `${env.PUBLIC_URL}/files/${brand.logoFileId}` : null
    compiled.set(key, (mail = compileInvitation({ locale, metric, wording, brand, logoUrl, organisation, isTest })))
  }
  return mail
}
