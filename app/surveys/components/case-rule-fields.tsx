import { caseRuleWords as words } from '#app/surveys/case-rule-words.ts'
import { contradicted } from '#app/surveys/case-rule.ts'
import type { Typed } from '#app/surveys/typed.ts'
import { scoresOf } from '#app/statistics/scale.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { Metric } from '#db/enums/statistics.ts'

/** Which answers open a case: by their score, with where each severity ends, and by a comment that contradicts it. */
export function CaseRuleFields({ metric, typed }: { metric: Metric; typed: Typed }) {
  const t = useT()
  const options = scoresOf(metric).map((score) => ({ value: String(score), label: String(score) }))
  const field = (part: string) => ({
    name: `caseRule.${part}`,
    defaultValue: typed.text(`caseRule.${part}`),
    error: typed.error(`caseRule.${part}`),
    options,
  })
  const check = (part: string) => ({ name: `caseRule.${part}`, defaultChecked: typed.checked(`caseRule.${part}`) })
  return (
    <div className="flex flex-col gap-3">
      <Checkbox label={t(words.unhappy)} hint={t(words.unhappyHint)} {...check('enabled')} />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Select label={t(words.threshold)} {...field('threshold')} />
        <Select label={t(words.urgentUpTo)} empty={t(words.notUsed)} {...field('urgentUpTo')} />
        <Select label={t(words.highUpTo)} empty={t(words.notUsed)} {...field('highUpTo')} />
        <Select label={t(words.normalUpTo)} empty={t(words.notUsed)} {...field('normalUpTo')} />
      </div>
      <p className="text-xs text-muted">{t(words.restIsLow)}</p>
      <Checkbox
        label={t(words.contradictions)}
        hint={t(words.contradictionsHint, contradicted(metric))}
        {...check('contradictions')}
      />
    </div>
  )
}
