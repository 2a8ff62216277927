import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Text } from '@react-email/text'
import type { CSSProperties } from 'react'
import type { Locale } from '#app/platform/words.ts'

export interface LinkMailProps {
  locale: Locale
  subject: string
  body: string
  button: string
  url: string
  note: string
  orCopy: string
  organisation: string
}

const fonts = `-apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', Meiryo, Helvetica, Arial, sans-serif`
const css = `
  @media (prefers-color-scheme: dark) {
    .page { background-color: #171512 !important }
    .sheet { background-color: #1f1d19 !important; border-color: #3a362f !important }
    .ink { color: #f2efe9 !important }
    .muted { color: #bdb6aa !important }
    .link { color: #b1affa !important }
  }`

/** A mail to a colleague whose one purpose is one link. Styles stand inline, as mail programs need them. */
export function LinkMail({ locale, subject, body, button, url, note, orCopy, organisation }: LinkMailProps) {
  const text = (over: CSSProperties): CSSProperties => ({
    margin: '0 0 16px',
    fontFamily: fonts,
    lineHeight: locale === 'ja' ? '1.7' : '1.5',
    ...over,
  })
  const small = text({ fontSize: '12px', color: '#57524a' })
  return (
    <Html lang={locale}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </Head>
      <Body className="page" style={{ backgroundColor: '#faf9f7', margin: 0, padding: '24px 8px' }}>
        <Preview>{body}</Preview>
        <Container
          className="sheet"
          style={{
            backgroundColor: '#ffffff',
            border: '1px solid #e2ded6',
            borderRadius: '10px',
            maxWidth: '520px',
            padding: '28px 24px',
          }}
        >
          <Text className="ink" style={text({ fontSize: '20px', fontWeight: 600, color: '#1f1c18' })}>
            {subject}
          </Text>
          <Text className="ink" style={text({ fontSize: '15px', color: '#1f1c18' })}>
            {body}
          </Text>
          <Button
            href={url}
            style={{
              backgroundColor: '#3b389c',
              color: '#ffffff',
              fontFamily: fonts,
              fontSize: '15px',
              fontWeight: 600,
              borderRadius: '6px',
              padding: '12px 20px',
              marginBottom: '20px',
              textDecoration: 'none',
            }}
          >
            {button}
          </Button>
          <Text className="muted" style={small}>
            {note}
          </Text>
          <Text className="muted" style={text({ fontSize: '12px', color: '#57524a', wordBreak: 'break-all' })}>
            {orCopy}{' '}
            <Link className="link" href={url} style={{ color: '#3b389c' }}>
              {url}
            </Link>
          </Text>
          <Text className="muted" style={text({ fontSize: '12px', color: '#57524a', margin: 0 })}>
            {organisation}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}
