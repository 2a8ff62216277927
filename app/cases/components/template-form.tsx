import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import type { ReplyTemplate } from '#app/cases/replies/list-templates.server.ts'
import {
  fillTemplate,
  longestSubject,
  longestTemplate,
  templateVariables,
  type TemplateValues,
} from '#app/cases/replies/template.ts'
import { templateWords as words, variableWords } from '#app/cases/replies/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input, Select, Textarea } from '#app/ui/field.tsx'
import { languageOptions } from '#app/ui/language-names.ts'
import { useLocale, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

type Fields = Record<'name' | 'topicId' | 'language' | 'subject' | 'body', string>

interface Props {
  /** Null for a new one. */
  template: Pick<ReplyTemplate, keyof Fields | 'updatedAt'> | null
  topics: { id: string; name: { en: string; ja: string } }[]
  example: TemplateValues
  result: SubmissionResult | undefined
}

/** A template with what may be filled in beside it, and how it would read to a real customer while it is typed. */
export function TemplateForm({ template, topics, example, result }: Props) {
  const t = useT()
  const locale = useLocale()
  const busy = useBusy()
  const { name, topicId, language = locale, subject, body } = template ?? {}
  const [form, fields] = useForm<Fields>({
    id: 'template',
    lastResult: result,
    defaultValue: { name, topicId, language, subject, body },
    defaultNoValidate: false,
  })
  const typed = { subject: fields.subject.value ?? '', body: fields.body.value ?? '' }
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <FormErrors id={form.errorId} errors={form.errors} />
      {template ? <input type="hidden" name="seenAt" value={template.updatedAt} /> : null}
      <Card>
        <Input field={fields.name} label={t(words.name)} hint={t(words.nameHint)} required maxLength={80} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Select field={fields.language} label={t(words.language)} required options={languageOptions(t)} />
          <Select
            field={fields.topicId}
            label={t(words.topic)}
            empty={t(words.anyTopic)}
            options={topics.map(({ id, name }) => ({ value: id, label: name[locale] }))}
          />
        </div>
        <Input field={fields.subject} label={t(words.subject)} maxLength={longestSubject} />
        <Textarea field={fields.body} label={t(words.body)} required rows={12} maxLength={longestTemplate} />
        <ButtonRow>
          <Button variant="primary" busy={busy}>
            {t(uiWords.save)}
          </Button>
          <LinkButton to="/settings/reply-templates">{t(uiWords.cancel)}</LinkButton>
        </ButtonRow>
      </Card>
      <Card title={t(words.variables)}>
        <p className="max-w-prose text-xs text-muted">{t(words.variablesHint)}</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {templateVariables.map((name) => (
            <div key={name} className="contents">
              <dt>
                <code className="rounded bg-sunken px-1 text-xs">{`{{${name}}}`}</code>
              </dt>
              <dd className="text-muted">{t(variableWords[name])}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title={t(words.preview)}>
        <p className="text-xs text-muted">
          {example.name ? t(words.previewOf, { name: example.name }) : t(words.previewNobody)}
        </p>
        <div lang={fields.language.value} className="flex flex-col gap-2 rounded bg-sunken p-3">
          {typed.subject ? <p className="font-semibold break-words">{fillTemplate(typed.subject, example)}</p> : null}
          <p className="break-words whitespace-pre-line">{fillTemplate(typed.body, example) || '–'}</p>
        </div>
      </Card>
    </Form>
  )
}
