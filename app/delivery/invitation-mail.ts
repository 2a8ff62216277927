import { mailWords } from '#app/delivery/mail-words.ts'
import { isolated, type Language } from '#app/platform/languages.ts'
import { translate } from '#app/platform/words.ts'
import { scoresOf } from '#app/statistics/scale.ts'
import { fillWording } from '#app/surveys/wordings.ts'
import type { Metric } from '#db/enums/statistics.ts'
import type { Wording } from '#db/schema/surveys.ts'

/** All that an invitation's mail says, the same for everybody who is asked in one version and language. */
export interface MailContent {
  locale: Language
  metric: Metric
  wording: Wording
  brand: { name: string; colour: string; senderName: string; replyTo: string | null }
  logoUrl: string | null
  organisation: { name: string; postalAddress: string; privacyUrl: string | null }
  isTest: boolean
}

/** What differs from person to person. The slots of a compiled template are named after these. */
export interface MailSlots {
  /** The whole line, or nothing when no name is known. */
  greeting: string
  /** The survey page; a score is added as `?score=9`. */
  link: string
  unsubscribe: string
}
export const slotNames = ['greeting', 'link', 'unsubscribe'] as const satisfies readonly (keyof MailSlots)[]

/** The wording as the customer reads it. */
export const wordsOf = (content: MailContent): Wording =>
  fillWording(content.wording, { company: isolated(content.locale, content.brand.name) })

export function subjectOf(content: MailContent): string {
  const { subject } = wordsOf(content)
  return content.isTest ? translate(content.locale, mailWords.testSubject, { subject }) : subject
}

/** `Hello Ann Lee,` or `山田太郎 様`; nothing when all that is known is an address. */
export const greetingOf = (locale: Language, name: string): string =>
  name === '' || name.includes('@') ? '' : translate(locale, mailWords.greeting, { name: isolated(locale, name) })

/** `Hello everybody at Aoi KK,` or `株式会社アオイ 御中`: who reads a shared mailbox has no name, and it isn't that of the box. */
export const greetingOfShared = (locale: Language, account: string | null): string =>
  account === null ? '' : translate(locale, mailWords.greetingShared, { account: isolated(locale, account) })

/** The part for readers of plain text: every score with its link, since that is all they can press. */
export function textOf(content: MailContent, slots: MailSlots): string {
  const words = wordsOf(content)
  const t = (key: keyof typeof mailWords) => translate(content.locale, mailWords[key])
  const scores = scoresOf(content.metric)
  const scale = scores.map((score, i) => {
    const end = i === 0 ? ` (${words.low})` : i === scores.length - 1 ? ` (${words.high})` : ''
    return `${score}${end}: ${slots.link}?score=${score}`
  })
  const parts = [
    content.isTest ? t('testNotice') : '',
    slots.greeting,
    words.question,
    t('howTo'),
    scale.join('\n'),
    `${t('openPage')}: ${slots.link}`,
    `--\n${words.why}`,
    [content.organisation.name, content.organisation.postalAddress].filter(Boolean).join('\n'),
    [
      content.organisation.privacyUrl && `${t('privacy')}: ${content.organisation.privacyUrl}`,
      `${t('unsubscribe')}: ${slots.unsubscribe}`,
    ]
      .filter(Boolean)
      .join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
