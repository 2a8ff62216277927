import { isNull } from 'drizzle-orm'
import { roles, userStates, tokenPurposes, viewLists, type ApiScope } from '#db/enums/access.ts'
import { k } from '#db/kit.ts'

export * from '#db/enums/access.ts'

export const teams = k.table('teams', {
  id: k.text('id').primaryKey(),
  name: k.text('name').notNull(),
  leadId: k.text('lead_id'),
  createdAt: k.big('created_at').notNull(),
})

export const users = k.table(
  'users',
  {
    id: k.text('id').primaryKey(),
    email: k.text('email').notNull(),
    /** `emailKey()` of the address. */
    emailKey: k.text('email_key').notNull(),
    name: k.text('name').notNull(),
    locale: k.oneOf('locale', ['en', 'ja']).notNull(),
    zone: k.text('zone'),
    passwordHash: k.text('password_hash'),
    state: k.oneOf('state', userStates).notNull(),
    teamId: k.text('team_id').references(() => teams.id),
    /** Whose hours and days off this person works by; null for the organisation's. */
    calendarId: k.text('calendar_id'),
    createdAt: k.big('created_at').notNull(),
  },
  (t) => [k.uniqueIndex('users_email_key').on(t.emailKey), k.index('users_team').on(t.teamId)],
)

export const userRoles = k.table(
  'user_roles',
  {
    userId: k
      .text('user_id')
      .notNull()
      .references(() => users.id),
    role: k.oneOf('role', roles).notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.userId, t.role] })],
)

export const sessions = k.table(
  'sessions',
  {
    id: k.text('id').primaryKey(),
    secretHash: k.text('secret_hash').notNull(),
    userId: k
      .text('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: k.big('created_at').notNull(),
    seenAt: k.big('seen_at').notNull(),
    expiresAt: k.big('expires_at').notNull(),
    endedAt: k.big('ended_at'),
    /** Browser and system in words, for the list of one's own sessions. */
    device: k.text('device').notNull(),
  },
  (t) => [
    k.uniqueIndex('sessions_secret').on(t.secretHash),
    k.index('sessions_user').on(t.userId).where(isNull(t.endedAt)),
  ],
)

export const userTokens = k.table(
  'user_tokens',
  {
    id: k.text('id').primaryKey(),
    purpose: k.oneOf('purpose', tokenPurposes).notNull(),
    secretHash: k.text('secret_hash').notNull(),
    userId: k.text('user_id').references(() => users.id),
    createdAt: k.big('created_at').notNull(),
    expiresAt: k.big('expires_at').notNull(),
    usedAt: k.big('used_at'),
  },
  (t) => [k.uniqueIndex('user_tokens_secret').on(t.secretHash)],
)

export const apiKeys = k.table(
  'api_keys',
  {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    /** The first characters, to recognise a key by. */
    prefix: k.text('prefix').notNull(),
    secretHash: k.text('secret_hash').notNull(),
    scopes: k.json<ApiScope[]>('scopes').notNull(),
    createdBy: k.text('created_by').notNull(),
    createdAt: k.big('created_at').notNull(),
    usedAt: k.big('used_at'),
    revokedAt: k.big('revoked_at'),
  },
  (t) => [k.uniqueIndex('api_keys_secret').on(t.secretHash)],
)

/** Days on which somebody is away, and who works for them. */
export const absences = k.table(
  'absences',
  {
    id: k.text('id').primaryKey(),
    userId: k
      .text('user_id')
      .notNull()
      .references(() => users.id),
    /** First and last day, in days since 1970, by the person's own clock. */
    fromDay: k.int('from_day').notNull(),
    toDay: k.int('to_day').notNull(),
    standInId: k.text('stand_in_id').references(() => users.id),
    createdBy: k.text('created_by').notNull(),
    createdAt: k.big('created_at').notNull(),
  },
  (t) => [k.index('absences_user').on(t.userId, t.toDay), k.index('absences_stand_in').on(t.standInId, t.toDay)],
)

/** A list's filter under a name, as a tab above the list: its maker's own, or everybody's who may open the list. */
export const savedViews = k.table(
  'saved_views',
  {
    id: k.text('id').primaryKey(),
    list: k.oneOf('list', viewLists).notNull(),
    name: k.text('name').notNull(),
    /** The list's query without its paging; never empty. */
    query: k.text('query').notNull(),
    ownerId: k
      .text('owner_id')
      .notNull()
      .references(() => users.id),
    shared: k.bool('shared').notNull(),
    createdAt: k.big('created_at').notNull(),
    /** Kept a month, so that it can be brought back. */
    deletedAt: k.big('deleted_at'),
  },
  (t) => [k.index('saved_views_list').on(t.list, t.createdAt)],
)
