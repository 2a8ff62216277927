import { Body } from '@react-email/body'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { render } from '@react-email/render'
import { Text } from '@react-email/text'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { consentToken } from '#app/advocacy/company/consent-token.server.ts'
import { findCompanyConsent } from '#app/advocacy/company/list-company-consents.server.ts'
import { consentMailWords as words } from '#app/advocacy/company/mail-words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { lineHeightOf } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'

/** Mail template `advocacy.company-consent`: what was agreed to for the company, and the link by which it is withdrawn. */
export async function renderConsentMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const of = await findCompanyConsent(ctx, message.refId)
  if (!of?.person) throw new NotFound()
  const brand = await getBrand(ctx)
  const { name, postalAddress, zone } = await getOrganisation(ctx)
  const language = (of.spoken ?? of.language) === 'ja' ? 'ja' : 'en'
  const t = translator(language)
  const url = `${env.PUBLIC_URL}/c/${consentToken(ctx.keys, of.id)}`
  const style = { margin: '0 0 16px', fontSize: '15px', lineHeight: lineHeightOf(language), maxWidth: '640px' }
  const small = { ...style, fontSize: '12px', color: '#6b665e' }
  const imprint = [name, ...postalAddress.split('\n')].filter(Boolean)
  const hello = t(words.hello, { name: of.person })
  const lead = t(words.lead, { account: of.account, company: brand.name })
  const until =
    of.expiresAt === null ? t(words.open) : t(words.until, { date: formats(language, zone).date(of.expiresAt) })
  const html = await render(
    <Html lang={language}>
      <Head />
      <Body style={{ margin: 0, padding: '16px', backgroundColor: '#ffffff', color: '#1f1d1a', fontFamily }}>
        <Text style={style}>{hello}</Text>
        <Text style={style}>{lead}</Text>
        <div lang={of.language} style={{ borderLeft: '3px solid #8f897b', paddingLeft: '12px' }}>
          <Text style={style}>{lines(of.text)}</Text>
        </div>
        <Text style={style}>{until}</Text>
        <Text style={style}>
          <Link href={url}>{t(words.link)}</Link>
        </Text>
        <Text style={small}>{lines(imprint.join('\n'))}</Text>
      </Body>
    </Html>,
  )
  return {
    fromName: brand.senderName,
    replyTo: brand.replyTo ?? undefined,
    subject: t(words.subject, { company: brand.name }),
    html,
    text: `${[hello, lead, of.text.replace(/^/gm, '> '), until, `${t(words.link)}\n${url}`, imprint.join('\n')].join('\n\n')}\n`,
  }
}

const lines = (text: string) => text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]))
const fontFamily = '-apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif'
