import { answeringWords as words } from '#app/answering/words.ts'
import type { Phrase } from '#app/platform/languages.ts'

/** What is kept about a person, in the order in which they read it. */
export const sectionWords = {
  you: words.meYou,
  asked: words.meAsked,
  answers: words.meAnswers,
  versions: words.meVersions,
  said: words.meSaid,
  cases: words.meCases,
  mails: words.meMails,
  wishes: words.meWishes,
  consents: words.meConsents,
  rewards: words.meRewards,
  asks: words.meAsks,
  referrals: words.meReferrals,
  holds: words.meHolds,
  named: words.meNamed,
  visits: words.meVisits,
  joined: words.meJoined,
} satisfies Record<string, Phrase>
export type SectionKey = keyof typeof sectionWords

export const fieldWords = {
  name: words.meName,
  kana: words.meKana,
  email: words.meEmail,
  company: words.meCompany,
  department: words.meDepartment,
  title: words.meJobTitle,
  role: words.meRole,
  phone: words.mePhone,
  language: words.meLanguage,
  zone: words.meZone,
  number: words.meNumber,
  since: words.meSince,
  when: words.meWhen,
  answered: words.meAnswered,
  ended: words.meEnded,
  question: words.meQuestion,
  score: words.meScore,
  text: words.meText,
  state: words.meState,
  subject: words.meMailSubject,
  what: words.meWhat,
  network: words.meNetwork,
  link: words.meLink,
} satisfies Record<string, Phrase>
export type FieldKey = keyof typeof fieldWords

/** One fact: as programs read it, and as people do where that differs. */
export interface Fact {
  field: FieldKey
  value: string | number
  shown?: string
}

/** One thing of a section: an invitation, a mail. Facts that nobody knows are left out. */
export interface Item {
  section: SectionKey
  facts: Fact[]
}
