import { Body } from '@react-email/body'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { render } from '@react-email/render'
import { Text } from '@react-email/text'
import { eq } from 'drizzle-orm'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { openCodeOf } from '#app/advocacy/asking/give-referral-link.server.ts'
import { linkMailWords as words } from '#app/advocacy/asking/mail-words.ts'
import { askToken } from '#app/advocacy/asking/ask-token.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { lineHeightOf } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** Mail template `advocacy.referral-link`: the personal link of who said yes to recommending us, with words to forward. */
export async function renderLinkMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const [ask] = await read(ctx)
    .select({
      id: asks.id,
      contactId: asks.contactId,
      language: asks.language,
      person: contacts.name,
      spoken: contacts.language,
    }) // prettier-ignore
    .from(asks)
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .where(eq(asks.id, message.refId))
  const code = ask && (await openCodeOf(ctx, ask.contactId))
  if (!ask || !code) throw new NotFound()
  const brand = await getBrand(ctx)
  const { name, postalAddress } = await getOrganisation(ctx)
  const language = (ask.spoken ?? ask.language) === 'ja' ? 'ja' : 'en'
  const t = translator(language)
  const link = `${env.PUBLIC_URL}/r/${code}`
  const stop = `${env.PUBLIC_URL}/ask/${askToken(ctx.keys, ask.id)}`
  const company = brand.name
  const style = { margin: '0 0 16px', fontSize: '15px', lineHeight: lineHeightOf(language), maxWidth: '640px' }
  const small = { ...style, fontSize: '12px', color: '#6b665e' }
  const imprint = [name, ...postalAddress.split('\n')].filter(Boolean)
  const parts = [t(words.hello, { name: ask.person }), t(words.thanks, { company }), t(words.yours)]
  const forward = t(words.forward, { company })
  const html = await render(
    <Html lang={language}>
      <Head />
      <Body style={{ margin: 0, padding: '16px', backgroundColor: '#ffffff', color: '#1f1d1a', fontFamily }}>
        {parts.map((part) => (
          <Text key={part} style={style}>
            {part}
          </Text>
        ))}
        <Text style={style}>
          <Link href={link}>{link}</Link>
        </Text>
        <Text style={style}>{t(words.forwardLead)}</Text>
        <div style={{ borderLeft: '3px solid #8f897b', paddingLeft: '12px' }}>
          <Text style={style}>
            {forward}
            <br />
            {link}
          </Text>
        </div>
        <Text style={small}>
          {t(words.change)} <Link href={stop}>{t(words.changeLink)}</Link>
          <br />
          {imprint.flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]))}
        </Text>
      </Body>
    </Html>,
  )
  const text = [
    ...parts,
    link,
    t(words.forwardLead),
    `${forward}\n${link}`.replace(/^/gm, '> '),
    `${t(words.change)} ${t(words.changeLink)}: ${stop}`,
    imprint.join('\n'),
  ].join('\n\n')
  return {
    fromName: brand.senderName,
    replyTo: brand.replyTo ?? undefined,
    subject: t(words.subject, { company }),
    html,
    text: `${text}\n`,
  }
}

const fontFamily = '-apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif'
