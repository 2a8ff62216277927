import { Body } from '@react-email/body'
import { Column } from '@react-email/column'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Img } from '@react-email/img'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Row } from '@react-email/row'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import type { CSSProperties } from 'react'
import { subjectOf, wordsOf, type MailContent, type MailSlots } from '#app/delivery/invitation-mail.ts'
import { mailWords } from '#app/delivery/mail-words.ts'
import { directionOf, lineHeightOf } from '#app/platform/languages.ts'
import { translate } from '#app/platform/words.ts'
import { scoresOf } from '#app/statistics/scale.ts'
import { readable, textOn } from '#app/platform/colour.ts'

const fonts = `-apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', Meiryo, Helvetica, Arial, sans-serif`
const light = { page: '#f4f3f1', sheet: '#ffffff', ink: '#1c1b1a', muted: '#5f5b56', line: '#e2dfda' }
const dark = { page: '#171615', sheet: '#222120', ink: '#f1efec', muted: '#b3aea7', line: '#3a3835' }

/** An invitation as HTML: one question, the scale as links in a table, and who asks. Styles stand inline, for Outlook. */
export function InvitationMail({ content, slots }: { content: MailContent; slots: MailSlots }) {
  const words = wordsOf(content)
  const t = (key: keyof typeof mailWords) => translate(content.locale, mailWords[key])
  const { colour } = content.brand
  const dir = directionOf(content.locale)
  // Mail programs know no `start`, and keep nothing of the document around a mail: each table says its direction.
  const [start, end] = dir === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const)
  const text = (size: number, over?: CSSProperties): CSSProperties => ({
    margin: 0,
    fontFamily: fonts,
    fontSize: `${size}px`,
    lineHeight: String(lineHeightOf(content.locale)),
    color: light.ink,
    ...over,
  })
  const small = text(12, { color: light.muted })
  const link = { color: readable(colour, light.sheet, 4.5), textDecoration: 'underline' }
  const css = `
    .page { background-color: ${light.page} }
    @media (prefers-color-scheme: dark) {
      .page { background-color: ${dark.page} !important }
      .sheet { background-color: ${dark.sheet} !important; border-color: ${dark.line} !important }
      .ink { color: ${dark.ink} !important }
      .muted { color: ${dark.muted} !important }
      .link { color: ${readable(colour, dark.sheet, 4.5)} !important }
    }
    @media (max-width: 480px) { .pad { padding: 20px 12px !important } }`
  return (
    <Html lang={content.locale} dir={dir}>
      <Head>
        <title>{subjectOf(content)}</title>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </Head>
      {/* The ground is on a table of ours: Body would put it on a cell that dark mode can't reach. */}
      <Body className="page" style={{ margin: 0, padding: 0 }}>
        <Preview>{words.question}</Preview>
        <Section className="page" dir={dir} style={{ backgroundColor: light.page }}>
          <Row>
            <Column style={{ padding: '16px 8px' }}>
              <Container
                className="sheet"
                style={{
                  maxWidth: '560px',
                  backgroundColor: light.sheet,
                  border: `1px solid ${light.line}`,
                  borderRadius: '8px',
                }}
              >
                <Section>
                  <Row>
                    <Column className="pad" style={{ padding: '28px 28px 24px' }}>
                      <Brand
                        content={content}
                        style={text(16, { fontWeight: 'bold', color: readable(colour, light.sheet, 4.5) })}
                      />
                      {content.isTest ? (
                        <Text className="muted" style={{ ...small, paddingTop: '12px' }}>
                          {t('testNotice')}
                        </Text>
                      ) : null}
                      <Text className="ink" style={{ ...text(15), paddingTop: '20px' }}>
                        {slots.greeting}
                      </Text>
                      <Text
                        className="ink"
                        style={{ ...text(20, { fontWeight: 'bold' }), lineHeight: '1.4', paddingTop: '8px' }}
                      >
                        {words.question}
                      </Text>
                      <Scale content={content} link={slots.link} />
                      <Row>
                        <Column
                          className="muted"
                          align={start}
                          style={{ ...small, padding: '6px 4px 0', width: '50%' }}
                        >
                          {words.low}
                        </Column>
                        <Column className="muted" align={end} style={{ ...small, padding: '6px 4px 0', width: '50%' }}>
                          {words.high}
                        </Column>
                      </Row>
                      <Text className="ink" style={{ ...text(14), paddingTop: '20px' }}>
                        {t('howTo')}{' '}
                        <Link className="link" href={slots.link} style={link}>
                          {t('openPage')}
                        </Link>
                      </Text>
                    </Column>
                  </Row>
                </Section>
              </Container>
              <Container style={{ maxWidth: '560px' }}>
                <Section>
                  <Row>
                    <Column className="pad" style={{ padding: '16px 28px 24px' }}>
                      <Text className="muted" style={{ ...small, fontWeight: 'bold' }}>
                        {t('whyMe')}
                      </Text>
                      <Text className="muted" style={small}>
                        {words.why}
                      </Text>
                      <Text className="muted" style={{ ...small, paddingTop: '12px', whiteSpace: 'pre-line' }}>
                        {[content.organisation.name, content.organisation.postalAddress].filter(Boolean).join('\n')}
                      </Text>
                      <Text className="muted" style={{ ...small, paddingTop: '12px' }}>
                        {content.organisation.privacyUrl ? (
                          <>
                            <Link
                              className="muted"
                              href={content.organisation.privacyUrl}
                              style={{ ...link, color: light.muted }}
                            >
                              {t('privacy')}
                            </Link>
                            {' · '}
                          </>
                        ) : null}
                        <Link className="muted" href={slots.unsubscribe} style={{ ...link, color: light.muted }}>
                          {t('unsubscribe')}
                        </Link>
                      </Text>
                    </Column>
                  </Row>
                </Section>
              </Container>
            </Column>
          </Row>
        </Section>
      </Body>
    </Html>
  )
}

function Brand({ content, style }: { content: MailContent; style: CSSProperties }) {
  if (content.logoUrl)
    return (
      <Img
        src={content.logoUrl}
        alt={content.brand.name}
        height="36"
        style={{ height: '36px', width: 'auto', maxWidth: '240px', ...style }}
      />
    )
  return (
    <Text className="link" style={style}>
      {content.brand.name}
    </Text>
  )
}

/** Every number is a cell of one table row with its own ground: Outlook draws nothing else as a button. */
function Scale({ content, link }: { content: MailContent; link: string }) {
  const scores = scoresOf(content.metric)
  const { colour } = content.brand
  return (
    <Row style={{ marginTop: '16px', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: '2px 0' }}>
      {scores.map((score) => (
        <Column
          key={score}
          align="center"
          style={{ backgroundColor: colour, borderRadius: '4px', textAlign: 'center' }}
        >
          <Link
            href={`${link}?score=${score}`}
            style={{
              display: 'block',
              padding: '12px 0',
              fontFamily: fonts,
              fontSize: '16px',
              lineHeight: '20px',
              fontWeight: 'bold',
              color: textOn(colour),
              textDecoration: 'none',
            }}
          >
            {score}
          </Link>
        </Column>
      ))}
    </Row>
  )
}
