import { isNotNull, sql } from 'drizzle-orm'
import { languages } from '#db/enums/platform.ts'
import { evidences, responseStates, retagStates, standings, topicSources } from '#db/enums/responses.ts'
import { classes } from '#db/enums/statistics.ts'
import { k } from '#db/kit.ts'
import { invitations } from '#db/schema/delivery.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'

export * from '#db/enums/responses.ts'
export { classes, type Class } from '#db/enums/statistics.ts'

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
    language: k.oneOf('language', languages).notNull(),
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
    /** The colleague who must not read it: the person asked not to share it with their usual contact. */
    keptFrom: k.text('kept_from'),
    /** When its comment was looked through for topics; null: not yet, or not since it changed. */
    taggedAt: k.big('tagged_at'),
  },
  (t) => [
    k
      .index('responses_untagged')
      .on(t.id)
      .where(sql`${t.taggedAt} is null and ${t.comment} is not null and ${t.state} <> 'unconfirmed'`),
    k.uniqueIndex('responses_invitation').on(t.invitationId),
    // All that a list of answers is filtered and counted by, side by side: it is looked through without the rows.
    k
      .index('responses_facets')
      .on(
        t.day,
        t.id,
        t.class,
        t.programId,
        t.counts,
        t.state,
        t.isTest,
        t.tier,
        t.region,
        t.stage,
        t.ownerId,
        t.language,
      ),
    k.index('responses_program').on(t.programId, t.day, t.id),
    k.index('responses_account').on(t.accountId, t.day, t.id),
    k.index('responses_contact').on(t.contactId, t.day, t.id),
    k.index('responses_kept_from').on(t.keptFrom, t.id).where(isNotNull(t.keptFrom)),
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
    // A query that goes by this index writes the word out (`.inlineParams()`), as `db/statement.ts` says.
    k
      .uniqueIndex('response_revisions_accepted')
      .on(t.responseId)
      .where(sql`${t.standing} = 'accepted'`),
  ],
)

/** What a person says now to the questions beyond the score; kept one by one, as they are answered. */
export const responseAnswers = k.table(
  'response_answers',
  {
    responseId: k
      .text('response_id')
      .notNull()
      .references(() => responses.id),
    /** Of the program's questions; stable across versions. */
    questionId: k.text('question_id').notNull(),
    /** [P] A number, or what was chosen (ids) or written; never a bare text, which PostgreSQL's driver would parse again. */
    value: k.json<string[] | number>('value').notNull(),
    at: k.big('at').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.responseId, t.questionId] })],
)

/** What a comment may be about. */
export const topics = k.table('topics', {
  id: k.text('id').primaryKey(),
  nameEn: k.text('name_en').notNull(),
  nameJa: k.text('name_ja').notNull(),
  /** Of its rules; rises with every change of them. */
  version: k.int('version').notNull(),
  /** The version by which all past comments were looked through; 0: by none. */
  appliedVersion: k.int('applied_version').notNull(),
  createdAt: k.big('created_at').notNull(),
  updatedAt: k.big('updated_at').notNull(),
  archivedAt: k.big('archived_at'),
})

/**
 * The phrases of a topic in one language: append-only, the rows of the topic's `version` are in force. Phrases are
 * English or Japanese, and looked for in every comment: one in another language is found only by what it shares with them.
 */
export const topicRules = k.table(
  'topic_rules',
  {
    id: k.text('id').primaryKey(),
    topicId: k
      .text('topic_id')
      .notNull()
      .references(() => topics.id),
    version: k.int('version').notNull(),
    language: k.oneOf('language', ['en', 'ja']).notNull(),
    anyOf: k.json<string[]>('any_of').notNull(),
    allOf: k.json<string[]>('all_of').notNull(),
    noneOf: k.json<string[]>('none_of').notNull(),
  },
  (t) => [k.uniqueIndex('topic_rules_version').on(t.topicId, t.version, t.language)],
)

/** The topics of an answer, and those that a person took off it. */
export const responseTopics = k.table(
  'response_topics',
  {
    responseId: k
      .text('response_id')
      .notNull()
      .references(() => responses.id),
    topicId: k
      .text('topic_id')
      .notNull()
      .references(() => topics.id),
    source: k.oneOf('source', topicSources).notNull(),
    /** False only by a person: the rules must not bring it back. */
    present: k.bool('present').notNull(),
    /** Where in the comment the words stand that made it: pairs of [from, to), in UTF-16 units. */
    spans: k.json<[number, number][]>('spans').notNull(),
    /** The answer's day, so that a topic's answers are found in order. */
    day: k.int('day').notNull(),
    actorId: k.text('actor_id'),
    at: k.big('at').notNull(),
  },
  (t) => [
    k.primaryKey({ columns: [t.responseId, t.topicId] }),
    k.index('response_topics_topic').on(t.topicId, t.day, t.responseId),
  ],
)

/** Times that the rules were applied to all past comments. */
export const retags = k.table(
  'retags',
  {
    id: k.text('id').primaryKey(),
    state: k.oneOf('state', retagStates).notNull(),
    /** The last answer that was looked through. */
    after: k.text('after').notNull(),
    done: k.int('done').notNull(),
    /** Comments to look through; null until counted. */
    total: k.int('total'),
    /** Topics that came on, and went off. */
    gained: k.int('gained').notNull(),
    lost: k.int('lost').notNull(),
    /** Topic id → version of its rules at the start. */
    versions: k.json<Record<string, number>>('versions').notNull(),
    startedBy: k.text('started_by'),
    createdAt: k.big('created_at').notNull(),
    endedAt: k.big('ended_at'),
  },
  (t) => [
    k
      .uniqueIndex('retags_running')
      .on(t.state)
      .where(sql`${t.state} = 'running'`),
  ],
)

/** Which comment stands where in the search index. Its words are in `response_grams`, under the bucket and slot of `place`. */
export const responseTexts = k.table(
  'response_texts',
  {
    responseId: k.text('response_id').primaryKey(),
    /** Day, leaf of the day and slot in the leaf in one number (`app/responses/place.ts`): the newest is the highest. */
    place: k.big('place').notNull(),
    /** Of what is indexed; empty until all of it is. */
    hash: k.text('hash').notNull(),
  },
  (t) => [k.uniqueIndex('response_texts_place').on(t.place)],
)

/**
 * One piece of text (`app/responses/grams.ts`) in one leaf of a day, and the slots of the comments that have it. Leaf
 * first: what is written together lies together. The empty gram stands for every comment.
 */
export const responseGrams = k.table(
  'response_grams',
  {
    bucket: k.int('bucket').notNull(),
    gram: k.text('gram').notNull(),
    slots: k.bytes('slots').notNull(),
  },
  (t) => [
    k.primaryKey({ columns: [t.bucket, t.gram] }),
    k
      .index('response_grams_leaves')
      .on(t.bucket)
      .where(sql`${t.gram} = ''`),
  ],
)

/** How far the search index has come: one row. */
export const responseIndex = k.table('response_index', {
  id: k.text('id').primaryKey(),
  /** The revision up to which what people answer is indexed. */
  cursor: k.text('cursor').notNull(),
  /** Responses below this id are still to be looked at by the first walk, newest first; empty when all have been. */
  walked: k.text('walked').notNull(),
})
