import { useState } from 'react'
import { maxEntry } from '#app/cases/case.ts'
import { CaseForm, toldTo, type FormOf } from '#app/cases/components/case-form.tsx'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import type { CaseVerb } from '#app/cases/transitions.ts'
import { caseWords, entryWords } from '#app/cases/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Select, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

const kinds = ['call', 'meeting', 'mail_out', 'note'] as const

/** Writes down a note, or that somebody spoke to the customer. */
export function CaseComposer({ people, verbs, ...of }: FormOf & { people: ShownCase['people']; verbs: CaseVerb[] }) {
  const t = useT()
  const field = toldTo(of.told, 'entry')
  const offered = kinds.filter((kind) => verbs.includes(kind === 'note' ? 'note' : 'contact'))
  const [kind, setKind] = useState(field('kind').defaultValue ?? offered[0] ?? 'note')
  const waiting = people.filter((person) => person.state === 'waiting')
  return (
    <Card>
      <CaseForm of={of} intent="entry">
        <div className="flex flex-wrap gap-3 [&>div]:min-w-36 [&>div]:flex-1">
          <Select
            label={t(caseWords.entryKind)}
            {...field('kind')}
            defaultValue={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
            options={offered.map((value) => ({ value, label: t(entryWords[value]) }))}
          />
          {waiting.length > 1 && kind !== 'note' ? (
            <Select
              label={t(caseWords.reached)}
              {...field('casePersonId')}
              empty={t(caseWords.everyone)}
              options={waiting.map((person) => ({
                value: person.id,
                label: person.name ?? t(caseWords.unknownPerson),
              }))}
            />
          ) : null}
        </div>
        <Textarea
          label={t(caseWords.writeHere)}
          hint={offered.length > 1 ? t(caseWords.contactHint) : undefined}
          {...field('text')}
          rows={3}
          maxLength={maxEntry}
          required
        />
        <div>
          <Button
            variant={verbs.includes('resolve') || verbs.includes('close') ? 'secondary' : 'primary'}
            busy={useBusy(`/cases/${of.caseId}`)}
          >
            {t(caseWords.record)}
          </Button>
        </div>
      </CaseForm>
    </Card>
  )
}
