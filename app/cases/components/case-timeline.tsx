import { Mail, Phone, StickyNote, Users, type LucideIcon } from 'lucide-react'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { SentMail } from '#app/cases/components/sent-mail.tsx'
import { fileEventWords } from '#app/cases/files/words.ts'
import { taskEventWords } from '#app/cases/playbooks/words.ts'
import { landEventWords } from '#app/cases/landing-words.ts'
import { recoveryEventWords, spareWords } from '#app/cases/recovery/words.ts'
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

type Told = Extract<ShownCase['timeline'][number], { what: 'event' }>

/** Events of one type are told in different words by what was behind them. */
function typeOf({ type, heard, kept, by }: Told): string {
  if (heard) return `${type}_heard`
  if (kept) return `${type}_kept`
  return by === 'contradiction' ? `${type}_contradiction` : type
}

/** Entries and events in one order, the newest first. */
export function CaseTimeline({
  items,
  caseId,
  files,
}: {
  items: ShownCase['timeline']
  caseId: string
  files: ShownCase['files']
}) {
  const t = useT()
  const shown = items.flatMap((item): TimelineItem[] => {
    if (item.what === 'entry') {
      const unknown = item.kind === 'mail_in' ? caseWords.unknownPerson : caseWords.formerColleague
      const title = `${item.actor ?? t(unknown)} · ${t(entryWords[item.kind])}`
      const body = item.mail ? (
        <SentMail
          mail={item.mail}
          text={item.text}
          caseId={caseId}
          files={files.filter((file) => file.entryId === item.id)}
        />
      ) : (
        item.text
      )
      return [{ id: item.id, at: item.at, icon: icons[item.kind], title, body }]
    }
    const word =
      taskEventWords[item.type] ??
      fileEventWords[item.type] ??
      eventWords[typeOf(item)] ??
      landEventWords[typeOf(item)] ??
      recoveryEventWords[item.type]
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
      task: item.task || '–',
      wish: item.wish ? t(wishWords[item.wish]) : '–',
      person: item.person ?? t(caseWords.unknownPerson),
      why: item.why ? t(spareWords[item.why]) : '–',
    })
    return [{ id: item.id, at: item.at, title }]
  })
  return (
    <Card title={t(caseWords.timeline)}>
      <Timeline label={t(caseWords.timeline)} items={shown} />
    </Card>
  )
}
