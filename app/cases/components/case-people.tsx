import { Link } from '@remix-run/react'
import { ReplyClock } from '#app/cases/components/case-clock.tsx'
import { WhyLanded, WishBadge } from '#app/cases/components/case-badges.tsx'
import type { FormOf } from '#app/cases/components/case-form.tsx'
import { PersonRecovery } from '#app/cases/components/case-recovery.tsx'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { caseWords } from '#app/cases/words.ts'
import { FurtherAnswers } from '#app/responses/components/further-answers.tsx'
import { MarkedText } from '#app/responses/components/marked-text.tsx'
import { TopicChips } from '#app/responses/components/topic-chips.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { channelWords, feelingWords, voiceWords } from '#app/voices/words.ts'

type Person = ShownCase['people'][number]
type Heard = ShownCase['heard'][number]

const personTones = { waiting: 'warning', replied: 'success', not_wanted: 'neutral', changed: 'success' } as const
const personWords = {
  waiting: caseWords.waitingPerson,
  replied: caseWords.repliedPerson,
  not_wanted: caseWords.notWantedPerson,
  changed: caseWords.changedPerson,
}

/** Everybody on the case, each with what they said, the newest words first; what nobody on it said stands below. */
export function CasePeople({
  people,
  heard,
  mayCorrect,
  recovery,
  ...form
}: {
  people: Person[]
  heard: Heard[]
  mayCorrect: boolean
  recovery: ShownCase['recovery']
  of: FormOf
  mayWork: boolean
}) {
  const t = useT()
  const speakers = new Set(people.map((person) => person.contactId))
  const alone = people.find((person) => person.contactId === null && person.answers.length === 0)
  const saidBy = (person: Person) =>
    heard.filter((one) =>
      one.contactId !== null && speakers.has(one.contactId) ? one.contactId === person.contactId : person === alone,
    )
  const shown = new Set(people.flatMap((person) => saidBy(person).map((one) => one.id)))
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
            {person.state === 'waiting' ? <ReplyClock dueAt={person.replyDueAt} used={person.used} /> : null}
            {person.wish ? <WishBadge wish={person.wish} when={person.wishWhen} /> : null}
          </header>
          {person.answers.map((answer) => (
            <Answer key={answer.id} answer={answer} mayCorrect={mayCorrect} />
          ))}
          {saidBy(person).map((one) => (
            <HeardQuote key={one.id} of={one} />
          ))}
          {person.wishPhone ? (
            <p>
              {t(caseWords.wishPhone)}{' '}
              <a href={`tel:${person.wishPhone.replace(/[^\d+]/g, '')}`} className="font-medium text-accent underline">
                {person.wishPhone}
              </a>
            </p>
          ) : null}
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
          {recovery?.people
            .filter((one) => one.id === person.id)
            .map((one) => (
              <PersonRecovery key={one.id} person={one} {...form} />
            ))}
        </article>
      ))}
      {heard
        .filter((one) => !shown.has(one.id))
        .map((one) => (
          <article key={one.id} className="rounded-lg border border-line bg-surface p-4">
            <HeardQuote of={one} />
          </article>
        ))}
    </section>
  )
}

/** What was heard elsewhere: the words, where and when, and no score. */
function HeardQuote({ of }: { of: Heard }) {
  const t = useT()
  const format = useFormat()
  return (
    <Quote
      text={of.text}
      language={of.language}
      footer={
        <>
          {of.feeling ? <Badge>{t(feelingWords[of.feeling])}</Badge> : null}
          <Link to={`/voices/${of.id}`} className="hover:text-accent">
            {t(of.source === 'reply' ? voiceWords.byReply : channelWords[of.channel])}
          </Link>
          <span>{format.day(of.day)}</span>
          <span>{t(voiceWords.noScore)}</span>
        </>
      }
    />
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
      <WhyLanded why={answer.why} score={answer.score} />
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
        <FurtherAnswers answers={answer.answers} metric={answer.metric} />
      </div>
    )
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
        {footer}
        <span>{t(caseWords.noComment)}</span>
      </p>
      <FurtherAnswers answers={answer.answers} metric={answer.metric} />
    </div>
  )
}
