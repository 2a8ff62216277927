import type { ShownRule } from '#app/cases/routing/shown-rule.server.ts'
import {
  conditionWords,
  goneRule,
  oneCondition,
  routingWords,
  sinceWords,
  targetNamed,
  whyWords,
} from '#app/cases/routing/words.ts'
import type { Why } from '#app/cases/routing/why-owner.server.ts'
import { severityWords } from '#app/cases/words.ts'
import type { Locale, Translate } from '#app/platform/words.ts'
import type { Formats } from '#app/ui/formats.ts'
import { languageName } from '#app/ui/language-names.ts'
import type { Severity } from '#db/enums/surveys.ts'

interface Spoken {
  t: Translate
  locale: Locale
  format: Pick<Formats, 'list'>
}

/** What a rule asks for: "Tier: Gold, Silver · Language: Japanese". */
export function sayConditions({ when, topics }: ShownRule, { t, locale, format }: Spoken): string {
  const said: [keyof typeof conditionWords, string[] | undefined][] = [
    ['tiers', when.tiers],
    ['regions', when.regions],
    ['industries', when.industries],
    ['languages', when.languages?.map((code) => languageName(t, code))],
    ['topicIds', when.topicIds && topics.map((name) => name[locale])],
    ['severities', when.severities?.map((one) => t(severityWords[one as Severity]))],
  ]
  const parts = said.flatMap(([key, list]) =>
    list ? t(oneCondition, { name: t(conditionWords[key]), values: format.list(list) || '–' }) : [],
  )
  if (when.aboutOwner) parts.unshift(t(routingWords.aboutOwner))
  return parts.join(' · ') || t(routingWords.any)
}

/** Where it sends them. */
export const sayTarget = ({ target, targetName }: ShownRule, t: Translate): string =>
  t(targetNamed[target], { name: targetName ?? '–' })

/** Why somebody has a case, in words. */
export function sayWhy(why: Why, spoken: Spoken): string {
  const { t } = spoken
  const rule = why.rule ? sayConditions(why.rule, spoken) : t(goneRule)
  const said = t(whyWords[why.kind], { name: why.name ?? '–', rule })
  return why.since ? `${said} · ${t(sinceWords[why.since])}` : said
}
