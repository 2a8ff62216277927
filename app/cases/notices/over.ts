import type { CaseState } from '#app/cases/transitions.ts'
import type { Role } from '#db/enums/audit.ts'
import type { NoticeKind } from '#db/enums/notifications.ts'

/** A case as far as notices about it depend on it. */
export interface NoticedCase {
  state: CaseState
  ownerId: string
  /** Of the owner. */
  teamId: string | null
  /** Whether somebody on it still waits for a first reply. */
  waiting: boolean
}

/** Whose cases concern somebody. */
export interface Concern {
  id: string
  roles: Role[]
  /** Colleagues who are away, and for whom they work. */
  standsInFor: readonly string[]
  /** Teams that they lead, or whose lead they stand in for. */
  teams: readonly string[]
}

/** Why somebody need not hear any more of what a notice says about a case; null while it holds. */
export function overOf(
  kind: NoticeKind,
  data: Record<string, unknown>,
  found: NoticedCase,
  reader: Concern,
): string | null {
  if (kind === 'case_mention') return null // what a colleague wrote stays written
  if (found.state === 'closed') return 'case_closed'
  const late = kind === 'sla_warning' || kind === 'sla_late'
  if (late && data.clock === 'resolve' && found.state === 'resolved') return 'case_resolved'
  if (late && data.clock === 'reply' && !found.waiting) return 'case_answered'
  // A clock is the business of those who lead, too.
  const leads = reader.roles.some((role) => role === 'lead' || role === 'admin')
  if (late && (leads || (found.teamId !== null && reader.teams.includes(found.teamId)))) return null
  const works = found.ownerId === reader.id || reader.standsInFor.includes(found.ownerId)
  return works ? null : 'case_reassigned'
}
