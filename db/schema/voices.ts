import { topicSources } from '#db/enums/responses.ts'
import { classes } from '#db/enums/statistics.ts'
import { voiceChannels, voiceSources } from '#db/enums/voices.ts'
import { k } from '#db/kit.ts'
import { topics } from '#db/schema/responses.ts'

export * from '#db/enums/voices.ts'

/** What a customer said elsewhere: words without a score, so they are in no NPS. */
export const voices = k.table(
  'voices',
  {
    id: k.text('id').primaryKey(),
    source: k.oneOf('source', voiceSources).notNull(),
    channel: k.oneOf('channel', voiceChannels).notNull(),
    /** When it was said, a day of the organisation's zone. */
    day: k.int('day').notNull(),
    at: k.big('at').notNull(),
    accountId: k.text('account_id'),
    contactId: k.text('contact_id'),
    /** The colleague who heard it; null for a reply. */
    heardBy: k.text('heard_by'),
    /** [P] */
    text: k.text('text').notNull(),
    /** [P] The text folded, for searching. */
    textKey: k.text('text_key').notNull(),
    /** [P] The whole reply, when quoted parts or a signature were cut off. */
    whole: k.text('whole'),
    /** [P] The address a reply came from, when it isn't the one that was asked. */
    sender: k.text('sender'),
    language: k.oneOf('language', ['en', 'ja']).notNull(),
    /** How it sounded to who heard it; never a score. */
    feeling: k.oneOf('feeling', classes),
    /** The invitation that a reply answers. */
    invitationId: k.text('invitation_id'),
    /** The case that was opened or joined by choice. */
    caseId: k.text('case_id'),
    createdBy: k.text('created_by'),
    createdAt: k.big('created_at').notNull(),
    updatedAt: k.big('updated_at').notNull(),
    deletedAt: k.big('deleted_at'),
  },
  (t) => [
    k.index('voices_day').on(t.day, t.id),
    k.index('voices_account').on(t.accountId, t.day, t.id),
    k.index('voices_contact').on(t.contactId, t.day, t.id),
  ],
)

/** The topics of a voice, by the same rules as `response_topics`. */
export const voiceTopics = k.table(
  'voice_topics',
  {
    voiceId: k
      .text('voice_id')
      .notNull()
      .references(() => voices.id),
    topicId: k
      .text('topic_id')
      .notNull()
      .references(() => topics.id),
    source: k.oneOf('source', topicSources).notNull(),
    present: k.bool('present').notNull(),
    spans: k.json<[number, number][]>('spans').notNull(),
    day: k.int('day').notNull(),
    actorId: k.text('actor_id'),
    at: k.big('at').notNull(),
  },
  (t) => [
    k.primaryKey({ columns: [t.voiceId, t.topicId] }),
    k.index('voice_topics_topic').on(t.topicId, t.day, t.voiceId),
  ],
)
