import { isNotNull, sql } from 'drizzle-orm'
import {
  actions,
  caseStates,
  causes,
  closeKinds,
  entryKinds,
  landReasons,
  recoveries,
  replyTimes,
  replyWishes,
  routeTargets,
  slaClocks,
  spareReasons,
  type RankPart,
  type RouteWhen,
} from '#db/enums/cases.ts'
import { k } from '#db/kit.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
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
    /** When it should be resolved; null for cases from before there was such a promise. */
    resolveDueAt: k.big('resolve_due_at'),
    /** Since when the clock of resolving stands still; null while it runs. */
    pausedAt: k.big('paused_at'),
    /** The version of the policy by which its times were set. */
    policyVersion: k.int('policy_version'),
    /** When the next mark (75, 100, 200 %) of one of its clocks is reached; null for none. */
    nextMarkAt: k.big('next_mark_at'),
    /** How many of its people wait for a reply; like `lateAt` and `nextMarkAt` it follows from the clocks (`remark`). */
    waiting: k.int('waiting').notNull().default(0),
    /** From when on it is late: the first due time of a clock that runs; null where none does. */
    lateAt: k.big('late_at'),
    /** Until when it stays out of the queue; null while it is there. */
    snoozedUntil: k.big('snoozed_until'),
    /** Order of the queue: the earlier, the more urgent. */
    rankAt: k.big('rank_at').notNull(),
    /** Why it stands there: head starts before the due time, adding up to `rankAt`. */
    rankParts: k.json<RankPart[]>('rank_parts'),
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
    // These three hold all that the counts of the queue ask for, so that no row is looked up.
    k
      .index('cases_rank')
      .on(t.rankAt, t.id, t.snoozedUntil)
      .where(sql`${t.state} <> 'closed'`),
    k
      .index('cases_owner')
      .on(t.ownerId, t.rankAt, t.id, t.snoozedUntil, t.claimedAt, t.lateAt, t.waiting, t.replyDueAt)
      .where(sql`${t.state} <> 'closed'`),
    k
      .index('cases_late')
      .on(t.lateAt, t.id, t.snoozedUntil)
      .where(sql`${t.state} <> 'closed'`),
    k.index('cases_snoozed').on(t.snoozedUntil, t.id).where(isNotNull(t.snoozedUntil)),
    k.index('cases_marks').on(t.nextMarkAt).where(isNotNull(t.nextMarkAt)),
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
    /** When the clock of their reply began; null for people from before it was kept. */
    clockFrom: k.big('clock_from'),
    /** How grave their own answer was, by which their reply was promised; null for people from before it was kept. */
    severity: k.oneOf('severity', severities),
    /** By when their reply was promised. */
    replyDueAt: k.big('reply_due_at').notNull(),
    repliedAt: k.big('replied_at'),
    /** How the person wants to be answered; null: they didn't say. */
    wish: k.oneOf('wish', replyWishes),
    wishWhen: k.oneOf('wish_when', replyTimes),
    /** [P] The number to call. */
    wishPhone: k.text('wish_phone'),
    /** The last time they were asked, or were to be asked, whether it was put right. */
    recoveryInvitationId: k.text('recovery_invitation_id').references(() => invitations.id),
    recovery: k.oneOf('recovery', recoveries).notNull().default('none'),
    /** Why a colleague doesn't want them to be asked; null when nobody said so. */
    spared: k.oneOf('spared', spareReasons),
  },
  (t) => [
    k.uniqueIndex('case_people_contact').on(t.caseId, t.contactId),
    // People and answers that go are looked for here by their foreign keys.
    k.index('case_people_person').on(t.contactId).where(isNotNull(t.contactId)),
    k.index('case_people_response').on(t.responseId),
    k.index('case_people_recovery').on(t.recoveryInvitationId).where(isNotNull(t.recoveryInvitationId)),
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
    /** Null once it is why no more, and for answers from before it was kept. */
    why: k.oneOf('why', landReasons),
  },
  (t) => [k.primaryKey({ columns: [t.responseId, t.casePersonId] })],
)

/** What colleagues call a case, to find it again: their own words, one row each. */
export const caseTags = k.table(
  'case_tags',
  {
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => cases.id),
    tag: k.text('tag').notNull(),
    at: k.big('at').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.caseId, t.tag] }), k.index('case_tags_tag').on(t.tag, t.caseId)],
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

/** A set of promised times; a change makes a new version, and what was opened before keeps its own unless it is moved. */
export const slaVersions = k.table('sla_versions', {
  number: k.int('number').primaryKey(),
  createdBy: k.text('created_by').notNull(),
  createdAt: k.big('created_at').notNull(),
})

export const slaPolicies = k.table(
  'sla_policies',
  {
    version: k.int('version').notNull(),
    /** As in the accounts; empty for every tier that has no row of its own. */
    tier: k.text('tier').notNull(),
    severity: k.oneOf('severity', severities).notNull(),
    /** Minutes of working time. */
    replyMinutes: k.int('reply_minutes').notNull(),
    resolveMinutes: k.int('resolve_minutes').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.version, t.tier, t.severity] })],
)

/** Spans in which the clock of resolving stood still, since the customer had the ball. */
export const clockPauses = k.table(
  'clock_pauses',
  {
    id: k.text('id').primaryKey(),
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => cases.id),
    fromAt: k.big('from_at').notNull(),
    toAt: k.big('to_at'),
  },
  (t) => [k.index('clock_pauses_case').on(t.caseId, t.fromAt)],
)

/** Marks that a clock has passed: each once, however often it is looked at. */
export const slaMarks = k.table(
  'sla_marks',
  {
    /** The case (resolving) or the person on it (reply). */
    subjectId: k.text('subject_id').notNull(),
    clock: k.oneOf('clock', slaClocks).notNull(),
    /** When this run of the clock began: a new answer starts a new one. */
    startedAt: k.big('started_at').notNull(),
    /** 75, 100 or 200 per cent. */
    mark: k.int('mark').notNull(),
    caseId: k
      .text('case_id')
      .notNull()
      .references(() => cases.id),
    at: k.big('at').notNull(),
  },
  (t) => [
    k.primaryKey({ columns: [t.subjectId, t.clock, t.startedAt, t.mark] }),
    k.index('sla_marks_case').on(t.caseId),
  ],
)

/** Who gets a case whose account has no owner there: the first rule that fits. */
export const routingRules = k.table('routing_rules', {
  id: k.text('id').primaryKey(),
  position: k.int('position').notNull(),
  when: k.json<RouteWhen>('when').notNull(),
  target: k.oneOf('target', routeTargets).notNull(),
  /** The user or the team; null for the rota. */
  targetId: k.text('target_id'),
  enabled: k.bool('enabled').notNull(),
  createdAt: k.big('created_at').notNull(),
})

/** Who shares what no rule and no owner takes, by load. */
export const rotaMembers = k.table('rota_members', {
  userId: k
    .text('user_id')
    .primaryKey()
    .references(() => users.id),
  addedAt: k.big('added_at').notNull(),
})

/** When customers are asked whether it was put right: one row, id `main`; the defaults until somebody sets it. */
export const recoverySettings = k.table('recovery_settings', {
  id: k.text('id').primaryKey(),
  /** Days from resolving to asking. */
  delayDays: k.int('delay_days').notNull(),
  updatedBy: k.text('updated_by').notNull(),
  updatedAt: k.big('updated_at').notNull(),
})
