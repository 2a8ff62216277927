import { worse } from '#app/cases/due.ts'
import type { CaseState } from '#app/cases/transitions.ts'
import type { ReplyTime, ReplyWish } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'

interface Joinable {
  id: string
  state: CaseState
  severity: Severity
  openedAt: number
  claimedAt: number | null
  contactedAt: number | null
  resolvedAt: number | null
  resolveDueAt: number | null
  reopened: number
  ownerId: string
}

/** Of two open cases the older goes on. */
export function elder<Case extends Joinable>(a: Case, b: Case): { keeps: Case; joins: Case } {
  const first = a.openedAt < b.openedAt || (a.openedAt === b.openedAt && a.id < b.id)
  return first ? { keeps: a, joins: b } : { keeps: b, joins: a }
}

/**
 * How the case stands that goes on for two: alike, as both did; contacted, when only that was done for one of them; else
 * somebody works on it. What was resolved is open again when the other was not.
 */
export function joinedState(a: CaseState, b: CaseState): CaseState {
  if (a === b) return a
  const early = (state: CaseState) => state === 'new' || state === 'contacted'
  return early(a) && early(b) ? 'contacted' : 'working'
}

const first = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b))

/**
 * The columns of the case that goes on. Whoever took it keeps it; of two severities the worse stands, of two promises the
 * earlier.
 */
export function joinedCase(keeps: Joinable, joins: Joinable) {
  const state = joinedState(keeps.state, joins.state)
  // Counts what its people were asked for: none of either case may be taken for asked already.
  const reopens = state !== 'resolved' && (keeps.state === 'resolved' || joins.state === 'resolved')
  return {
    state,
    severity: worse(keeps.severity, joins.severity),
    claimedAt: keeps.claimedAt ?? (joins.ownerId === keeps.ownerId ? joins.claimedAt : null),
    contactedAt: first(keeps.contactedAt, joins.contactedAt),
    resolvedAt: state === 'resolved' ? first(keeps.resolvedAt, joins.resolvedAt) : null,
    resolveDueAt: first(keeps.resolveDueAt, joins.resolveDueAt),
    reopened: Math.max(keeps.reopened, joins.reopened) + (reopens ? 1 : 0),
  }
}

interface Waiting {
  /** Null of who was only heard elsewhere. */
  responseId: string | null
  state: 'waiting' | 'replied' | 'not_wanted' | 'changed'
  clockFrom: number | null
  severity: Severity | null
  replyDueAt: number
  repliedAt: number | null
  wish: ReplyWish | null
  wishWhen: ReplyTime | null
  wishPhone: string | null
}

const open = { waiting: 3, replied: 2, not_wanted: 1, changed: 0 }

/** One person who stood on a case twice: whoever waits for a reply waits, and the earlier time counts. */
export function joinedPerson(a: Waiting, b: Waiting): Waiting {
  const state = open[a.state] >= open[b.state] ? a.state : b.state
  const [clock] = [a, b].filter((one) => one.state === state).sort((one, two) => one.replyDueAt - two.replyDueAt)
  const replied = [a, b].flatMap((one) => one.repliedAt ?? [])
  const [older, newer] = (a.responseId ?? '') > (b.responseId ?? '') ? [b, a] : [a, b]
  const { wish, wishWhen, wishPhone } = newer.wish === null ? older : newer
  return {
    wish,
    wishWhen,
    wishPhone,
    // An id begins with the time of the answer.
    responseId: newer.responseId,
    state,
    clockFrom: clock!.clockFrom,
    severity: clock!.severity,
    replyDueAt: clock!.replyDueAt,
    repliedAt: state === 'waiting' || !replied.length ? null : Math.max(...replied),
  }
}
