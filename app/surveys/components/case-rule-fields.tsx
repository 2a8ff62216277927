import type { Typed } from '#app/surveys/typed.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { scoresOf } from '#app/statistics/scale.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { Metric } from '#db/enums/statistics.ts'

/** From which score a case opens, and where each severity ends. */
export function CaseRuleFields({ metric, typed }: { metric: Metric; typed: Typed }) {
  const t = useT()
  const options = scoresOf(metric).map((score) => ({ value: String(score), label: String(score) }))
  const field = (part: string) => ({
    name: `caseRule.${part}`,
    defaultValue: typed.text(`caseRule.${part}`),
    error: typed.error(`caseRule.${part}`),
    options,
  })
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        label={t(surveyWords.caseEnabled)}
        name="caseRule.enabled"
        defaultChecked={typed.checked('caseRule.enabled')}
      />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Select label={t(surveyWords.threshold)} {...field('threshold')} />
        <Select label={t(surveyWords.urgentUpTo)} empty={t(surveyWords.notUsed)} {...field('urgentUpTo')} />
        <Select label={t(surveyWords.highUpTo)} empty={t(surveyWords.notUsed)} {...field('highUpTo')} />
        <Select label={t(surveyWords.normalUpTo)} empty={t(surveyWords.notUsed)} {...field('normalUpTo')} />
      </div>
      <p className="text-xs text-muted">{t(surveyWords.restIsLow)}</p>
    </div>
  )
}
