import { Link } from '@remix-run/react'
import { CaseForm, toldTo, type FormOf } from '#app/cases/components/case-form.tsx'
import { Disclosure } from '#app/cases/components/disclosure.tsx'
import type { ShownRecovery } from '#app/cases/recovery/get-recovery.server.ts'
import { cannotWords, recoveryWords as words, spareWords } from '#app/cases/recovery/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, useBusy } from '#app/ui/button.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Select } from '#app/ui/field.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { uiWords } from '#app/ui/words.ts'
import { spareReasons, type SpareReason } from '#db/enums/cases.ts'

type Person = ShownRecovery['people'][number]

const tones = { recovered: 'success', not: 'danger', asked: 'info', cannot: 'warning' } as const

/** Whether this person was asked if it is put right, and what they answered. */
export function PersonRecovery({ of, person, mayWork }: { of: FormOf; person: Person; mayWork: boolean }) {
  const t = useT()
  const { answer } = person
  if (person.said === null && !answer) return null
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-xs font-semibold text-muted">{t(words.title)}</h3>
        <Standing of={person} />
        {answer?.state === 'unconfirmed' ? (
          <Link to={`/responses/${answer.id}`} className="text-accent underline">
            {t(words.unsure)}
          </Link>
        ) : null}
      </div>
      {answer?.state === 'counted' ? <FollowUp answer={answer} /> : null}
      {mayWork && person.maySpare && person.said !== 'cancelled' ? <Spare of={of} person={person} /> : null}
    </div>
  )
}

function Standing({ of: { said, at, why } }: { of: Person }) {
  const t = useT()
  const format = useFormat()
  if (said === null) return null
  const reason =
    said === 'spared'
      ? t(spareWords[why as SpareReason])
      : why === 'nobodyKnown'
        ? t(words.nobodyKnown)
        : t(cannotWords[why ?? 'other'] ?? cannotWords.other!)
  return (
    <Badge tone={tones[said as keyof typeof tones]}>
      {t(words[said], { when: at === null ? '' : format.dateTime(at), why: reason })}
    </Badge>
  )
}

function FollowUp({ answer }: { answer: NonNullable<Person['answer']> }) {
  const t = useT()
  const footer = (
    <>
      <ClassMark of={answer.class} metric="csat" score={answer.score} />
      <Link to={`/responses/${answer.id}`} className="hover:text-accent">
        {t(words.followUp)}
      </Link>
      <Time at={answer.answeredAt} />
    </>
  )
  if (answer.comment) return <Quote text={answer.comment} language={answer.language} footer={footer} />
  return <p className="flex flex-wrap items-center gap-2 text-xs text-muted">{footer}</p>
}

function Spare({ of, person }: { of: FormOf; person: Person }) {
  const t = useT()
  const field = toldTo(of.told, 'spare')
  const busy = useBusy(`/cases/${of.caseId}`)
  const who = <input type="hidden" name="casePersonId" value={person.id} />
  if (person.spared !== null)
    return (
      <CaseForm of={of} intent="spare">
        {who}
        <input type="hidden" name="reason" value="" />
        <div>
          <Button busy={busy}>{t(words.ask)}</Button>
        </div>
      </CaseForm>
    )
  return (
    <Disclosure
      summary={t(words.spare)}
      open={of.told?.intent === 'spare' && of.told.typed?.casePersonId === person.id}
    >
      <CaseForm of={of} intent="spare" className="max-w-sm">
        {who}
        <Select
          label={t(words.why)}
          hint={t(words.spareHint)}
          {...field('reason')}
          required
          empty={t(uiWords.choose)}
          options={spareReasons.map((value) => ({ value, label: t(spareWords[value]) }))}
        />
        <div>
          <Button busy={busy}>{t(words.spare)}</Button>
        </div>
      </CaseForm>
    </Disclosure>
  )
}

/** When a resolved case closes by itself. */
export function RecoveryEnd({ of }: { of: Pick<ShownRecovery, 'closesAt' | 'nobody'> }) {
  const t = useT()
  const format = useFormat()
  if (of.closesAt === null) return null
  return (
    <p className="text-xs">{t(of.nobody ? words.nobody : words.closesOn, { when: format.dateTime(of.closesAt) })}</p>
  )
}
