import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import type { CSSProperties } from 'react'
import type { Locale } from '#app/platform/words.ts'

export interface StaffMailProps {
  locale: Locale
  subject: string
  body: string
  /** A customer's words, shown before all else. */
  quote?: string | null
  /** Figures by name, before the sentence. */
  facts?: { name: string; value: string }[]
  /** Links under headings, after the sentence. */
  groups?: { name: string; lines: { text: string; url: string }[] }[]
  button: string
  url: string
  note: string
  /** A sentence before the address itself, for a link that somebody may have to copy. */
  orCopy?: string
  organisation?: string
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

const sheet: CSSProperties = {
  backgroundColor: '#ffffff',
  border: '1px solid #e2ded6',
  borderRadius: '10px',
  maxWidth: '560px',
  padding: '28px 24px',
}
const button: CSSProperties = {
  backgroundColor: '#3b389c',
  color: '#ffffff',
  fontFamily: fonts,
  fontSize: '15px',
  fontWeight: 600,
  borderRadius: '6px',
  padding: '12px 20px',
  textDecoration: 'none',
}

/** A mail to a colleague whose one purpose is one link. Styles stand inline, as mail programs need them. */
export function StaffMail(props: StaffMailProps) {
  const { locale, subject, body, quote, facts, groups, url, note, orCopy, organisation } = props
  const text = (over: CSSProperties = {}): CSSProperties => ({
    margin: '0 0 16px',
    fontFamily: fonts,
    fontSize: '15px',
    lineHeight: locale === 'ja' ? '1.7' : '1.5',
    color: '#1f1c18',
    ...over,
  })
  const small = text({ fontSize: '12px', color: '#57524a', margin: '20px 0 0' })
  return (
    <Html lang={locale}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </Head>
      <Body className="page" style={{ backgroundColor: '#faf9f7', margin: 0, padding: '24px 8px' }}>
        <Preview>{quote ?? body}</Preview>
        <Container className="sheet" style={sheet}>
          <Text className="ink" style={text({ fontSize: '20px', fontWeight: 600 })}>
            {subject}
          </Text>
          {quote ? (
            <Section style={{ borderLeft: '3px solid #8a8578', margin: '0 0 16px', paddingLeft: '14px' }}>
              <Text className="ink" style={text({ fontSize: '17px', margin: 0, whiteSpace: 'pre-line' })}>
                {quote}
              </Text>
            </Section>
          ) : null}
          {facts?.map(({ name, value }) => (
            <Section key={name} style={{ margin: '0 0 12px' }}>
              <Text className="muted" style={text({ fontSize: '12px', color: '#57524a', margin: 0 })}>
                {name}
              </Text>
              <Text className="ink" style={text({ fontSize: '17px', fontWeight: 600, margin: 0 })}>
                {value}
              </Text>
            </Section>
          ))}
          <Text className="ink" style={text()}>
            {body}
          </Text>
          {groups?.map(({ name, lines }) => (
            <Section key={name} style={{ margin: '0 0 16px' }}>
              <Text className="muted" style={text({ fontSize: '12px', color: '#57524a', margin: '0 0 4px' })}>
                {name}
              </Text>
              {lines.map((line, i) => (
                <Text key={i} className="ink" style={text({ margin: '0 0 6px' })}>
                  <Link className="link" href={line.url} style={{ color: '#3b389c' }}>
                    {line.text}
                  </Link>
                </Text>
              ))}
            </Section>
          ))}
          <Button href={url} style={button}>
            {props.button}
          </Button>
          <Text className="muted" style={small}>
            {note}
          </Text>
          {orCopy ? (
            <Text className="muted" style={{ ...small, wordBreak: 'break-all' }}>
              {orCopy}{' '}
              <Link className="link" href={url} style={{ color: '#3b389c' }}>
                {url}
              </Link>
            </Text>
          ) : null}
          {organisation ? (
            <Text className="muted" style={small}>
              {organisation}
            </Text>
          ) : null}
        </Container>
      </Body>
    </Html>
  )
}
