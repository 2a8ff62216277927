import { Form } from '@remix-run/react'
import { useState } from 'react'
import type { routingChoices } from '#app/cases/routing/get-routing.server.ts'
import type { RoutingRule } from '#app/cases/routing/routing-rule.ts'
import { conditionWords, routingWords as words, targetWords } from '#app/cases/routing/words.ts'
import { severityWords } from '#app/cases/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, CheckboxGroup } from '#app/ui/choice.tsx'
import { FieldErrors, Select } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { join } from '#app/ui/join.ts'
import { languageOptions } from '#app/ui/language-names.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { routeTargets, type RouteTarget } from '#db/enums/cases.ts'
import { severities } from '#db/enums/surveys.ts'

interface Props {
  rule: Pick<RoutingRule, 'when' | 'target' | 'targetId'>
  choices: Awaited<ReturnType<typeof routingChoices>>
  errors: Record<string, string>
  verb: string
}

/** Which cases a rule is for, and who gets them. Values that no account has any more stay to be chosen. */
export function RuleForm({ rule, choices, errors, verb }: Props) {
  const t = useT()
  const locale = useLocale()
  const busy = useBusy()
  const { when } = rule
  // Without script both stay, and the one that isn't meant is left out.
  const hydrated = useHydrated()
  const [target, setTarget] = useState<RouteTarget>(rule.target)
  const plain = (list: string[], kept: string[] = []) =>
    [...new Set([...list, ...kept])].map((value) => ({ value, label: value }))
  const group = (name: keyof typeof conditionWords, options: { value: string; label: string }[]) =>
    options.length === 0 ? null : (
      <CheckboxGroup name={name} label={t(conditionWords[name])} inline options={options} defaultValues={when[name] ?? []} />
    ) // prettier-ignore
  return (
    <Form method="post" className="flex flex-col gap-4">
      <Card title={t(words.conditions)}>
        <p className="max-w-prose text-xs text-muted">{t(words.conditionsHint)}</p>
        {group(
          'severities',
          severities.map((value) => ({ value, label: t(severityWords[value]) })),
        )}
        {group('tiers', plain(choices.tiers, when.tiers))}
        {group('regions', plain(choices.regions, when.regions))}
        {group('industries', plain(choices.industries, when.industries))}
        {group('languages', languageOptions(t))}
        {group(
          'topicIds',
          choices.topics.map(({ id, name }) => ({ value: id, label: name[locale] })),
        )}
        <Checkbox
          name="aboutOwner"
          label={t(words.aboutOwner)}
          hint={t(words.aboutOwnerHint)}
          defaultChecked={when.aboutOwner === true}
        />
      </Card>
      <Card title={t(words.who)}>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="sr-only">{t(words.who)}</legend>
          {routeTargets.map((one) => (
            <label key={one} className="flex min-h-6 items-start gap-2 text-sm">
              <input
                type="radio"
                name="target"
                value={one}
                required
                defaultChecked={rule.target === one}
                onChange={() => setTarget(one)}
                className="mt-0.5 size-4 shrink-0 accent-accent"
              />
              <span>
                {t(targetWords[one])}
                {one === 'lead' ? <span className="block text-xs text-muted">{t(words.beforeOwner)}</span> : null}
              </span>
            </label>
          ))}
          <FieldErrors errors={errors.target ? [errors.target] : undefined} />
        </fieldset>
        <Select
          name="userId"
          label={t(words.person)}
          empty={t(uiWords.choose)}
          options={choices.workers}
          defaultValue={rule.target === 'user' ? (rule.targetId ?? '') : ''}
          error={errors.userId}
          className={join(hydrated && target !== 'user' && 'hidden')}
        />
        <Select
          name="teamId"
          label={t(words.team)}
          empty={t(uiWords.choose)}
          options={choices.teams}
          defaultValue={rule.target === 'team' ? (rule.targetId ?? '') : ''}
          error={errors.teamId}
          className={join(hydrated && target !== 'team' && 'hidden')}
        />
      </Card>
      <ButtonRow>
        <Button variant="primary" busy={busy}>
          {verb}
        </Button>
        <LinkButton to="/settings/routing">{t(uiWords.cancel)}</LinkButton>
      </ButtonRow>
    </Form>
  )
}
