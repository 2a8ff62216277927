import { Body } from '@react-email/body'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { render } from '@react-email/render'
import { Text } from '@react-email/text'
import { getBrand } from '#app/access/get-organisation.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { findCaseMail } from '#app/cases/replies/guard-case-mail.server.ts'
import { replyTo } from '#app/email/reply-to.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { NotFound } from '#app/platform/errors.ts'
import { directionOf, lineHeightOf } from '#app/platform/languages.ts'

/** Mail template `cases.reply`: what a colleague wrote to a customer, as they wrote it. What comes back lands on the case. */
export async function renderAnswerMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const row = await findCaseMail(ctx, message)
  if (!row) throw new NotFound()
  const brand = await getBrand(ctx)
  const { language } = row
  const html = await render(
    <Html lang={language} dir={directionOf(language)}>
      <Head />
      <Body style={{ margin: 0, padding: '16px', backgroundColor: '#ffffff', color: '#1f1d1a', fontFamily }}>
        {row.text.split(/\n{2,}/).map((paragraph, i) => (
          <Text
            key={i}
            style={{ margin: '0 0 16px', fontSize: '15px', lineHeight: lineHeightOf(language), maxWidth: '640px' }}
          >
            {paragraph.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]))}
          </Text>
        ))}
      </Body>
    </Html>,
  )
  return {
    fromName: row.author ? `${row.author} (${brand.senderName})` : brand.senderName,
    replyTo: replyTo(ctx, { kind: 'case', id: row.caseId }, row.authorEmail ?? brand.replyTo),
    subject: row.subject,
    html,
    text: `${row.text}\n`,
  }
}

const fontFamily = '-apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif'
