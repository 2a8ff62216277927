import type { Word } from '#app/platform/words.ts'
import { askKinds, type AskKind } from '#db/enums/advocacy.ts'

/** What a company can agree to as well; a review and a seat on a board are the person's own affair. */
export const companyKinds = ['reference', 'quote', 'case_study', 'event', 'referral', 'ambassador'] as const satisfies readonly AskKind[] // prettier-ignore
export type CompanyKind = (typeof companyKinds)[number]

/**
 * The words that a company agrees to. A change of them is a new version: each consent keeps its own words beside the number.
 */
const companyTextVersion = '1'

/** `{company}`: us. `{account}`: the company that agrees. */
export const companyTexts: Record<CompanyKind, Word> = {
  reference: {
    en: '{account} lets {company} name it as a customer to companies that are thinking of becoming one, and put them in touch with those of its people who are willing.',
    ja: '{account}は、導入を検討中の企業に対し、{company}が{account}をお客様として紹介し、応じる意思のある担当者に取り次ぐことに同意します。',
  },
  quote: {
    en: '{account} lets {company} publish approved statements of its people together with its name and logo.',
    ja: '{account}は、承認済みの社員の発言を、{company}が社名およびロゴとともに公開することに同意します。',
  },
  case_study: {
    en: '{account} lets {company} publish a case study about the work together, with its name and logo, after approving the text.',
    ja: '{account}は、本文を承認したうえで、{company}が社名およびロゴとともに導入事例を公開することに同意します。',
  },
  event: {
    en: '{account} lets its people speak about the work with {company} at events of {company}, under the name of {account}.',
    ja: '{account}は、{company}のイベントにおいて、社員が{account}の名で取り組みについて話すことに同意します。',
  },
  referral: {
    en: '{account} lets {company} mention its name when its people recommend {company} to others.',
    ja: '{account}は、社員が{company}を他社に紹介する際に、{company}が{account}の社名を挙げることに同意します。',
  },
  ambassador: {
    en: '{account} lets {company} name it as a company whose people are ambassadors of {company}.',
    ja: '{account}は、社員が{company}のアンバサダーを務める企業として、{company}が社名を挙げることに同意します。',
  },
}

export const isCompanyKind = (kind: string): kind is CompanyKind => companyKinds.some((one) => one === kind)

/** The standard words with both names filled in. */
export const companyText = (kind: CompanyKind, language: 'en' | 'ja', names: { company: string; account: string }) =>
  companyTexts[kind][language].replace(/\{(company|account)\}/g, (_, name: 'company' | 'account') => names[name])

/** What is stored of the version: the number of the standard words, or that they are the company's own. */
export const companyVersion = (language: string, own: boolean): string =>
  `company-${own ? 'own' : companyTextVersion}/${language}`

/** The kinds in the order of the catalogue. */
export const companyKindsInOrder: readonly CompanyKind[] = askKinds.filter(isCompanyKind)
