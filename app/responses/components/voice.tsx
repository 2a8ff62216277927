import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { MarkedText } from '#app/responses/components/marked-text.tsx'
import { TopicChips } from '#app/responses/components/topic-chips.tsx'
import type { ListedResponse } from '#app/responses/list-responses.server.ts'
import { responseWords, stateWords } from '#app/responses/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time, useT } from '#app/ui/locale.tsx'

/** One answer in the stream: the words large, the rest small. */
export function Voice({
  of,
  mayCorrect = false,
  mark,
}: {
  of: ListedResponse
  mayCorrect?: boolean
  /** What else stands beside it, say its case. */
  mark?: ReactNode
}) {
  const t = useT()
  return (
    <li className="marked relative flex flex-col gap-2 p-4 hover:bg-sunken">
      <Link to={`/responses/${of.id}`} data-row className="after:absolute after:inset-0">
        {of.comment ? (
          <q
            lang={of.language}
            dir="auto"
            className="line-clamp-4 max-w-prose text-lg whitespace-pre-line text-ink [quotes:none]"
          >
            <MarkedText text={of.comment} marked={of.topics.map((topic) => topic.spans)} />
          </q>
        ) : (
          <span className="text-muted">{t(responseWords.noComment)}</span>
        )}
      </Link>
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
        <ClassMark of={of.class} metric={of.metric} score={of.score} />
        <Author of={of} />
        <span>{of.program}</span>
        <Time at={of.answeredAt} />
        <Marks of={of} />
        {of.answers?.length ? <span>{t(responseWords.answers, { n: of.answers.length })}</span> : null}
        {mark}
      </p>
      <TopicChips of={of} mayCorrect={mayCorrect} />
    </li>
  )
}

/** Person and account, as far as the reader may know them. */
export function Author({
  of,
}: {
  of: Pick<ListedResponse, 'hidden' | 'person' | 'account' | 'accountId' | 'contactId'>
}) {
  const t = useT()
  if (of.hidden) return <span>{t(responseWords.hiddenName)}</span>
  return (
    <>
      <span className="text-ink">
        {of.contactId && of.person ? (
          <Link to={`/contacts/${of.contactId}`} className="relative z-10 hover:text-accent">
            {of.person}
          </Link>
        ) : (
          t(responseWords.unknownPerson)
        )}
      </span>
      {of.accountId && of.account ? (
        <Link to={`/accounts/${of.accountId}`} className="relative z-10 hover:text-accent">
          {of.account}
        </Link>
      ) : null}
    </>
  )
}

/** Says of an answer that it is not in the numbers, and why. */
export function Marks({ of }: { of: Pick<ListedResponse, 'state' | 'isTest' | 'counts' | 'unverified'> }) {
  const t = useT()
  const why = of.isTest ? 'test' : of.state === 'counted' ? null : of.state
  return (
    <>
      {of.unverified ? <Badge tone="info">{t(responseWords.unverified)}</Badge> : null}
      {why ? <Badge tone="warning">{t(stateWords[why])}</Badge> : null}
      {of.counts && why === null ? null : <Badge>{t(responseWords.outside)}</Badge>}
    </>
  )
}
