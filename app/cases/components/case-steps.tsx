import { Link, useOutletContext } from '@remix-run/react'
import { ChevronDown, ChevronUp, type LucideIcon } from 'lucide-react'
import type { QueueAround } from '#app/cases/components/queue-list.tsx'
import { queueWords } from '#app/cases/queue-words.ts'
import { useT } from '#app/ui/locale.tsx'

/** To the case before and after this one in the list beside it, around its ends; nothing where the list doesn't hold it. */
export function CaseSteps({ caseId }: { caseId: string }) {
  const t = useT()
  const around = useOutletContext<QueueAround | undefined>()
  const at = around?.cases.findIndex((one) => one.id === caseId) ?? -1
  if (!around || at === -1) return null
  const { cases, search } = around
  /** Working on a case moves it down the list: after the last comes the first. */
  const beside = (step: 1 | -1) => (cases.length > 1 ? cases[(at + step + cases.length) % cases.length] : undefined)
  return (
    <nav aria-label={t(queueWords.steps)} className="flex items-center gap-1 text-xs text-muted">
      <span className="tabular-nums">{t(queueWords.place, { at: at + 1, all: cases.length })}</span>
      <Step to={beside(-1)} search={search} label={t(queueWords.previous)} icon={ChevronUp} keys="k" />
      <Step to={beside(1)} search={search} label={t(queueWords.next)} icon={ChevronDown} keys="j" />
    </nav>
  )
}

interface StepProps {
  to: { id: string; name: string } | undefined
  search: string
  label: string
  icon: LucideIcon
  keys: string
}

function Step({ to, search, label, icon: Icon, keys }: StepProps) {
  const look = 'flex size-9 items-center justify-center rounded'
  if (!to)
    return (
      <span className={`${look} opacity-40`}>
        <Icon aria-hidden size={18} />
      </span>
    )
  return (
    <Link
      to={`/cases/${to.id}${search}`}
      aria-label={`${label}: ${to.name}`}
      title={`${label}: ${to.name} (${keys})`}
      data-keys={keys}
      data-keys-label={label}
      aria-keyshortcuts={keys}
      className={`${look} text-accent hover:bg-accent-tint`}
    >
      <Icon aria-hidden size={18} />
    </Link>
  )
}
