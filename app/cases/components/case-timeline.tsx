import { Mail, Phone, StickyNote, Users, type LucideIcon } from 'lucide-react'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { wishWords } from '#app/cases/wish-words.ts'
import { caseWords, entryWords, eventWords, type EntryKind } from '#app/cases/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Timeline, type TimelineItem } from '#app/ui/timeline.tsx'

const icons: Record<EntryKind, LucideIcon> = {
  note: StickyNote,
  call: Phone,
  meeting: Users,
  mail_out: Mail,
  mail_in: Mail,
}

/** Entries and events in one order, the newest first. */
export function CaseTimeline({ items }: { items: ShownCase['timeline'] }) {
  const t = useT()
  const shown = items.flatMap((item): TimelineItem[] => {
    if (item.what === 'entry') {
      const unknown = item.kind === 'mail_in' ? caseWords.unknownPerson : caseWords.formerColleague
      const title = `${item.actor ?? t(unknown)} · ${t(entryWords[item.kind])}`
      return [{ id: item.id, at: item.at, icon: icons[item.kind], title, body: item.text }]
    }
    const word = eventWords[item.heard ? `${item.type}_heard` : item.kept ? `${item.type}_kept` : item.type]
    if (!word) return []
    const actor =
      item.actor ??
      t(
        item.actorKind === 'key'
          ? caseWords.aKey
          : item.actorKind === 'user'
            ? caseWords.formerColleague
            : caseWords.system,
      )
    const title = t(word, {
      actor,
      owner: item.owner ?? t(caseWords.formerColleague),
      score: item.score ?? '–',
      tag: item.tag ?? '–',
      wish: item.wish ? t(wishWords[item.wish]) : '–',
    })
    return [{ id: item.id, at: item.at, title }]
  })
  return (
    <Card title={t(caseWords.timeline)}>
      <Timeline label={t(caseWords.timeline)} items={shown} />
    </Card>
  )
}
