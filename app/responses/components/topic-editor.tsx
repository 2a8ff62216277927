import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useState } from 'react'
import { PreviewQuotes } from '#app/responses/components/preview-quotes.tsx'
import { TryIt } from '#app/responses/components/try-it.tsx'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { listWords } from '#app/responses/topic-words.ts'
import type { previewTagging } from '#app/responses/topics/preview-tagging.server.ts'
import type { TopicForm } from '#app/responses/topics/topic-form.ts'
import { ruleLists } from '#app/responses/topics/topic.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FieldErrors, Input, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

export type Draft = Awaited<ReturnType<typeof previewTagging>>

interface Props {
  /** What the fields hold at first. */
  initial: TopicForm
  isNew: boolean
  sent: { result: SubmissionResult; preview: Draft | null } | undefined
}

/** Names and phrases of a topic in both languages, with a sentence to try them on and a look at recent comments. */
export function TopicEditor({ initial, isNew, sent }: Props) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<TopicForm>({ id: 'topic', lastResult: sent?.result, defaultValue: initial })
  const [typed, setTyped] = useState<TopicForm>({
    ...initial,
    ...(sent?.result.initialValue as Partial<TopicForm> | undefined),
  })
  return (
    <Form
      method="post"
      {...getFormProps(form)}
      className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]"
      onInput={(event) => {
        const now = Object.fromEntries(new FormData(event.currentTarget)) as Partial<TopicForm>
        setTyped((known) => ({ ...known, ...now }))
      }}
    >
      <div className="flex min-w-0 flex-col gap-5">
        <FieldErrors id={form.errorId} errors={form.errors} />
        <input type="hidden" name="version" value={initial.version} />
        <Card title={t(words.names)}>
          <div className="grid gap-4 sm:grid-cols-2">
            <Input field={fields.nameEn} label={t(words.nameEn)} maxLength={60} required lang="en" />
            <Input field={fields.nameJa} label={t(words.nameJa)} maxLength={60} required lang="ja" />
          </div>
        </Card>
        <div className="grid gap-5 md:grid-cols-2">
          {(['en', 'ja'] as const).map((language) => (
            <Card key={language} title={t(language === 'en' ? words.english : words.japanese)}>
              <p className="text-xs text-muted">{t(language === 'en' ? words.englishHint : words.japaneseHint)}</p>
              {ruleLists.map((list) => (
                <Textarea
                  key={list}
                  field={fields[`${language}_${list}`]}
                  label={t(listWords[list].label)}
                  hint={t(listWords[list].hint)}
                  rows={list === 'any' ? 10 : 3}
                  lang={language}
                  spellCheck={false}
                />
              ))}
            </Card>
          ))}
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-5 lg:sticky lg:top-4">
        <TryIt field={fields.sample} typed={typed} />
        <Card title={t(words.preview)}>
          {sent?.preview ? (
            <PreviewResult draft={sent.preview} />
          ) : (
            <p className="text-muted">{t(words.previewHint)}</p>
          )}
          <Button name="intent" value="preview" busy={busy} formNoValidate>
            {t(words.preview)}
          </Button>
        </Card>
        <ButtonRow>
          <Button variant="primary" name="intent" value="save" busy={busy}>
            {t(isNew ? words.create : uiWords.save)}
          </Button>
        </ButtonRow>
      </div>
    </Form>
  )
}

function PreviewResult({ draft: { looked, all, topics } }: { draft: Draft }) {
  const t = useT()
  const [of] = topics
  if (!of) return null
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className="text-xs text-muted">{t(all ? words.lookedAll : words.lookedNewest, { n: looked })}</p>
      <p className="font-medium">{t(words.foundCount, { n: of.found })}</p>
      {of.gained + of.lost > 0 ? (
        <p>
          {t(words.gainCount, { n: of.gained })} · {t(words.loseCount, { n: of.lost })}
        </p>
      ) : (
        <p className="text-muted">{t(words.nothingChanges)}</p>
      )}
      <PreviewQuotes label={t(words.gain)} of={of.gainedExamples} />
      <PreviewQuotes label={t(words.lose)} of={of.lostExamples} />
      {of.gained + of.lost === 0 ? <PreviewQuotes label={t(words.fitExamples)} of={of.foundExamples} /> : null}
    </div>
  )
}
