import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useEffect, type ReactNode } from 'react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { askVariables, longest, mostMonths } from '#app/advocacy/catalogue/ask-content.ts'
import { draftOfAsk, type AskDraft } from '#app/advocacy/catalogue/ask-draft.ts'
import type { AskOfKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { askVariableWords, catalogueWords as words } from '#app/advocacy/catalogue/words.ts'
import { AskRulesFields } from '#app/advocacy/components/ask-rules-fields.tsx'
import { AskText } from '#app/advocacy/components/ask-text.tsx'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

interface Props {
  ask: AskOfKind
  company: string
  sender: string
  result: SubmissionResult | undefined
  /** What its rules would do, once that was asked for. */
  children?: ReactNode
}

const languages = ['en', 'ja'] as const

/** How somebody is asked for one kind of thing, in both languages side by side, and how it reads while it is typed. */
export function AskForm({ ask, company, sender, result, children }: Props) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<AskDraft>({
    id: 'ask',
    lastResult: result,
    defaultValue: draftOfAsk(ask),
    defaultNoValidate: false,
  })
  const { errorId, errors } = form
  // The button stands far below what is said of the form as a whole; what is wrong with a field, conform shows itself.
  useEffect(() => {
    if (errors?.length) document.getElementById(errorId)?.scrollIntoView({ block: 'center' })
  }, [errors, errorId])
  const wording = fields.wording.getFieldset()
  const reward = fields.reward.getFieldset()
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <FormErrors id={errorId} errors={errors} />
      {/* What was typed was typed on this version, also when somebody else has saved another since. */}
      <input type="hidden" name="base" value={fields.base.initialValue} />
      <Card>
        <Checkbox field={fields.on} label={t(words.usable)} hint={t(words.usableHint)} />
        <Checkbox field={fields.thanks} label={t(words.onThanks)} hint={t(words.onThanksHint)} />
      </Card>
      <Card title={t(words.wording)}>
        <p className="text-xs text-muted">{t(words.wordingHint)}</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {askVariables.map((name) => (
            <div key={name} className="contents">
              <dt>
                <code className="rounded bg-sunken px-1 text-xs">{`{${name}}`}</code>
              </dt>
              <dd className="text-muted">{t(askVariableWords[name])}</dd>
            </div>
          ))}
        </dl>
        <div className="grid gap-x-4 gap-y-6 lg:grid-cols-2">
          {languages.map((language) => {
            const { subject, body, consent } = wording[language].getFieldset()
            return (
              <fieldset key={language} className="flex min-w-0 flex-col gap-3">
                <legend className="mb-2 text-sm font-semibold">
                  {t(language === 'en' ? words.english : words.japanese)}
                </legend>
                <Input field={subject} lang={language} label={t(words.subject)} required maxLength={longest.subject} />
                <Textarea
                  field={body}
                  lang={language}
                  label={t(words.body)}
                  required
                  rows={16}
                  maxLength={longest.body}
                />
                <Textarea
                  field={consent}
                  lang={language}
                  label={t(words.consentText)}
                  hint={t(words.consentHint, { company: '{company}' })}
                  required
                  rows={4}
                  maxLength={longest.consent}
                />
                <Input field={reward[language]} lang={language} label={t(words.reward)} maxLength={longest.reward} />
              </fieldset>
            )
          })}
        </div>
        <p className="text-xs text-muted">{t(words.rewardHint)}</p>
      </Card>
      <Card title={t(words.preview)}>
        <p className="text-xs text-muted">{t(words.previewHint)}</p>
        <div className="grid gap-4 lg:grid-cols-2">
          {languages.map((language) => {
            const { subject, body, consent } = wording[language].getFieldset()
            const typed = { subject: subject.value ?? '', body: body.value ?? '', consent: consent.value ?? '' }
            return <AskText key={language} language={language} wording={typed} company={company} sender={sender} />
          })}
        </div>
      </Card>
      <Card title={t(words.consentTerm)}>
        <Input
          field={fields.consentMonths}
          label={t(words.consentMonths)}
          hint={t(words.consentMonthsHint)}
          type="number"
          min={0}
          max={mostMonths}
          required
          className="sm:max-w-sm"
        />
      </Card>
      <AskRulesFields rules={fields.rules.getFieldset()} />
      {children}
      <ButtonRow>
        <Button variant="primary" name="intent" value="save" busy={busy}>
          {t(words.save)}
        </Button>
        <Button name="intent" value="simulate" busy={busy}>
          {t(words.simulate)}
        </Button>
        <LinkButton to="/settings/asks">{t(uiWords.cancel)}</LinkButton>
      </ButtonRow>
    </Form>
  )
}
