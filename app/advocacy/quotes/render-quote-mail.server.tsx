import { Body } from '@react-email/body'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { render } from '@react-email/render'
import { Text } from '@react-email/text'
import type { CSSProperties } from 'react'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { findQuote } from '#app/advocacy/quotes/get-quote.server.ts'
import { nobody } from '#app/advocacy/quotes/list-published.server.ts'
import { shownByline, signature } from '#app/advocacy/quotes/quote.ts'
import { quoteToken } from '#app/advocacy/quotes/quote-token.server.ts'
import { publicWords, quoteMailWords as words } from '#app/advocacy/quotes/words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { directionOf, lineHeightOf } from '#app/platform/languages.ts'
import { isLocale, translator } from '#app/platform/words.ts'

/** Mail template `advocacy.quote`: what would be published, and the link to approve it, to correct it or to say no. */
export async function renderQuoteMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const found = await findQuote(ctx, message.refId)
  if (!found) throw new NotFound()
  const { quote, person } = found
  const { name: organisation, postalAddress, locale } = await getOrganisation(ctx)
  const brand = await getBrand(ctx)
  const language = isLocale(person.language) ? person.language : isLocale(locale) ? locale : 'en'
  const t = translator(language)
  const token = quoteToken(ctx.keys, { id: quote.id, generation: Number(message.payload.generation) })
  const url = `${env.PUBLIC_URL}/q/${token}`
  const company = brand.name
  const by =
    signature(shownByline(quote.byline ?? nobody, quote.attribution), quote.language) ?? t(publicWords.customer)
  const [hello, lead, link, note] = [
    t(words.hello, { name: person.name }),
    t(words.lead, { company }),
    t(words.link),
    t(words.note),
  ]
  const label = quote.rewarded ? t(publicWords.rewarded) : null
  const imprint = [organisation, ...postalAddress.split('\n')].filter(Boolean)
  const paragraph: CSSProperties = { margin: '0 0 16px', fontSize: '15px', lineHeight: lineHeightOf(language), maxWidth: '640px' } // prettier-ignore
  const html = await render(
    <Html lang={language} dir={directionOf(language)}>
      <Head />
      <Body style={{ margin: 0, padding: '16px', backgroundColor: '#ffffff', color: '#1f1d1a', fontFamily }}>
        <Text style={paragraph}>{hello}</Text>
        <Text style={paragraph}>{lead}</Text>
        <div lang={quote.language} style={{ borderLeft: '3px solid #8f897b', paddingLeft: '12px' }}>
          <Text style={paragraph}>{lines(quote.text)}</Text>
          <Text style={paragraph}>{by}</Text>
          {label ? <Text style={small}>{label}</Text> : null}
        </div>
        <Text style={paragraph}>
          <Link href={url}>{link}</Link>
        </Text>
        <Text style={paragraph}>{note}</Text>
        <Text style={small}>{lines(imprint.join('\n'))}</Text>
      </Body>
    </Html>,
  )
  const quoted = [quote.text, by, label].filter(Boolean).join('\n').replace(/^/gm, '> ')
  return {
    fromName: brand.senderName,
    replyTo: brand.replyTo ?? undefined,
    subject: t(words.subject, { company }),
    html,
    text: [hello, lead, quoted, `${link}\n${url}`, note, imprint.join('\n')].join('\n\n') + '\n',
  }
}

const lines = (text: string) => text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]))
const small: CSSProperties = { margin: '0 0 16px', fontSize: '13px', lineHeight: 1.6, color: '#5d584c' }
const fontFamily = '-apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif'
