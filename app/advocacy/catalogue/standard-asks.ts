import { consentKinds } from '#app/advocacy/consent-texts.ts'
import { standardWording } from '#app/advocacy/catalogue/standard-wording.ts'
import { askKinds, type AskContent, type AskKind, type AskRules } from '#db/enums/advocacy.ts'

/** What can't be asked for before a company has made room for it: somebody to interview, a board to sit on. */
const offAtFirst: readonly AskKind[] = ['case_study', 'advisory_board']

/** Half a year for what is done in minutes, a year for what costs a day or is said once. */
const coolDownDays: Record<AskKind, number> = {
  referral: 180,
  reference: 180,
  review: 365,
  quote: 365,
  case_study: 365,
  event: 180,
  advisory_board: 365,
  ambassador: 365,
}

/** As many as a small team can look after, should all of them say yes; null for what makes us no work. */
const mostOpen: Record<AskKind, number | null> = {
  referral: null,
  reference: 10,
  review: null,
  quote: 20,
  case_study: 5,
  event: 10,
  advisory_board: 10,
  ambassador: 20,
}

const rulesOf = (kind: AskKind): AskRules => ({
  promoterDays: 180,
  // Only what can be agreed to on the page after the answer may ask for it.
  consent: consentKinds.some((one) => one === kind),
  companyConsent: kind === 'case_study',
  quietDays: 30,
  coolDownDays: coolDownDays[kind],
  healths: ['green', 'yellow', 'unknown'],
  renewalDays: 60,
  languages: [],
  mostOpen: mostOpen[kind],
})

/** What holds for a kind before its first version: number 0. */
export const standardAsks = Object.fromEntries(
  askKinds.map((kind): [AskKind, AskContent] => [
    kind,
    { on: !offAtFirst.includes(kind), wording: standardWording[kind], rules: rulesOf(kind), reward: null },
  ]),
) as Record<AskKind, AskContent>
