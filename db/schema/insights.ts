import { sql } from 'drizzle-orm'
import { dimensions, quoteNames, recipientStates } from '#db/enums/insights.ts'
import { classes, metrics } from '#db/enums/statistics.ts'
import { k } from '#db/kit.ts'

export * from '#db/enums/insights.ts'

/** One insert in the answer's transaction; folded into `scores` by a job. No shared counter is updated on the hot path. */
export const scoreDeltas = k.table('score_deltas', {
  id: k.text('id').primaryKey(),
  responseId: k.text('response_id').notNull(),
  programId: k.text('program_id').notNull(),
  day: k.int('day').notNull(),
  tier: k.text('tier'),
  region: k.text('region'),
  industry: k.text('industry'),
  plan: k.text('plan'),
  stage: k.text('stage'),
  ownerId: k.text('owner_id'),
  language: k.text('language').notNull(),
  products: k.json<string[]>('products').notNull(),
  n: k.int('n').notNull(),
  low: k.int('low').notNull(),
  mid: k.int('mid').notNull(),
  high: k.int('high').notNull(),
  sum: k.int('sum').notNull(),
})

export const scores = k.table(
  'scores',
  {
    programId: k.text('program_id').notNull(),
    day: k.int('day').notNull(),
    dim: k.oneOf('dim', dimensions).notNull(),
    value: k.text('value').notNull(),
    n: k.int('n').notNull(),
    low: k.int('low').notNull(),
    mid: k.int('mid').notNull(),
    high: k.int('high').notNull(),
    sum: k.int('sum').notNull(),
  },
  (t) => [
    k.primaryKey({ columns: [t.programId, t.day, t.dim, t.value] }),
    k.index('scores_dim').on(t.dim, t.value, t.day),
    // All that the overview reads, side by side: without it each day lies on a page of its own.
    k
      .index('scores_all')
      .on(t.day, t.programId, t.low, t.mid, t.high)
      .where(sql`${t.dim} = 'all'`),
  ],
)

/** Invitations by program and day of sending: the denominator of the response rate. */
export const sends = k.table(
  'sends',
  {
    programId: k.text('program_id').notNull(),
    day: k.int('day').notNull(),
    invited: k.int('invited').notNull(),
    failed: k.int('failed').notNull(),
    answered: k.int('answered').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.programId, t.day] })],
)

/** Changes of `sends` that wait to be folded, by the same rule as `score_deltas`. */
export const sendDeltas = k.table('send_deltas', {
  id: k.text('id').primaryKey(),
  programId: k.text('program_id').notNull(),
  day: k.int('day').notNull(),
  invited: k.int('invited').notNull(),
  failed: k.int('failed').notNull(),
  answered: k.int('answered').notNull(),
})

/**
 * How many answers are not their person's latest within the window of `headlineDays` that ends on a day, written as the
 * CHANGE from the day before: the sum up to a day is the number on that day. An answer of day d that was given again on
 * day e is such a one in the windows that end from e to d + headlineDays - 1, so it is two rows here, however long ago.
 */
export const windowRepeats = k.table(
  'window_repeats',
  {
    programId: k.text('program_id').notNull(),
    day: k.int('day').notNull(),
    low: k.int('low').notNull(),
    mid: k.int('mid').notNull(),
    high: k.int('high').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.programId, t.day] })],
)

/** What each answer adds to `window_repeats`, so that it can be taken back when the chain of a person's answers changes. */
export const repeatedAnswers = k.table('repeated_answers', {
  responseId: k.text('response_id').primaryKey(),
  programId: k.text('program_id').notNull(),
  nextDay: k.int('next_day').notNull(),
  day: k.int('day').notNull(),
  class: k.oneOf('class', classes).notNull(),
})

/** How the monthly page is made and sent: one row, id `monthly`. */
export const monthlySettings = k.table('monthly_settings', {
  id: k.text('id').primaryKey(),
  enabled: k.bool('enabled').notNull(),
  /** Since when it is sent: what was due before is not made up for. */
  since: k.big('since').notNull(),
  /** Sent on the n-th working day of the month after. */
  workingDay: k.int('working_day').notNull(),
  names: k.oneOf('names', quoteNames).notNull(),
  /** A case is closed in time within this many days of being opened. */
  closeDays: k.int('close_days').notNull(),
  /** Stages of accounts that have gone; null: those that look like it. */
  lostStages: k.json<string[]>('lost_stages'),
  /** Programs whose answers are not quoted. */
  unquoted: k.json<string[]>('unquoted').notNull(),
  updatedAt: k.big('updated_at').notNull(),
})

/** What a score should be: of a program, or with an empty id of all programs of the metric. */
export const scoreTargets = k.table(
  'score_targets',
  {
    metric: k.oneOf('metric', metrics).notNull(),
    programId: k.text('program_id').notNull(),
    value: k.int('value').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.metric, t.programId] })],
)

/** Who gets the monthly page by mail; most of them are no users. */
export const monthlyRecipients = k.table(
  'monthly_recipients',
  {
    id: k.text('id').primaryKey(),
    email: k.text('email').notNull(),
    emailKey: k.text('email_key').notNull(),
    language: k.oneOf('language', ['en', 'ja']).notNull(),
    /** `stopped` by themselves, `removed` by an admin. */
    state: k.oneOf('state', recipientStates).notNull(),
    addedBy: k.text('added_by').notNull(),
    createdAt: k.big('created_at').notNull(),
    changedAt: k.big('changed_at').notNull(),
  },
  (t) => [k.uniqueIndex('monthly_recipients_email').on(t.emailKey)],
)

/** A month that was sent: its row and its mails are made together, so nobody gets one twice. */
export const monthlyIssues = k.table('monthly_issues', {
  /** First day of the month that it is about. */
  month: k.int('month').primaryKey(),
  at: k.big('at').notNull(),
  /** What the mails say, by metric: the page tells what has changed since. */
  figures: k.json<{ metric: string; value: number | null; n: number }>('figures').notNull(),
  recipients: k.int('recipients').notNull(),
})

/** What a link to a monthly page opens, until when. */
export const monthlyLinks = k.table(
  'monthly_links',
  {
    id: k.text('id').primaryKey(),
    month: k.int('month').notNull(),
    /** Null: a colleague's own try. */
    recipientId: k.text('recipient_id').references(() => monthlyRecipients.id),
    language: k.oneOf('language', ['en', 'ja']).notNull(),
    createdAt: k.big('created_at').notNull(),
    expiresAt: k.big('expires_at').notNull(),
    revokedAt: k.big('revoked_at'),
  },
  (t) => [k.index('monthly_links_recipient').on(t.recipientId, t.id), k.index('monthly_links_expiry').on(t.expiresAt)],
)
