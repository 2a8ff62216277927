import { accountWords as words, eventWords } from '#app/accounts/page-words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Timeline } from '#app/ui/timeline.tsx'

export interface HistoryEvent {
  id: string
  at: number
  type: string
  actorKind: string
  actorName: string | null
}

/** What happened with an account or a person, newest first. */
export function History({ events }: { events: HistoryEvent[] }) {
  const t = useT()
  if (!events.length) return <p className="text-muted">{t(words.noHistory)}</p>
  return (
    <Timeline
      label={t(words.history)}
      items={events.map((event) => {
        const who = event.actorName ?? t(event.actorKind === 'contact' ? words.customer : words.somebody)
        return {
          id: event.id,
          at: event.at,
          title: t(eventWords[event.type] ?? eventWords.other!, { who, type: event.type }),
        }
      })}
    />
  )
}
