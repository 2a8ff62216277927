import { isNotNull, isNull } from 'drizzle-orm'
import { mailTimings, noticeKinds } from '#db/enums/notifications.ts'
import { k } from '#db/kit.ts'
import { users } from '#db/schema/access.ts'

export * from '#db/enums/notifications.ts'

/** What a colleague is told: each event once. */
export const notifications = k.table(
  'notifications',
  {
    id: k.text('id').primaryKey(),
    userId: k
      .text('user_id')
      .notNull()
      .references(() => users.id),
    /** The event, or what stands for a series of them that is told once. */
    eventId: k.text('event_id').notNull(),
    kind: k.oneOf('kind', noticeKinds).notNull(),
    /** What it is about, to be opened: `case` and its id, say. */
    subjectKind: k.text('subject_kind').notNull(),
    subjectId: k.text('subject_id').notNull(),
    /** Ids and codes that its words need; no names, no text. */
    data: k.json<Record<string, string | number | boolean | null>>('data').notNull(),
    /** Whether it stands in the person's list, or only goes out by mail or hook. */
    inApp: k.bool('in_app').notNull(),
    at: k.big('at').notNull(),
    /** From the beginning for what doesn't stand in the list: there is nothing to be read. */
    readAt: k.big('read_at'),
    /** When a mail of its own is due; null for none. */
    mailAt: k.big('mail_at'),
    /** When the digest is due that it waits for; null when it waits for none, or is in one. */
    digestAt: k.big('digest_at'),
    /** The digest that took it. */
    digestId: k.text('digest_id'),
  },
  (t) => [
    k.uniqueIndex('notifications_event').on(t.userId, t.eventId, t.kind),
    k.index('notifications_user').on(t.userId, t.id),
    k.index('notifications_unread').on(t.userId, t.id).where(isNull(t.readAt)),
    k.index('notifications_mailed').on(t.userId, t.kind, t.mailAt).where(isNotNull(t.mailAt)),
    k.index('notifications_waiting').on(t.digestAt).where(isNotNull(t.digestAt)),
    k.index('notifications_digest').on(t.digestId).where(isNotNull(t.digestId)),
  ],
)

/** How a person wants to hear of a kind; a missing row means the kind's default. */
export const notificationChoices = k.table(
  'notification_choices',
  {
    userId: k
      .text('user_id')
      .notNull()
      .references(() => users.id),
    kind: k.oneOf('kind', noticeKinds).notNull(),
    inApp: k.bool('in_app').notNull(),
    mail: k.oneOf('mail', mailTimings).notNull(),
    hook: k.bool('hook').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.userId, t.kind] })],
)

export const notificationSettings = k.table('notification_settings', {
  userId: k
    .text('user_id')
    .primaryKey()
    .references(() => users.id),
  /** Quiet hours by the person's clock, in minutes from midnight; null for none. May span midnight. */
  quietFrom: k.int('quiet_from'),
  quietTo: k.int('quiet_to'),
  /** When the digest goes out, in minutes from midnight. */
  digestAt: k.int('digest_at').notNull(),
  /** Encrypted address of a Slack-compatible webhook. */
  hookUrl: k.text('hook_url'),
  /** When a call of it was last given up, and why, as a code; null since one went through. */
  hookFailedAt: k.big('hook_failed_at'),
  hookFailure: k.text('hook_failure'),
  updatedAt: k.big('updated_at').notNull(),
})
