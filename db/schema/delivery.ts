import { isNotNull, sql } from 'drizzle-orm'
import {
  channels,
  declines,
  suggestionStates,
  invitationStates,
  preferenceChoices,
  vetoReasons,
  waveChoiceKinds,
  waveStates,
  type ContactRules,
  type SkipReason,
  type WaitReason,
} from '#db/enums/delivery.ts'
import { languages } from '#db/enums/platform.ts'
import { k } from '#db/kit.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { programDoors, programVersions, programs } from '#db/schema/surveys.ts'

export * from '#db/enums/delivery.ts'

export interface WaveCounts {
  audience: number
  invited: number
  skipped: Partial<Record<SkipReason, number>>
  /** Held back for now, by reason. Missing in waves from before there was any. */
  waiting?: Partial<Record<WaitReason, number>>
  /** Whether planning has looked at everybody: only then is anything sent. */
  complete: boolean
}

export const waves = k.table(
  'waves',
  {
    id: k.text('id').primaryKey(),
    programId: k
      .text('program_id')
      .notNull()
      .references(() => programs.id),
    versionId: k
      .text('version_id')
      .notNull()
      .references(() => programVersions.id),
    launchKey: k.text('launch_key').notNull(),
    state: k.oneOf('state', waveStates).notNull(),
    /** When a scheduled wave starts; null for one that was started at once. */
    startsAt: k.big('starts_at'),
    /** Whether it is sent at any hour, since somebody wants it out at once. */
    anyHour: k.bool('any_hour').notNull().default(false),
    /** When the owners of the accounts are told of it. */
    noticeAt: k.big('notice_at'),
    counts: k.json<WaveCounts>('counts'),
    /** Where planning resumes: the last contact looked at. */
    plannedUpTo: k.text('planned_up_to'),
    launchedBy: k.text('launched_by').notNull(),
    createdAt: k.big('created_at').notNull(),
    endedAt: k.big('ended_at'),
  },
  (t) => [
    k.uniqueIndex('waves_launch_key').on(t.launchKey),
    k.index('waves_program').on(t.programId, t.id),
    // One wave of a program at a time: the second of two launches is refused by the database.
    k
      .uniqueIndex('waves_open')
      .on(t.programId)
      .where(sql`${t.state} in ('scheduled', 'planning', 'ready', 'sending', 'paused')`),
  ],
)

/** What owners of accounts say before a scheduled wave starts: not this person, or this one too. */
export const waveChoices = k.table(
  'wave_choices',
  {
    waveId: k
      .text('wave_id')
      .notNull()
      .references(() => waves.id),
    contactId: k.text('contact_id').notNull(),
    choice: k.oneOf('choice', waveChoiceKinds).notNull(),
    /** Why not: a code, and what else there is to say. */
    reason: k.oneOf('reason', vetoReasons),
    note: k.text('note'),
    chosenBy: k.text('chosen_by').notNull(),
    at: k.big('at').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.waveId, t.contactId] })],
)

