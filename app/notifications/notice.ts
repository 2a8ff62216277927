import type { Actor } from '#app/audit/actor.ts'
import { can, type Action } from '#app/audit/can.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { Locale } from '#app/platform/words.ts'
import { noticeKinds, type MailTiming, type NoticeKind } from '#db/enums/notifications.ts'
import type { notifications } from '#db/schema/notifications.ts'

export type Notice = typeof notifications.$inferSelect

/** How somebody wants to hear of a kind. */
export interface Choice {
  /** In the list of the page. */
  inApp: boolean
  mail: MailTiming
  /** By a message to the person's own webhook. */
  hook: boolean
}

interface KindRule {
  /** Who can be told of it at all. */
  access: Action
  stream: 'case' | 'staff'
  /** Which template of `app/subscriptions.server.ts` renders a mail of its own. */
  template: string
  /** Until the person says otherwise. */
  usual: Choice
}

const asUsual: Choice = { inApp: true, mail: 'now', hook: true }

export const kindRules: Record<NoticeKind, KindRule> = {
  case_opened: { access: 'cases.read', stream: 'case', template: 'cases.opened', usual: asUsual },
  case_joined: { access: 'cases.read', stream: 'case', template: 'cases.opened', usual: asUsual },
  case_assigned: { access: 'cases.read', stream: 'case', template: 'cases.opened', usual: asUsual },
  case_reply: { access: 'cases.read', stream: 'staff', template: 'cases.replied', usual: asUsual },
  case_mention: { access: 'cases.read', stream: 'case', template: 'cases.notice', usual: asUsual },
  sla_warning: { access: 'cases.read', stream: 'case', template: 'cases.notice', usual: asUsual },
  sla_late: { access: 'cases.read', stream: 'case', template: 'cases.notice', usual: asUsual },
  ask_written: { access: 'advocates.read', stream: 'staff', template: 'advocacy.ask-notice', usual: asUsual },
  consent_ends: {
    access: 'advocates.read',
    stream: 'staff',
    template: 'advocacy.consent-notice',
    usual: { inApp: true, mail: 'digest', hook: true },
  },
  referral_new: { access: 'advocates.read', stream: 'staff', template: 'advocacy.referral-notice', usual: asUsual },
  referral_review: { access: 'advocates.read', stream: 'staff', template: 'advocacy.referral-notice', usual: asUsual },
  trouble: { access: 'jobs.read', stream: 'staff', template: 'notifications.alert', usual: asUsual },
}

/** The kinds that somebody's roles let them hear of. */
export const kindsFor = (actor: Actor): NoticeKind[] => noticeKinds.filter((kind) => can(actor, kindRules[kind].access))

/** Whom the words are for. */
export interface Reader {
  actor: Extract<Actor, { kind: 'user' }>
  locale: Locale
  zone: string
}

/** A notice in the words of its reader. */
export interface Told {
  /** One sentence. */
  text: string
  /** The page that it leads to. */
  path: string
  /** Why there is no need to hear of it any more, as a code; null while it holds. */
  over: string | null
}

/**
 * Puts notices of one kind into words, by their ids, for a reader who may hear of the kind. What they may not know of,
 * or what is gone, is left out.
 * Each kind has one, of the room that knows what it is about: `noticeTellers` in `app/mails.server.ts`.
 */
export type Teller = (ctx: Ctx, reader: Reader, list: Notice[]) => Promise<Map<string, Told>>

export type Tellers = Record<NoticeKind, Teller>

/** Mails of a kind that somebody gets one by one within a while; what comes after them joins a digest. */
export const mostMails = 5
