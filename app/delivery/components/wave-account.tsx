import { Form, Link } from '@remix-run/react'
import type { WaveGroup } from '#app/delivery/list-wave-people.server.ts'
import { scheduleWords as words, vetoWords } from '#app/delivery/schedule-words.ts'
import { reasonOf } from '#app/delivery/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

type Person = WaveGroup['people'][number]

/** One account of a scheduled wave: who would be asked, who not and why; until it starts, with what can be said to that. */
export function WaveAccount({ group, open }: { group: WaveGroup; open: boolean }) {
  const t = useT()
  const may = open && group.mayChoose
  return (
    <Card
      title={
        group.id === null ? (
          t(words.noAccount)
        ) : (
          <Link to={`/accounts/${group.id}`} className="hover:text-accent hover:underline">
            {group.name}
          </Link>
        )
      }
      actions={<span className="text-xs text-muted">{group.ownerName}</span>}
    >
      <ul className="divide-y divide-line">
        {group.people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2">
            <div className="min-w-48 flex-1">
              <Link to={`/contacts/${person.id}`} className="font-medium hover:text-accent hover:underline">
                {person.name}
              </Link>
              <span className="block text-xs text-muted">
                {[person.department, person.title].filter(Boolean).join(' · ')}
              </span>
            </div>
            <Standing person={person} />
            {may ? <Choice person={person} /> : null}
          </li>
        ))}
      </ul>
      {may && group.others.length ? (
        <Form method="post" className="flex flex-wrap items-end gap-2 border-t border-line pt-3">
          <input type="hidden" name="choice" value="add" />
          <Select
            name="contactId"
            label={t(words.addSomebody)}
            className="min-w-56 flex-1 sm:max-w-sm"
            required
            empty=""
            options={group.others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button>{t(words.add)}</Button>
        </Form>
      ) : null}
    </Card>
  )
}

function Standing({ person }: { person: Person }) {
  const t = useT()
  if (person.choice === 'exclude')
    return (
      <span className="flex flex-col items-start gap-0.5 text-xs">
        <Badge tone="warning">{t(words.leftOut, { reason: t(vetoWords[person.veto ?? 'other']) })}</Badge>
        <span className="text-muted">{[person.note, person.chosenBy].filter(Boolean).join(' · ')}</span>
      </span>
    )
  return (
    <span className="flex flex-wrap gap-1">
      {person.choice === 'add' ? <Badge tone="accent">{t(words.added)}</Badge> : null}
      {person.reason === null ? (
        <Badge tone="success">{t(words.willBe)}</Badge>
      ) : (
        <Badge>{t(words.wont, { reason: t(reasonOf(person.reason)) })}</Badge>
      )}
    </span>
  )
}

function Choice({ person }: { person: Person }) {
  const t = useT()
  if (person.choice !== null)
    return (
      <Form method="post">
        <input type="hidden" name="contactId" value={person.id} />
        <Button name="choice" value="none" size="sm">
          {t(words.takeBack)}
        </Button>
      </Form>
    )
  if (person.reason !== null) return null
  return (
    <details className="basis-full sm:basis-auto">
      <summary className="cursor-pointer rounded border border-control px-2.5 py-1 text-xs font-medium">
        {t(words.leaveOut)}
      </summary>
      <Form method="post" className="mt-2 flex flex-wrap items-end gap-2">
        <input type="hidden" name="contactId" value={person.id} />
        <Select
          name="reason"
          label={t(words.reason)}
          required
          empty={t(uiWords.choose)}
          options={Object.entries(vetoWords).map(([value, word]) => ({ value, label: t(word) }))}
        />
        <Input name="note" label={t(words.note)} maxLength={300} />
        <Button name="choice" value="exclude">
          {t(words.leaveOut)}
        </Button>
      </Form>
    </details>
  )
}
