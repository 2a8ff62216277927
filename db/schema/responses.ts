import { sql } from 'drizzle-orm'
import { responseStates, evidences, standings } from '#db/enums/responses.ts'
import { classes } from '#db/enums/statistics.ts'
import { k } from '#db/kit.ts'
import { invitations } from '#db/schema/delivery.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'

export * from '#db/enums/responses.ts'
export { classes, type Class } from '#db/enums/statistics.ts'

/** What a link fetch leaves: a claim, never an answer. */
export const touches = k.table(
  'touches',
  {
    id: k.text('id').primaryKey(),
    invitationId: k.text('invitation_id').notNull(),
    at: k.big('at').notNull(),
    method: k.text('method').notNull(),
    score: k.int('score'),
    /** The address cut to /24 or /48. */
    network: k.text('network').notNull(),
    agentHash: k.text('agent_hash').notNull(),
    flags: k.json<string[]>('flags').notNull(),
  },
  (t) => [k.index('touches_invitation').on(t.invitationId, t.at), k.index('touches_at').on(t.at)],
)

/** The projection of its accepted revision. */
export const responses = k.table(
  'responses',
  {
    id: k.text('id').primaryKey(),
    invitationId: k
      .text('invitation_id')
      .notNull()
      .references(() => invitations.id),
    programId: k
      .text('program_id')
      .notNull()
      .references(() => programs.id),
    versionId: k
      .text('version_id')
      .notNull()
      .references(() => programVersions.id),
    contactId: k.text('contact_id'),
    accountId: k.text('account_id'),
    state: k.oneOf('state', responseStates).notNull(),
    score: k.int('score').notNull(),
    class: k.oneOf('class', classes).notNull(),
    comment: k.text('comment'),
    language: k.oneOf('language', ['en', 'ja']).notNull(),
    answeredAt: k.big('answered_at').notNull(),
    /** Calendar day of the first evidence in the organisation's zone, set once. */
    day: k.int('day').notNull(),
    /** In the denominator: counted, in the program's score, not a test. */
    counts: k.bool('counts').notNull(),
    isTest: k.bool('is_test').notNull(),
    tier: k.text('tier'),
    region: k.text('region'),
    industry: k.text('industry'),
    plan: k.text('plan'),
    stage: k.text('stage'),
    department: k.text('department'),
    products: k.json<string[]>('products').notNull(),
    ownerId: k.text('owner_id'),
    arrBaseMinor: k.big('arr_base_minor'),
    erasedAt: k.big('erased_at'),
  },
  (t) => [
    k.uniqueIndex('responses_invitation').on(t.invitationId),
    k.index('responses_day').on(t.day, t.id),
    k.index('responses_program').on(t.programId, t.id),
    k.index('responses_account').on(t.accountId, t.id),
    k.index('responses_contact').on(t.contactId, t.id),
    k.index('responses_class').on(t.class, t.id),
  ],
)

/** Append-only; a suspect revision never displaces an accepted one. */
export const responseRevisions = k.table(
  'response_revisions',
  {
    id: k.text('id').primaryKey(),
    responseId: k
      .text('response_id')
      .notNull()
      .references(() => responses.id),
    number: k.int('number').notNull(),
    score: k.int('score').notNull(),
    comment: k.text('comment'),
    evidence: k.oneOf('evidence', evidences).notNull(),
    standing: k.oneOf('standing', standings).notNull(),
    reasons: k.json<string[]>('reasons').notNull(),
    actor: k.text('actor').notNull(),
    at: k.big('at').notNull(),
    /** The page's nonce: a repeated post is the same submission. */
    submissionKey: k.text('submission_key').notNull(),
  },
  (t) => [
    k.uniqueIndex('response_revisions_number').on(t.responseId, t.number),
    k.uniqueIndex('response_revisions_submission').on(t.submissionKey),
    k
      .uniqueIndex('response_revisions_accepted')
      .on(t.responseId)
      .where(sql`${t.standing} = 'accepted'`),
  ],
)
