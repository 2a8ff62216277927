import { Link, useLocation } from '@remix-run/react'
import { Building2, Ear, Inbox, Mail, MessageSquareQuote, Sparkles, type LucideIcon } from 'lucide-react'
import { eventWords } from '#app/accounts/history-words.ts'
import { accountWords } from '#app/accounts/page-words.ts'
import { entryWords } from '#app/cases/words.ts'
import type { TimelineEntry } from '#app/insights/list-timeline.server.ts'
import { timelineKinds, type TimelineKind } from '#app/insights/timeline-kinds.ts'
import { sentWords, timelineWords as words } from '#app/insights/timeline-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { useHref } from '#app/ui/search.ts'

const icons: Record<string, LucideIcon> = {
  responses: MessageSquareQuote,
  voices: Ear,
  delivery: Mail,
  email: Mail,
  sent: Mail,
  cases: Inbox,
  loop: Inbox,
  advocacy: Sparkles,
}

/** All that happened with an account or a person, by kind, a page at a time. `aboutOne`: the page names the person already. */
export function HistoryTimeline({
  items,
  next,
  kind,
  aboutOne = false,
}: {
  items: TimelineEntry[]
  next: string | null
  kind: TimelineKind | null
  aboutOne?: boolean
}) {
  const t = useT()
  const label = t(accountWords.history)
  return (
    <div className="flex flex-col gap-4">
      <Kinds current={kind} />
      {items.length === 0 ? (
        <p className="text-muted">{t(kind ? words.none : accountWords.noHistory)}</p>
      ) : (
        <>
          <Timeline
            label={label}
            items={items.map((one) => ({
              id: one.id,
              at: one.at,
              icon: icons[one.type.split('.')[0]!] ?? Building2,
              title: <Title of={one} aboutOne={aboutOne} />,
              body: <Body of={one} />,
            }))}
          />
          <Pager shown={items.length} next={next} />
        </>
      )}
    </div>
  )
}

function Kinds({ current }: { current: TimelineKind | null }) {
  const t = useT()
  const href = useHref()
  const all = [null, ...(Object.keys(timelineKinds) as TimelineKind[])]
  return (
    <nav aria-label={t(words.show)} className="flex flex-wrap gap-1.5">
      {all.map((kind) => (
        <Link
          key={kind ?? 'all'}
          to={href({ kind, after: null })}
          preventScrollReset
          aria-current={kind === current ? 'true' : undefined}
          className={join(
            'inline-flex min-h-8 items-center rounded-full border px-3 max-sm:min-h-10',
            kind === current
              ? 'border-accent bg-accent-tint font-semibold text-accent'
              : 'border-line bg-surface hover:border-accent',
          )}
        >
          {t(words[kind ?? 'all'])}
        </Link>
      ))}
    </nav>
  )
}

function Title({ of, aboutOne }: { of: TimelineEntry; aboutOne: boolean }) {
  const t = useT()
  const { pathname } = useLocation()
  const byCustomer = of.actorKind === 'contact'
  const who = of.actorName ?? (byCustomer ? of.person || t(accountWords.customer) : t(accountWords.somebody))
  const sent = sentWords[of.type]
  const text = sent
    ? t(sent, { program: of.program ?? '' })
    : t(eventWords[of.type] ?? eventWords.other!, { who, type: of.type })
  const named = !aboutOne && of.person !== null && of.contactId !== null && !pathname.endsWith(of.contactId)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {text}
      {of.answer?.followUp ? <Badge>{t(words.followUp)}</Badge> : null}
      {of.answer ? <ClassMark of={of.answer.class} metric={of.answer.metric} score={of.answer.score} /> : null}
      {named ? (
        <Link to={`/contacts/${of.contactId}`} className="text-accent hover:underline">
          {byCustomer && of.actorName === null ? of.person : t(words.about, { name: of.person! })}
        </Link>
      ) : null}
    </span>
  )
}

function Body({ of }: { of: TimelineEntry }) {
  const t = useT()
  const { answer, voice, entry, subjectKind, subjectId } = of
  const link = (to: string, text: string) => (
    <Link to={to} className="text-xs text-accent underline">
      {text}
    </Link>
  )
  return (
    <div className="flex flex-col items-start gap-1">
      {answer?.comment ? (
        <q lang={answer.language} dir="auto" className="max-w-prose text-lg text-ink [quotes:none]">
          {answer.comment}
        </q>
      ) : null}
      {voice ? (
        <q
          lang={voice.language}
          dir="auto"
          className="line-clamp-6 max-w-prose text-lg whitespace-pre-line text-ink [quotes:none]"
        >
          {voice.text}
        </q>
      ) : null}
      {entry ? (
        <p className="max-w-prose rounded bg-sunken px-3 py-2 whitespace-pre-line">
          <span className="text-xs text-muted">{t(entryWords[entry.kind])}: </span>
          {entry.text}
        </p>
      ) : null}
      {subjectKind === 'response' && subjectId && answer ? link(`/responses/${subjectId}`, t(words.openAnswer)) : null}
      {voice && subjectId ? link(`/voices/${subjectId}`, t(words.openVoice)) : null}
      {subjectKind === 'case' && subjectId ? link(`/cases/${subjectId}`, t(words.openCase)) : null}
    </div>
  )
}
