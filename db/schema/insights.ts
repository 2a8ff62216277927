import { sql } from 'drizzle-orm'
import { dimensions } from '#db/enums/insights.ts'
import { classes } from '#db/enums/statistics.ts'
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
