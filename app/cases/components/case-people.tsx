import { Link } from '@remix-run/react'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { caseWords } from '#app/cases/words.ts'
import { MarkedText } from '#app/responses/components/marked-text.tsx'
import { TopicChips } from '#app/responses/components/topic-chips.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Quote } from '#app/ui/quote.tsx'

type Person = ShownCase['people'][number]

const personTones = { waiting: 'warning', replied: 'success', not_wanted: 'neutral', changed: 'success' } as const
const personWords = {
  waiting: caseWords.waitingPerson,
  replied: caseWords.repliedPerson,
  not_wanted: caseWords.notWantedPerson,
  changed: caseWords.changedPerson,
}

/** Everybody on the case, each with what they said, the newest words first. */
export function CasePeople({ people, mayCorrect }: { people: Person[]; mayCorrect: boolean }) {
  const t = useT()
  return (
    <section aria-label={t(caseWords.answers)} className="flex flex-col gap-4">
      {people.map((person) => (
        <article key={person.id} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
          <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h2 className="font-semibold">
              {person.contactId && person.name ? (
                <Link to={`/contacts/${person.contactId}`} className="hover:text-accent">
                  {person.name}
                </Link>
              ) : (
                t(caseWords.unknownPerson)
              )}
            </h2>
            {person.title ? <span className="text-muted">{person.title}</span> : null}
            <Badge tone={personTones[person.state]}>{t(personWords[person.state])}</Badge>
          </header>
          {person.answers.map((answer) => (
            <Answer key={answer.id} answer={answer} mayCorrect={mayCorrect} />
          ))}
          {person.email || person.phone ? (
            <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
              {person.email ? (
                <a
                  href={`mailto:${encodeURIComponent(person.email).replace('%40', '@')}`}
                  className="text-accent underline"
                >
                  {person.email}
                </a>
              ) : null}
              {person.phone ? (
                <a href={`tel:${person.phone.replace(/[^\d+]/g, '')}`} className="text-accent underline">
                  {person.phone}
                </a>
              ) : null}
            </p>
          ) : null}
        </article>
      ))}
    </section>
  )
}

function Answer({ answer, mayCorrect }: { answer: Person['answers'][number]; mayCorrect: boolean }) {
  const t = useT()
  const footer = (
    <>
      <ClassMark of={answer.class} metric={answer.metric} score={answer.score} />
      <Link to={`/responses/${answer.id}`} className="hover:text-accent">
        {answer.program}
      </Link>
      <Time at={answer.answeredAt} />
      {answer.withdrawn ? <Badge>{t(caseWords.withdrawn)}</Badge> : null}
    </>
  )
  if (answer.comment)
    return (
      <div className="marked flex flex-col gap-2">
        <Quote
          text={<MarkedText text={answer.comment} marked={answer.topics.map((topic) => topic.spans)} />}
          language={answer.language}
          footer={footer}
        />
        <TopicChips of={answer} mayCorrect={mayCorrect} />
      </div>
    )
  return (
    <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
      {footer}
      <span>{t(caseWords.noComment)}</span>
    </p>
  )
}
