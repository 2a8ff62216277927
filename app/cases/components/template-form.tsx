import { Form } from '@remix-run/react'
import { useState } from 'react'
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

export interface TemplateDraft {
  name: string
  topicId: string
  language: string
  subject: string
  body: string
}

interface Props {
  draft: TemplateDraft
  /** What the page saw of it; null for a new one. */
  seenAt: number | null
  topics: { id: string; name: { en: string; ja: string } }[]
  example: TemplateValues
  errors: Record<string, string>
}

/** A template with what may be filled in beside it, and how it would read to a real customer while it is typed. */
export function TemplateForm({ draft, seenAt, topics, example, errors }: Props) {
  const t = useT()
  const locale = useLocale()
  const busy = useBusy()
  const [typed, setTyped] = useState({ subject: draft.subject, body: draft.body, language: draft.language })
  const field = (name: keyof TemplateDraft) => ({ name, defaultValue: draft[name], error: errors[name] })
  return (
    <Form method="post" className="flex flex-col gap-4">
      {seenAt === null ? null : <input type="hidden" name="seenAt" value={seenAt} />}
      <Card>
        <Input label={t(words.name)} hint={t(words.nameHint)} {...field('name')} required maxLength={80} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            label={t(words.language)}
            {...field('language')}
            required
            options={languageOptions(t)}
            onChange={({ target }) => setTyped({ ...typed, language: target.value })}
          />
          <Select
            label={t(words.topic)}
            {...field('topicId')}
            empty={t(words.anyTopic)}
            options={topics.map(({ id, name }) => ({ value: id, label: name[locale] }))}
          />
        </div>
        <Input
          label={t(words.subject)}
          {...field('subject')}
          maxLength={longestSubject}
          onChange={({ target }) => setTyped({ ...typed, subject: target.value })}
        />
        <Textarea
          label={t(words.body)}
          {...field('body')}
          required
          rows={12}
          maxLength={longestTemplate}
          onChange={({ target }) => setTyped({ ...typed, body: target.value })}
        />
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
        <div lang={typed.language} className="flex flex-col gap-2 rounded bg-sunken p-3">
          {typed.subject ? <p className="font-semibold break-words">{fillTemplate(typed.subject, example)}</p> : null}
          <p className="break-words whitespace-pre-line">{fillTemplate(typed.body, example) || '–'}</p>
        </div>
      </Card>
    </Form>
  )
}
