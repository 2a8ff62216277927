import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import type { PlaybookRow } from '#app/cases/playbooks/list-playbooks.server.ts'
import { mostSteps } from '#app/cases/playbooks/playbook.ts'
import { playbookWords as words } from '#app/cases/playbooks/words.ts'
import { severityWords } from '#app/cases/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { metrics } from '#db/enums/statistics.ts'
import { severities } from '#db/enums/surveys.ts'

type Fields = Record<'name' | 'steps', string> & Record<'topicIds' | 'severities' | 'metrics', string[]>

interface Props {
  /** Null for a new one. */
  playbook: Pick<PlaybookRow, 'name' | 'steps' | 'when' | 'updatedAt'> | null
  topics: { id: string; name: { en: string; ja: string } }[]
  result: SubmissionResult | undefined
}

/** What is to be done, and for which cases. */
export function PlaybookForm({ playbook, topics, result }: Props) {
  const t = useT()
  const locale = useLocale()
  const busy = useBusy()
  const [form, fields] = useForm<Fields>({
    id: 'playbook',
    lastResult: result,
    defaultValue: {
      ...playbook?.when,
      name: playbook?.name,
      steps: playbook?.steps.map((step) => step.text).join('\n'),
    },
    defaultNoValidate: false,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <FormErrors id={form.errorId} errors={form.errors} />
      {playbook ? <input type="hidden" name="seenAt" value={playbook.updatedAt} /> : null}
      <Card>
        <Input field={fields.name} label={t(words.name)} required maxLength={80} />
        <Textarea
          field={fields.steps}
          label={t(words.steps)}
          hint={t(words.stepsHint)}
          required
          rows={Math.min(8, mostSteps)}
        />
      </Card>
      <Card title={t(words.when)}>
        <p className="max-w-prose text-xs text-muted">{t(words.whenHint)}</p>
        {topics.length > 0 ? (
          <CheckboxGroup
            field={fields.topicIds}
            label={t(words.topics)}
            inline
            options={topics.map(({ id, name }) => ({ value: id, label: name[locale] }))}
          />
        ) : null}
        <CheckboxGroup
          field={fields.severities}
          label={t(words.severities)}
          inline
          options={severities.map((value) => ({ value, label: t(severityWords[value]) }))}
        />
        <CheckboxGroup
          field={fields.metrics}
          label={t(words.metrics)}
          inline
          options={metrics.map((value) => ({ value, label: value.toUpperCase() }))}
        />
      </Card>
      <ButtonRow>
        <Button variant="primary" busy={busy}>
          {t(uiWords.save)}
        </Button>
        <LinkButton to="/settings/playbooks">{t(uiWords.cancel)}</LinkButton>
      </ButtonRow>
    </Form>
  )
}
