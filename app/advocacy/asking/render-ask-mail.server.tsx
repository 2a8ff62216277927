import { Body } from '@react-email/body'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { render } from '@react-email/render'
import { Text } from '@react-email/text'
import { eq } from 'drizzle-orm'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { askToken } from '#app/advocacy/asking/ask-token.server.ts'
import { askMailWords as words } from '#app/advocacy/asking/mail-words.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { lineHeightOf } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { users } from '#db/schema/access.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** Mail template `advocacy.ask`: what a colleague wrote, as they wrote it, with the link to one's answer. */
export async function renderAskMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const [ask] = await read(ctx)
    .select({
      id: asks.id,
      subject: asks.subject,
      body: asks.body,
      language: asks.language,
      sender: users.name,
      senderEmail: users.email,
    })
    .from(asks)
    .leftJoin(users, eq(users.id, asks.holderId))
    .where(eq(asks.id, message.refId))
  if (!ask?.subject || !ask.body) throw new NotFound()
  const brand = await getBrand(ctx)
  const organisation = await getOrganisation(ctx)
  const language = ask.language === 'ja' ? 'ja' : 'en'
  const t = translator(language)
  const link = `${env.PUBLIC_URL}/ask/${askToken(ctx.keys, ask.id)}`
  const stop = `${link}?stop`
  const subject = message.payload.turn === 'reminder' ? t(words.again, { subject: ask.subject }) : ask.subject
  const why = t(words.why, { company: brand.name })
  const style = { margin: '0 0 16px', fontSize: '15px', lineHeight: lineHeightOf(language), maxWidth: '640px' }
  const small = { ...style, fontSize: '12px', color: '#6b665e' }
  const html = await render(
    <Html lang={language}>
      <Head />
      <Body style={{ margin: 0, padding: '16px', backgroundColor: '#ffffff', color: '#1f1d1a', fontFamily }}>
        {ask.body.split(/\n{2,}/).map((paragraph, i) => (
          <Text key={i} style={style}>
            {paragraph.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]))}
          </Text>
        ))}
        <Text style={style}>
          <a href={link} style={{ color: '#1f4fa3', fontWeight: 600 }}>
            {t(words.answer)}
          </a>
          <br />
          <span style={{ fontSize: '13px', color: '#6b665e' }}>{t(words.answerNote)}</span>
        </Text>
        <Text style={small}>
          {why}
          <br />
          {organisation.name}
          {organisation.postalAddress ? (
            <>
              <br />
              {organisation.postalAddress}
            </>
          ) : null}
          <br />
          <a href={stop} style={{ color: '#6b665e' }}>
            {t(words.stop)}
          </a>
        </Text>
      </Body>
    </Html>,
  )
  const text = [
    ask.body,
    `${t(words.answer)}: ${link}\n${t(words.answerNote)}`,
    `--\n${why}\n${organisation.name}\n${organisation.postalAddress}`,
    `${t(words.stop)}: ${stop}`,
  ].join('\n\n')
  return {
    fromName: ask.sender ? `${ask.sender} (${brand.senderName})` : brand.senderName,
    replyTo: ask.senderEmail ?? brand.replyTo ?? undefined,
    subject,
    html,
    text: `${text}\n`,
    // RFC 8058: mail programs offer a button that posts there without opening the page.
    headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

const fontFamily = '-apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif'