export const invitations = k.table(
  'invitations',
  {
    id: k.text('id').primaryKey(),
    programId: k
      .text('program_id')
      .notNull()
      .references(() => programs.id),
    versionId: k
      .text('version_id')
      .notNull()
      .references(() => programVersions.id),
    waveId: k.text('wave_id').references(() => waves.id),
    contactId: k.text('contact_id').references(() => contacts.id),
    accountId: k.text('account_id').references(() => accounts.id),
    channel: k.oneOf('channel', channels).notNull(),
    /** The door it came in by; null for what was sent. */
    doorId: k.text('door_id').references(() => programDoors.id),
    /** `wave:<id>` | `ext:<source>:<id>` | `link:<submission>` | `test:<id>` */
    occasion: k.text('occasion').notNull(),
    /** The contact's id, or random for somebody unknown. */
    respondentKey: k.text('respondent_key').notNull(),
    state: k.oneOf('state', invitationStates).notNull(),
    reason: k.text('reason'),
    dueAt: k.big('due_at').notNull(),
    /** Held back: when the rules look again. */
    nextPossibleAt: k.big('next_possible_at'),
    /** Calendar day of sending in the organisation's zone: the day of the response rate. */
    sentDay: k.int('sent_day'),
    sentAt: k.big('sent_at'),
    expiresAt: k.big('expires_at').notNull(),
    answeredAt: k.big('answered_at'),
    /** What the person said instead of answering. */
    declined: k.oneOf('declined', declines),
    ownerAtSend: k.text('owner_at_send'),
    language: k.oneOf('language', languages).notNull(),
    /** Generation of the link token: raising it revokes the links made before. */
    gen: k.int('gen').notNull(),
    isTest: k.bool('is_test').notNull(),
    /** Whether its mail may leave outside the hours in which mail is sent. */
    anyHour: k.bool('any_hour').notNull().default(false),
    createdAt: k.big('created_at').notNull(),
  },
  (t) => [
    k.uniqueIndex('invitations_occasion').on(t.programId, t.respondentKey, t.occasion),
    k.index('invitations_wave').on(t.waveId, t.state, t.id),
    k.index('invitations_answered').on(t.waveId).where(isNotNull(t.answeredAt)),
    k.index('invitations_contact').on(t.contactId, t.id),
    k.index('invitations_door').on(t.doorId, t.createdAt).where(isNotNull(t.doorId)),
    // Who merges or deletes an account finds its invitations by this, as does the foreign key.
    k.index('invitations_account').on(t.accountId, t.id).where(isNotNull(t.accountId)),
    k
      .index('invitations_planned')
      .on(t.waveId, t.dueAt, t.accountId, t.id)
      .where(sql`${t.state} = 'planned'`),
    k
      .index('invitations_full')
      .on(t.accountId)
      .where(sql`${t.state} = 'deferred' and ${t.reason} = 'account_full'`),
    k
      .index('invitations_deferred')
      .on(t.nextPossibleAt, t.id)
      .where(sql`${t.state} = 'deferred'`),
  ],
)

/** How often people may be written to, and when: one row, id `main`; the defaults until somebody sets it. */
export const contactRules = k.table('contact_rules', {
  id: k.text('id').primaryKey(),
  rules: k.json<ContactRules>('rules').notNull(),
  updatedBy: k.text('updated_by').notNull(),
  updatedAt: k.big('updated_at').notNull(),
})

/** The one ledger that every frequency rule reads. */
export const outreach = k.table(
  'outreach',
  {
    id: k.text('id').primaryKey(),
    contactId: k.text('contact_id').notNull(),
    accountId: k.text('account_id'),
    kind: k.oneOf('kind', ['invitation', 'reminder', 'ask', 'news', 'recovery']).notNull(),
    programId: k.text('program_id'),
    refId: k.text('ref_id').notNull(),
    at: k.big('at').notNull(),
    cancelledAt: k.big('cancelled_at'),
  },
  (t) => [
    k.uniqueIndex('outreach_ref').on(t.kind, t.refId),
    k.index('outreach_contact').on(t.contactId, t.at),
    // How many people of an account were written to of late.
    k.index('outreach_account').on(t.accountId, t.at).where(isNotNull(t.accountId)),
  ],
)

/** Wishes of people; written by `/u/:token`, the import and the API. */
export const preferences = k.table(
  'preferences',
  {
    contactId: k.text('contact_id').notNull(),
    /** `all` | `program:<id>` | `asks` | `news` */
    scope: k.text('scope').notNull(),
    choice: k.oneOf('choice', preferenceChoices).notNull(),
    at: k.big('at').notNull(),
    source: k.text('source').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.contactId, t.scope] })],
)

/** "Not my job, ask my colleague": nobody is written to before the account's owner agrees. */
export const suggestions = k.table(
  'suggestions',
  {
    id: k.text('id').primaryKey(),
    invitationId: k
      .text('invitation_id')
      .notNull()
      .references(() => invitations.id),
    accountId: k.text('account_id'),
    /** [P] As it was typed. */
    name: k.text('name').notNull(),
    /** [P] */
    email: k.text('email').notNull(),
    state: k.oneOf('state', suggestionStates).notNull(),
    /** The person it became. */
    contactId: k.text('contact_id'),
    decidedBy: k.text('decided_by'),
    decidedAt: k.big('decided_at'),
    at: k.big('at').notNull(),
  },
  (t) => [
    k.uniqueIndex('suggestions_invitation').on(t.invitationId),
    k.index('suggestions_account').on(t.accountId, t.id),
    k
      .index('suggestions_waiting')
      .on(t.at)
      .where(sql`${t.state} = 'waiting'`),
  ],
)
