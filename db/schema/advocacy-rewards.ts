import { isNotNull, isNull } from 'drizzle-orm'
import { barReasons, giftKinds, rewardStates, type RewardRule, type RewardTerms, type ThanksMail, type Tier } from '#db/enums/advocacy-rewards.ts' // prettier-ignore
import { k } from '#db/kit.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

export * from '#db/enums/advocacy-rewards.ts'

/** What an act earns; a change makes a new version. Before the first, nothing. */
export const rewardRuleVersions = k.table(
  'reward_rule_versions',
  {
    id: k.text('id').primaryKey(),
    /** Of `rewardRules`. */
    rule: k.text('rule').$type<RewardRule>().notNull(),
    /** From 1. */
    number: k.int('number').notNull(),
    terms: k.json<RewardTerms>('terms').notNull(),
    createdAt: k.big('created_at').notNull(),
    createdBy: k.text('created_by').notNull(),
  },
  (t) => [k.uniqueIndex('reward_rule_versions_number').on(t.rule, t.number)],
)

/** Codes bought for giving away. */
export const giftLists = k.table('gift_lists', {
  id: k.text('id').primaryKey(),
  name: k.text('name').notNull(),
  /** What one code is worth, in minor units of `currency`; null: not said. */
  valueMinor: k.big('value_minor'),
  currency: k.text('currency'),
  /** So few left are told of. */
  warnAt: k.int('warn_at').notNull(),
  createdAt: k.big('created_at').notNull(),
})

/** The ledger: what was earned by an act, at the terms of that time. The amount stays for finance when the person is erased. */
export const rewards = k.table(
  'rewards',
  {
    id: k.text('id').primaryKey(),
    rule: k.text('rule').$type<RewardRule>().notNull(),
    /** The referral or the ask. */
    causeId: k.text('cause_id').notNull(),
    /** Number of the version of the rule. */
    version: k.int('version').notNull(),
    /** Null once the person is erased. */
    contactId: k.text('contact_id').references(() => contacts.id),
    /** Their company at that time. */
    accountId: k.text('account_id').references(() => accounts.id),
    points: k.int('points').notNull(),
    pointsAnyway: k.bool('points_anyway').notNull(),
    /** Null: points alone. */
    giftKind: k.oneOf('gift_kind', giftKinds),
    /** Minor units of `currency`: the amount, or what a code is worth. */
    amountMinor: k.big('amount_minor'),
    currency: k.text('currency'),
    listId: k.text('list_id').references(() => giftLists.id),
    thing: k.json<Record<'en' | 'ja', string>>('thing'),
    state: k.oneOf('state', rewardStates).notNull(),
    /** Why it was cancelled: `reopened`, or a colleague's words. */
    reason: k.text('reason'),
    /** How finance finds it again, in a colleague's words. */
    reference: k.text('reference'),
    earnedAt: k.big('earned_at').notNull(),
    approvedAt: k.big('approved_at'),
    approvedBy: k.text('approved_by'),
    issuedAt: k.big('issued_at'),
    issuedBy: k.text('issued_by'),
    endedAt: k.big('ended_at'),
    endedBy: k.text('ended_by'),
  },
  (t) => [
    // Nothing is earned twice, however often an event is delivered.
    k.uniqueIndex('rewards_cause').on(t.rule, t.causeId),
    k.index('rewards_state').on(t.state, t.earnedAt, t.id),
    k.index('rewards_earned').on(t.earnedAt, t.id),
    k.index('rewards_contact').on(t.contactId, t.earnedAt, t.id),
    k.index('rewards_account').on(t.accountId),
  ],
)

export const giftCodes = k.table(
  'gift_codes',
  {
    id: k.text('id').primaryKey(),
    listId: k
      .text('list_id')
      .notNull()
      .references(() => giftLists.id),
    /** Encrypted: it is money. */
    code: k.text('code').notNull(),
    /** The same code is taken in once, in whatever list. */
    fingerprint: k.text('fingerprint').notNull(),
    /** Its last characters, to be recognised by. */
    tail: k.text('tail').notNull(),
    rewardId: k.text('reward_id').references(() => rewards.id),
    createdAt: k.big('created_at').notNull(),
  },
  (t) => [
    k.uniqueIndex('gift_codes_fingerprint').on(t.fingerprint),
    k.uniqueIndex('gift_codes_reward').on(t.rewardId).where(isNotNull(t.rewardId)),
    k.index('gift_codes_free').on(t.listId, t.id).where(isNull(t.rewardId)),
    k.index('gift_codes_list').on(t.listId, t.id),
  ],
)

/** Who may not accept gifts. */
export const giftBars = k.table('gift_bars', {
  /** `con:<contact id>`, or `acc:<account id>` for everybody there. */
  party: k.text('party').primaryKey(),
  reason: k.oneOf('reason', barReasons).notNull(),
  note: k.text('note'),
  by: k.text('by').notNull(),
  at: k.big('at').notNull(),
})

/** Which tiers a person has reached, once each, whatever becomes of their points. */
export const tiersReached = k.table(
  'tiers_reached',
  {
    contactId: k
      .text('contact_id')
      .notNull()
      .references(() => contacts.id),
    tier: k.text('tier').notNull(),
    at: k.big('at').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.contactId, t.tier] })],
)

/** For which years an advocate was thanked. */
export const anniversaries = k.table(
  'anniversaries',
  {
    contactId: k
      .text('contact_id')
      .notNull()
      .references(() => contacts.id),
    years: k.int('years').notNull(),
    at: k.big('at').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.contactId, t.years] })],
)

/** One row of the organisation: its tiers and mails of thanks. None: the standard. */
export const rewardSettings = k.table('reward_settings', {
  id: k.text('id').primaryKey(),
  tiers: k.json<Tier[]>('tiers').notNull(),
  reached: k.json<ThanksMail>('reached').notNull(),
  anniversary: k.json<ThanksMail>('anniversary').notNull(),
  updatedAt: k.big('updated_at').notNull(),
})
