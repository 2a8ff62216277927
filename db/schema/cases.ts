import { isNotNull, sql } from 'drizzle-orm'
import { caseStates, closeKinds, causes, actions, entryKinds, replyTimes, replyWishes } from '#db/enums/cases.ts'
import { k } from '#db/kit.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { responses } from '#db/schema/responses.ts'
import { severities } from '#db/schema/surveys.ts'

export * from '#db/enums/cases.ts'

export const cases = k.table(
  'cases',
  {
    id: k.text('id').primaryKey(),
    /** `acc:<account id>`, or `con:<contact id>` for a person without an account. */
    subjectKey: k.text('subject_key').notNull(),
    accountId: k.text('account_id').references(() => accounts.id),
    state: k.oneOf('state', caseStates).notNull(),
    ownerId: k
      .text('owner_id')
      .notNull()
      .references(() => users.id),
    severity: k.oneOf('severity', severities).notNull(),
    openedAt: k.big('opened_at').notNull(),
    replyDueAt: k.big('reply_due_at').notNull(),
    /** Order of the queue: the earlier, the more urgent. */
    rankAt: k.big('rank_at').notNull(),
    claimedAt: k.big('claimed_at'),
    contactedAt: k.big('contacted_at'),
    cause: k.oneOf('cause', causes),
    action: k.oneOf('action', actions),
    resolvedAt: k.big('resolved_at'),
    closedAt: k.big('closed_at'),
    closeKind: k.oneOf('close_kind', closeKinds),
    /** The case that goes on in its place, since their accounts or people were merged. */
    joinedInto: k.text('joined_into'),
    reopened: k.int('reopened').notNull(),
    lockVersion: k.int('lock_version').notNull(),
  },
  (t) => [
    k
      .uniqueIndex('cases_open_subject')
      .on(t.subjectKey)
      .where(sql`${t.state} <> 'closed'`),
    k
      .index('cases_rank')
      .on(t.rankAt, t.id)
      .where(sql`${t.state} <> 'closed'`),
    k
      .index('cases_owner')
      .on(t.ownerId, t.rankAt)
      .where(sql`${t.state} <> 'closed'`),
    k.index('cases_account').on(t.accountId, t.id),
    k.index('cases_opened').on(t.openedAt),
    k.index('cases_closed').on(t.closedAt),
    k.index('cases_joined').on(t.joinedInto).where(isNotNull(t.joinedInto)),
  ],
)

export const casePeople = k.table(
  'case_people',
  {
    id: k.text('id').primaryKey(),
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => cases.id),
    contactId: k.text('contact_id').references(() => contacts.id),
    /** The latest answer of this person on this case; null when they were only heard elsewhere. */
    responseId: k.text('response_id').references(() => responses.id),
    state: k.oneOf('state', ['waiting', 'replied', 'not_wanted', 'changed']).notNull(),
    replyDueAt: k.big('reply_due_at').notNull(),
    repliedAt: k.big('replied_at'),
    /** How the person wants to be answered; null: they didn't say. */
    wish: k.oneOf('wish', replyWishes),
    wishWhen: k.oneOf('wish_when', replyTimes),
    /** [P] The number to call. */
    wishPhone: k.text('wish_phone'),
  },
  (t) => [
    k.uniqueIndex('case_people_contact').on(t.caseId, t.contactId),
    // People and answers that go are looked for here by their foreign keys.
    k.index('case_people_person').on(t.contactId).where(isNotNull(t.contactId)),
    k.index('case_people_response').on(t.responseId),
  ],
)

/** Which answer landed where: proves that none is lost. */
export const caseAnswers = k.table(
  'case_answers',
  {
    responseId: k
      .text('response_id')
      .notNull()
      .references(() => responses.id),
    casePersonId: k
      .text('case_person_id')
      .notNull()
      .references(() => casePeople.id),
    at: k.big('at').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.responseId, t.casePersonId] })],
)

export const caseEntries = k.table(
  'case_entries',
  {
    id: k.text('id').primaryKey(),
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => cases.id),
    kind: k.oneOf('kind', entryKinds).notNull(),
    /** A colleague; of `mail_in` the person who wrote it, when known. */
    authorId: k.text('author_id').notNull(),
    /** [P] */
    text: k.text('text').notNull(),
    at: k.big('at').notNull(),
  },
  (t) => [k.index('case_entries_case').on(t.caseId, t.id)],
)
