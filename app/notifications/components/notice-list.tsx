import {
  AtSign,
  CalendarClock,
  CircleAlert,
  Clock,
  ClockAlert,
  Inbox,
  Mail,
  Megaphone,
  UserCheck,
  UserPlus,
  UserRoundPlus,
  UserRoundSearch,
  type LucideIcon,
} from 'lucide-react'
import { noticeListWords as words } from '#app/notifications/words.ts'
import { join } from '#app/ui/join.ts'
import { Time, useT } from '#app/ui/locale.tsx'
import type { NoticeKind } from '#db/enums/notifications.ts'

const icons: Record<NoticeKind, LucideIcon> = {
  case_opened: Inbox,
  case_joined: UserPlus,
  case_assigned: UserCheck,
  case_reply: Mail,
  case_mention: AtSign,
  sla_warning: Clock,
  sla_late: ClockAlert,
  ask_written: Megaphone,
  consent_ends: CalendarClock,
  referral_new: UserRoundPlus,
  referral_review: UserRoundSearch,
  trouble: CircleAlert,
}

export interface ListedNotice {
  id: string
  kind: NoticeKind
  at: number
  unread: boolean
  /** Null where it is gone, or no longer open to the reader. */
  text: string | null
}

/** One line each: a sentence that leads there, and when. Opened by a whole page, so that the bell counts anew. */
export function NoticeList({ rows }: { rows: ListedNotice[] }) {
  const t = useT()
  return (
    <ol aria-label={t(words.title)} className="overflow-hidden rounded-lg border border-line bg-surface">
      {rows.map(({ id, kind, at, unread, text }) => {
        const Icon = icons[kind]
        const line = (
          <>
            <Icon aria-hidden size={16} className={join('mt-0.5 shrink-0', unread ? 'text-accent' : 'text-faint')} />
            <span className={join('min-w-0 flex-1', unread ? 'font-semibold' : 'text-muted')}>
              {text ?? t(words.gone)}
              {unread ? <span className="sr-only"> ({t(words.unread)})</span> : null}
            </span>
            <span className="shrink-0 text-xs text-muted">
              <Time at={at} />
            </span>
            <span aria-hidden className={join('mt-1.5 size-2 shrink-0 rounded-full', unread && 'bg-accent')} />
          </>
        )
        const look = 'flex min-h-11 items-start gap-3 px-3 py-2.5'
        return (
          <li key={id} className="border-t border-line first:border-t-0">
            {/* What is gone is only marked as read. */}
            <a href={`/notifications/${id}`} className={join(look, 'hover:bg-sunken')}>
              {line}
            </a>
          </li>
        )
      })}
    </ol>
  )
}
