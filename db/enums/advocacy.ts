import type { healths } from '#db/enums/accounts.ts'
import type { Language } from '#db/enums/platform.ts'

export const advocateStates = ['candidate', 'active', 'paused', 'left'] as const
/** Who paused an advocate: an unhappy answer, which a happy one takes back, or a colleague, who has reasons. */
export const pausers = ['answer', 'person'] as const
/** `replaced`: the company agreed anew, and the newer one holds. */
export const consentStates = ['given', 'withdrawn', 'expired', 'replaced'] as const

/** What an advocate can be asked for. */
export const askKinds = [
  'referral',
  'reference',
  'review',
  'quote',
  'case_study',
  'event',
  'advisory_board',
  'ambassador',
] as const
export type AskKind = (typeof askKinds)[number]

/** Who may be asked for one kind of thing. Days are whole days; 0 switches a rule of days off. */
export interface AskRules {
  /** The latest answer must be a promoter's, and no older. */
  promoterDays: number
  /** Only who agreed to be asked for this. */
  consent: boolean
  /** Only where the company agreed as well. */
  companyConsent: boolean
  /** So long after anybody asked the person for anything. */
  quietDays: number
  /** So long after the person was asked for this. */
  coolDownDays: number
  /** Health of the account; an account without one is `unknown`. */
  healths: (typeof healths)[number][]
  /** Not in the days before the account renews. */
  renewalDays: number
  /** In which languages the person may be asked; none: in any. */
  languages: Language[]
  /** How many asks of this kind may wait for an answer at a time; null: any number. */
  mostOpen: number | null
}

/** The words of an ask in one language. `{name}`, `{company}`, `{sender}` are filled in. */
export interface AskWording {
  subject: string
  body: string
  /** What is agreed to by saying yes. */
  consent: string
}

/** One version of a kind of ask. */
export interface AskContent {
  /** Whether anybody is asked for it at all. */
  on: boolean
  wording: Record<'en' | 'ja', AskWording>
  rules: AskRules
  /** What who says yes and does it gets, in words; null: nothing. */
  reward: Record<'en' | 'ja', string> | null
  /** So many months what is agreed to holds; left out: until it is taken back. */
  consentMonths?: number
  /** Whether a promoter is asked for it on the page after their answer too, where no rule forbids it; left out: no. */
  thanks?: boolean
}

/**
 * `reserved` for who writes it, `queued` until it leaves, `sent` until the person answers; `done` when what was agreed to
 * has happened. `lapsed`: reserved and never written.
 */
export const askStates = [
  'reserved',
  'queued',
  'sent',
  'accepted',
  'declined',
  'later',
  'expired',
  'done',
  'cancelled',
  'lapsed',
] as const
export type AskState = (typeof askStates)[number]
export const askChannels = ['mail', 'hand', 'thanks'] as const
/** How a colleague asked by hand. */
export const askWays = ['phone', 'meeting', 'event', 'message'] as const
export type AskWay = (typeof askWays)[number]

/** The rules that can forbid an ask, each a bit of `ask_standings.blocks` by its place here: add new ones at the end only. */
export const askBlocks = [
  'off',
  'gone',
  'not_a_customer',
  'no_email',
  'suppressed',
  'unhappy',
  'too_long_ago',
  'paused',
  'no_consent',
  'no_company_consent',
  'case_open',
  'held',
  'opted_out',
  'asked_now',
  'asked_lately',
  'cooling_down',
  'person_budget',
  'account_budget',
  'health',
  'renewal',
  'language',
  'capacity',
] as const
export type AskBlock = (typeof askBlocks)[number]
