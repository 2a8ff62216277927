import { Form, Link, useLocation } from '@remix-run/react'
import { Plus, Tag, UserRound } from 'lucide-react'
import type { ShownTopic } from '#app/responses/topics/list-response-topics.server.ts'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { wordsAt } from '#app/responses/topics/spans.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'

const chip =
  'inline-flex min-h-7 items-center gap-1 rounded-full border border-line bg-surface px-2.5 text-xs text-muted hover:border-accent hover:text-ink sm:min-h-6'

export interface TopicChipsProps {
  of: { id: string; comment: string | null; topics: readonly ShownTopic[] }
  mayCorrect?: boolean
  /** Topics that may be put on. */
  choices?: readonly { id: string; name: ShownTopic['name'] }[]
}

/** What an answer is about. A chip unfolds into the words that made it; its class of marks in the quote shows meanwhile. */
export function TopicChips({ of, mayCorrect = false, choices = [] }: TopicChipsProps) {
  const t = useT()
  const locale = useLocale()
  const more = choices.filter(({ id }) => !of.topics.some((topic) => topic.id === id))
  const adds = mayCorrect && more.length > 0
  if (of.topics.length === 0 && !adds) return null
  return (
    <ul aria-label={t(words.topics)} className="flex flex-wrap items-start gap-1.5">
      {of.topics.map((topic, at) => (
        <li key={topic.id} className="min-w-0 has-[details[open]]:basis-full">
          <details data-chip={at} className="relative z-10">
            <summary className={chip}>
              {topic.source === 'person' ? <UserRound aria-hidden size={12} /> : <Tag aria-hidden size={12} />}
              {topic.name[locale]}
              {topic.source === 'person' ? <span className="sr-only">{t(words.byPersonShort)}</span> : null}
            </summary>
            <Why of={of} topic={topic} mayCorrect={mayCorrect} />
          </details>
        </li>
      ))}
      {adds ? (
        <li className="has-[details[open]]:basis-full">
          <details className="relative z-10">
            <summary className={chip}>
              <Plus aria-hidden size={12} />
              {t(words.putOn)}
            </summary>
            <Correct responseId={of.id} to="on">
              <Select
                label={t(words.addTopic)}
                hideLabel
                name="topicId"
                options={more.map(({ id, name }) => ({ value: id, label: name[locale] }))}
                className="min-w-0"
              />
              <Button>{t(words.putOn)}</Button>
            </Correct>
          </details>
        </li>
      ) : null}
    </ul>
  )
}

function Why({ of, topic, mayCorrect }: { of: TopicChipsProps['of']; topic: ShownTopic; mayCorrect: boolean }) {
  const t = useT()
  const locale = useLocale()
  const said = of.comment === null ? [] : wordsAt(of.comment, topic.spans)
  return (
    <div className="mt-1.5 mb-1 flex flex-wrap items-center gap-x-4 gap-y-1.5 rounded border border-line bg-sunken px-3 py-2 text-xs">
      <p className="min-w-0">
        {topic.source === 'person' ? (
          t(words.byPerson)
        ) : (
          <>
            <span className="text-muted">{t(words.madeBy)}: </span>
            <span className="font-medium">
              {said.map((one) => (locale === 'ja' ? `「${one}」` : `“${one}”`)).join(' ')}
            </span>
          </>
        )}
      </p>
      <Link to={`/responses?topic=${topic.id}`} className="text-accent underline">
        {t(words.others)}
      </Link>
      {mayCorrect ? (
        <Correct responseId={of.id} to="off" topicId={topic.id}>
          <Button size="sm" aria-label={`${t(words.takeOff)}: ${topic.name[locale]}`}>
            {t(words.takeOff)}
          </Button>
        </Correct>
      ) : null}
    </div>
  )
}

function Correct({
  responseId,
  topicId,
  to,
  children,
}: {
  responseId: string
  topicId?: string
  to: 'on' | 'off'
  children: React.ReactNode
}) {
  const { pathname, search } = useLocation()
  return (
    <Form
      method="post"
      action={`/responses/${responseId}/topics`}
      preventScrollReset
      className={to === 'on' ? 'mt-1.5 flex flex-wrap items-center gap-2' : 'contents'}
    >
      {topicId === undefined ? null : <input type="hidden" name="topicId" value={topicId} />}
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="back" value={pathname + search} />
      {children}
    </Form>
  )
}
