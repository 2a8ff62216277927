import type { FieldMetadata } from '@conform-to/react'
import { healthWords } from '#app/accounts/health-words.ts'
import { mostAsks, mostDays } from '#app/advocacy/catalogue/ask-content.ts'
import type { AskDraft } from '#app/advocacy/catalogue/ask-draft.ts'
import { catalogueWords as words } from '#app/advocacy/catalogue/words.ts'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, CheckboxGroup } from '#app/ui/choice.tsx'
import { Input } from '#app/ui/field.tsx'
import { languageOptions } from '#app/ui/language-names.ts'
import { useT } from '#app/ui/locale.tsx'
import { healths } from '#db/enums/accounts.ts'

type Rules = { [name in keyof AskDraft['rules']]: FieldMetadata<AskDraft['rules'][name], AskDraft> }

/** Who may be asked, each rule with its unit. */
export function AskRulesFields({ rules }: { rules: Rules }) {
  const t = useT()
  const days = ['promoterDays', 'quietDays', 'coolDownDays', 'renewalDays'] as const
  return (
    <Card title={t(words.rules)}>
      <p className="text-xs text-muted">{t(words.rulesHint)}</p>
      <div className="grid items-end gap-3 sm:grid-cols-2">
        {days.map((name) => (
          <Input key={name} field={rules[name]} label={t(words[name])} type="number" min={0} max={mostDays} required />
        ))}
        <Input
          field={rules.mostOpen}
          label={t(words.mostOpen)}
          hint={t(words.mostOpenHint)}
          type="number"
          min={1}
          max={mostAsks}
        />
      </div>
      <Checkbox field={rules.consent} label={t(words.consent)} />
      <Checkbox field={rules.companyConsent} label={t(words.companyConsent)} />
      <CheckboxGroup
        field={rules.healths}
        label={t(words.healths)}
        inline
        options={healths.map((value) => ({ value, label: t(healthWords[value]) }))}
      />
      <CheckboxGroup
        field={rules.languages}
        label={t(words.languages)}
        hint={t(words.languagesHint)}
        inline
        options={languageOptions(t)}
      />
    </Card>
  )
}
