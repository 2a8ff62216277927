import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import type { routingChoices } from '#app/cases/routing/get-routing.server.ts'
import type { RoutingRule } from '#app/cases/routing/routing-rule.ts'
import { conditionWords, routingWords as words, targetWords } from '#app/cases/routing/words.ts'
import { severityWords } from '#app/cases/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { join } from '#app/ui/join.ts'
import { languageOptions } from '#app/ui/language-names.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { routeTargets } from '#db/enums/cases.ts'
import { severities } from '#db/enums/surveys.ts'

type Fields = Record<keyof typeof conditionWords, string[]> &
  Record<'aboutOwner' | 'target' | 'userId' | 'teamId', string>

interface Props {
  rule: Pick<RoutingRule, 'when' | 'target' | 'targetId'>
  choices: Awaited<ReturnType<typeof routingChoices>>
  result: SubmissionResult | undefined
  verb: string
}

/** Which cases a rule is for, and who gets them. Values that no account has any more stay to be chosen. */
export function RuleForm({ rule, choices, result, verb }: Props) {
  const t = useT()
  const locale = useLocale()
  const busy = useBusy()
  const { when } = rule
  // Without script both stay, and the one that isn't meant is left out.
  const hydrated = useHydrated()
  const [form, fields] = useForm<Fields>({
    id: 'rule',
    lastResult: result,
    defaultValue: {
      ...when,
      aboutOwner: when.aboutOwner ? 'on' : '',
      target: rule.target,
      userId: rule.target === 'user' ? rule.targetId : '',
      teamId: rule.target === 'team' ? rule.targetId : '',
    },
    defaultNoValidate: false,
  })
  const target = fields.target.value
  const plain = (list: string[], kept: string[] = []) =>
    [...new Set([...list, ...kept])].map((value) => ({ value, label: value }))
  const group = (name: keyof typeof conditionWords, options: { value: string; label: string }[]) =>
    options.length === 0 ? null : (
      <CheckboxGroup field={fields[name]} label={t(conditionWords[name])} inline options={options} />
    ) // prettier-ignore
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <FormErrors id={form.errorId} errors={form.errors} />
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
        <Checkbox field={fields.aboutOwner} label={t(words.aboutOwner)} hint={t(words.aboutOwnerHint)} />
      </Card>
      <Card title={t(words.who)}>
        <RadioGroup
          field={fields.target}
          label={t(words.who)}
          hideLabel
          required
          options={routeTargets.map((one) => ({
            value: one,
            label: t(targetWords[one]),
            ...(one === 'lead' && { hint: t(words.beforeOwner) }),
          }))}
        />
        <Select
          field={fields.userId}
          label={t(words.person)}
          empty={t(uiWords.choose)}
          options={choices.workers}
          className={join(hydrated && target !== 'user' && 'hidden')}
        />
        <Select
          field={fields.teamId}
          label={t(words.team)}
          empty={t(uiWords.choose)}
          options={choices.teams}
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
