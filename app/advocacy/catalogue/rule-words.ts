import { healthWords } from '#app/accounts/health-words.ts'
import { languageName } from '#app/ui/language-names.ts'
import type { Translate, Word } from '#app/platform/words.ts'
import type { AskRules } from '#db/enums/advocacy.ts'

const words = {
  promoter: {
    en: 'Promoter in the last {n, plural, one {day} other {# days}}',
    ja: '{n} 日以内の最新の回答が推奨者',
  },
  promoterEver: { en: 'Latest answer a promoter’s, however old', ja: '最新の回答が推奨者（時期は問わない）' },
  consent: { en: 'agreed to be asked for it', ja: 'ご本人の同意あり' },
  companyConsent: { en: 'the company agreed as well', ja: '会社の同意あり' },
  quiet: {
    en: 'not in the {n, plural, one {day} other {# days}} after any ask',
    ja: 'どの依頼からも {n} 日以上経過',
  },
  coolDown: {
    en: 'not in the {n, plural, one {day} other {# days}} after the last one of this kind',
    ja: '同じ種類の依頼から {n} 日以上経過',
  },
  healths: { en: 'health: {list}', ja: 'ヘルス：{list}' },
  renewal: {
    en: 'not in the {n, plural, one {day} other {# days}} before the renewal',
    ja: '契約更新の {n} 日前からは対象外',
  },
  languages: { en: 'only in {list}', ja: '言語：{list}' },
  mostOpen: {
    en: 'at most {n, number} waiting for an answer',
    ja: '回答待ちは {n, number} 件まで',
  },
  comma: { en: ', ', ja: '・' },
} satisfies Record<string, Word>

/** Who may be asked, as a row of short phrases; a rule that is switched off says nothing. */
export function sayRules(t: Translate, rules: AskRules): string[] {
  const days = (word: Word, n: number) => (n > 0 ? [t(word, { n })] : [])
  const list = (names: string[]) => names.join(t(words.comma))
  return [
    rules.promoterDays > 0 ? t(words.promoter, { n: rules.promoterDays }) : t(words.promoterEver),
    ...(rules.consent ? [t(words.consent)] : []),
    ...(rules.companyConsent ? [t(words.companyConsent)] : []),
    ...days(words.quiet, rules.quietDays),
    ...days(words.coolDown, rules.coolDownDays),
    t(words.healths, { list: list(rules.healths.map((one) => t(healthWords[one]))) }),
    ...days(words.renewal, rules.renewalDays),
    ...(rules.languages.length
      ? [t(words.languages, { list: list(rules.languages.map((one) => languageName(t, one))) })]
      : []),
    ...(rules.mostOpen === null ? [] : [t(words.mostOpen, { n: rules.mostOpen })]),
  ]
}
