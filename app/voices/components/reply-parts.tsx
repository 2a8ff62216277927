import { Form, Link } from '@remix-run/react'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { FieldErrors, Select, type Option } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { FeelingChoice } from '#app/voices/components/feeling-choice.tsx'
import type { ShownVoice } from '#app/voices/list-voices.server.ts'
import { voiceWords as words } from '#app/voices/words.ts'

/** What a reply answers, where it came from, and all that stood in the mail. */
export function ReplyParts({ of }: { of: Pick<ShownVoice, 'sender' | 'asked' | 'whole' | 'language' | 'contactId'> }) {
  const t = useT()
  const { sender, asked, whole } = of
  return (
    <>
      {sender && of.contactId === null ? (
        <Notice tone="warning">
          <p className="max-w-prose break-words">{t(words.otherSender, { sender })}</p>
        </Notice>
      ) : null}
      {asked ? (
        <Card>
          <Facts
            items={[
              {
                name: t(words.asked),
                value: t(words.askedOf, { program: asked.program, name: asked.name ?? t(words.somebody) }),
              },
            ]}
          />
          {asked.survey ? (
            <p className="flex max-w-prose flex-col items-start gap-1">
              <a href={asked.survey} target="_blank" rel="noreferrer" className="text-accent underline">
                {t(words.openSurvey)}
              </a>
              <span className="text-xs text-muted">{t(words.openSurveyHint)}</span>
            </p>
          ) : null}
        </Card>
      ) : null}
      {whole ? (
        <details className="rounded-lg border border-line bg-surface p-4">
          <summary className="inline-flex min-h-6 cursor-pointer items-center font-medium text-accent underline-offset-2 hover:underline">
            {t(words.whole)}
          </summary>
          <p className="mt-1 text-xs text-muted">{t(words.wholeHint)}</p>
          <div lang={of.language} className="mt-3 max-w-prose text-sm break-words whitespace-pre-wrap">
            {whole}
          </div>
        </details>
      ) : null}
    </>
  )
}

/** Who wrote a reply and how it sounds, which a colleague may say. */
export function SortReply({
  people,
  initial,
  seenAt,
  errors,
}: {
  people: Option[]
  initial: { contactId: string; feeling: string }
  seenAt: number
  errors: string[] | undefined
}) {
  const t = useT()
  return (
    <Card title={t(words.sort)}>
      <Form method="post" className="flex flex-col gap-4">
        <FieldErrors errors={errors} />
        <input type="hidden" name="seenAt" value={seenAt} />
        <Select
          name="contactId"
          label={t(words.person)}
          empty={t(words.somebody)}
          options={people}
          defaultValue={initial.contactId}
        />
        <FeelingChoice initial={initial.feeling} />
        <div>
          <Button name="intent" value="sort" variant="primary" busy={useBusy()}>
            {t(uiWords.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

/** The way from a voice to its case, or the button that opens one. */
export function CaseOfVoice({ id, caseId, mayOpen }: { id: string; caseId: string | null; mayOpen: boolean }) {
  const t = useT()
  const action = `/voices/${id}/case`
  const busy = useBusy(action)
  if (caseId)
    return (
      <Link to={`/cases/${caseId}`} className="text-accent underline">
        {t(words.toCase)}
      </Link>
    )
  if (!mayOpen) return null
  return (
    <Form method="post" action={action}>
      <Button busy={busy}>{t(words.openCase)}</Button>
    </Form>
  )
}
