import { Body } from '@react-email/body'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { render } from '@react-email/render'
import { Text } from '@react-email/text'
import { eq } from 'drizzle-orm'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { rewardMailWords as words } from '#app/advocacy/rewards/mail-words.ts'
import { personToken } from '#app/advocacy/rewards/person-token.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { lineHeightOf } from '#app/platform/languages.ts'
import { isLocale, translator, type Locale } from '#app/platform/words.ts'
import { contacts } from '#db/schema/accounts.ts'

/** Whom a mail of thanks is to, in which language, and by whom. @throws NotFound */
export async function findReader(ctx: Ctx, contactId: string) {
  const [person] = await read(ctx)
    .select({ name: contacts.name, language: contacts.language })
    .from(contacts)
    .where(eq(contacts.id, contactId))
  if (!person) throw new NotFound()
  const { locale } = await getOrganisation(ctx)
  const language: Locale = isLocale(person.language) ? person.language : isLocale(locale) ? locale : 'en'
  return { contactId, name: person.name, language, company: (await getBrand(ctx)).name }
}
type Reader = Awaited<ReturnType<typeof findReader>>

/** A mail of some paragraphs, with the link to the reader's own page. `strong`: a paragraph that stands out, say a code. */
export async function renderParagraphs(
  ctx: Ctx,
  reader: Reader,
  { subject, paragraphs, strong }: { subject: string; paragraphs: string[]; strong?: number },
): Promise<Rendered> {
  const brand = await getBrand(ctx)
  const organisation = await getOrganisation(ctx)
  const { language } = reader
  const t = translator(language)
  const link = `${env.PUBLIC_URL}/mine/${personToken(ctx.keys, reader.contactId)}`
  const stop = `${link}?stop`
  const style = { margin: '0 0 16px', fontSize: '15px', lineHeight: lineHeightOf(language), maxWidth: '640px' }
  const loud = { ...style, fontSize: '20px', fontWeight: 600, fontFamily: 'ui-monospace, Menlo, Consolas, monospace' }
  const small = { ...style, fontSize: '12px', color: '#6b665e' }
  const imprint = [organisation.name, ...organisation.postalAddress.split('\n')].filter(Boolean)
  const html = await render(
    <Html lang={language}>
      <Head />
      <Body style={{ margin: 0, padding: '16px', backgroundColor: '#ffffff', color: '#1f1d1a', fontFamily }}>
        {paragraphs.map((paragraph, i) => (
          <Text key={i} style={i === strong ? loud : style}>
            {lines(paragraph)}
          </Text>
        ))}
        <Text style={style}>
          <a href={link} style={{ color: '#1f4fa3', fontWeight: 600 }}>
            {t(words.page)}
          </a>
        </Text>
        <Text style={small}>
          {lines(imprint.join('\n'))}
          <br />
          <a href={stop} style={{ color: '#6b665e' }}>
            {t(words.stop)}
          </a>
        </Text>
      </Body>
    </Html>,
  )
  return {
    fromName: brand.senderName,
    replyTo: brand.replyTo ?? undefined,
    subject,
    html,
    text: [...paragraphs, `${t(words.page)}: ${link}`, `--\n${imprint.join('\n')}`, `${t(words.stop)}: ${stop}`].join('\n\n') + '\n', // prettier-ignore
    // RFC 8058: mail programs offer a button that posts there without opening the page.
    headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

const lines = (text: string) => text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]))
const fontFamily = '-apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif'
