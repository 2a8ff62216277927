import { isNotNull } from 'drizzle-orm'
import { contactStates, healths, holdReasons, importKinds, importStates, keptKinds } from '#db/enums/accounts.ts'
import { languages } from '#db/enums/platform.ts'
import type {
  ImportCounts,
  PropertyValue,
  ImportOptions,
  ImportUndo,
  RejectReason,
} from '#db/enums/accounts-imports.ts'
import { k } from '#db/kit.ts'
import { users } from '#db/schema/access.ts'

export * from '#db/enums/accounts.ts'
export type * from '#db/enums/accounts-imports.ts'

export const accounts = k.table(
  'accounts',
  {
    id: k.text('id').primaryKey(),
    name: k.text('name').notNull(),
    /** The name folded for matching and searching: NFKC, lower case, spaces collapsed. */
    nameKey: k.text('name_key').notNull(),
    /** The name without legal form, spaces and signs (`companyKey()`): finds duplicates. Null until it is looked at. */
    matchKey: k.text('match_key'),
    externalId: k.text('external_id'),
    domain: k.text('domain'),
    parentId: k.text('parent_id'),
    industry: k.text('industry'),
    region: k.text('region'),
    /** IANA zone of its people who have none of their own. */
    zone: k.text('zone'),
    plan: k.text('plan'),
    tier: k.text('tier'),
    stage: k.text('stage'),
    products: k.json<string[]>('products').notNull(),
    arrMinor: k.big('arr_minor'),
    currency: k.text('currency'),
    arrBaseMinor: k.big('arr_base_minor'),
    /** `YYYY-MM-DD` */
    startedOn: k.text('started_on'),
    renewalOn: k.text('renewal_on'),
    ownerId: k.text('owner_id').references(() => users.id),
    /** The second, commercial owner. */
    salesId: k.text('sales_id').references(() => users.id),
    /** The contact who is the executive sponsor. */
    sponsorId: k.text('sponsor_id'),
    health: k.oneOf('health', healths).notNull(),
    /** What else a list says of the company, by its own names; null: nothing. */
    properties: k.json<Record<string, PropertyValue>>('properties'),
    isInternal: k.bool('is_internal').notNull(),
    createdAt: k.big('created_at').notNull(),
    updatedAt: k.big('updated_at').notNull(),
  },
  (t) => [
    k.uniqueIndex('accounts_external_id').on(t.externalId).where(isNotNull(t.externalId)),
    k.index('accounts_name_key').on(t.nameKey, t.id),
    k.index('accounts_match').on(t.matchKey, t.id),
    k.index('accounts_parent').on(t.parentId, t.nameKey).where(isNotNull(t.parentId)),
    k.index('accounts_domain').on(t.domain).where(isNotNull(t.domain)),
    k.index('accounts_owner').on(t.ownerId, t.nameKey),
    k.index('accounts_renewal').on(t.renewalOn, t.id),
    k.index('accounts_arr').on(t.arrBaseMinor, t.id),
    k.index('accounts_updated').on(t.updatedAt, t.id),
    // Their values are what lists can be filtered by.
    k.index('accounts_tier').on(t.tier),
    k.index('accounts_region').on(t.region),
    k.index('accounts_industry').on(t.industry),
    k.index('accounts_stage').on(t.stage),
  ],
)

export const contacts = k.table(
  'contacts',
  {
    id: k.text('id').primaryKey(),
    accountId: k.text('account_id').references(() => accounts.id),
    externalId: k.text('external_id'),
    email: k.text('email'),
    /** `emailKey()` of the address; null when there is none. */
    emailKey: k.text('email_key'),
    name: k.text('name').notNull(),
    /** The name folded: who has neither address nor id is found again by account and name. */
    nameKey: k.text('name_key').notNull().default(''),
    /** Name, kana and address folded for searching. */
    searchKey: k.text('search_key').notNull(),
    nameKana: k.text('name_kana'),
    /** What lists sort by: フリガナ folded, else the name folded. */
    sortKey: k.text('sort_key').notNull().default(''),
    phone: k.text('phone'),
    title: k.text('title'),
    department: k.text('department'),
    role: k.text('role'),
    language: k.oneOf('language', languages),
    zone: k.text('zone'),
    isTest: k.bool('is_test').notNull(),
    isShared: k.bool('is_shared').notNull(),
    state: k.oneOf('state', contactStates).notNull(),
    /** `YYYY-MM-DD`: when the person left. */
    leftOn: k.text('left_on'),
    /** The contact who took over. */
    successorId: k.text('successor_id'),
    lastInvitedAt: k.big('last_invited_at'),
    lastAnsweredAt: k.big('last_answered_at'),
    lastClass: k.text('last_class'),
    createdAt: k.big('created_at').notNull(),
    updatedAt: k.big('updated_at').notNull(),
  },
  (t) => [
    k.uniqueIndex('contacts_email_key').on(t.emailKey).where(isNotNull(t.emailKey)),
    k.uniqueIndex('contacts_external_id').on(t.externalId).where(isNotNull(t.externalId)),
    k.index('contacts_account').on(t.accountId, t.nameKey, t.id),
    k.index('contacts_sort').on(t.sortKey, t.id),
    k.index('contacts_search').on(t.searchKey, t.id),
  ],
)

/** Every change of an account's stage by hand, import or API: who was lost, and who came back. */
export const accountStages = k.table(
  'account_stages',
  {
    id: k.text('id').primaryKey(),
    accountId: k
      .text('account_id')
      .notNull()
      .references(() => accounts.id),
    from: k.text('from_stage'),
    to: k.text('to_stage'),
    at: k.big('at').notNull(),
  },
  (t) => [k.index('account_stages_at').on(t.at, t.id), k.index('account_stages_account').on(t.accountId, t.at)],
)

/** What the business forbids for now; written by lower rooms, read by delivery and advocacy. */
export const holds = k.table(
  'holds',
  {
    id: k.text('id').primaryKey(),
    /** `acc:<id>` or `con:<id>` */
    subjectKey: k.text('subject_key').notNull(),
    reason: k.oneOf('reason', holdReasons).notNull(),
    refId: k.text('ref_id').notNull(),
    at: k.big('at').notNull(),
    until: k.big('until'),
  },
  (t) => [k.uniqueIndex('holds_subject').on(t.subjectKey, t.reason, t.refId)],
)

export const imports = k.table(
  'imports',
  {
    id: k.text('id').primaryKey(),
    kind: k.oneOf('kind', importKinds).notNull(),
    fileId: k.text('file_id').notNull(),
    fileName: k.text('file_name').notNull(),
    encoding: k.text('encoding'),
    delimiter: k.text('delimiter'),
    /** column index → field name */
    mapping: k.json<Record<string, string>>('mapping').notNull(),
    options: k.json<ImportOptions>('options'),
    /** Names the set of headers once somebody had the file checked, so that the next such file gets the same columns. */
    headerKey: k.text('header_key'),
    state: k.oneOf('state', importStates).notNull(),
    /** What the check found. */
    counts: k.json<ImportCounts>('counts'),
    /** What has been applied so far; written in the transaction of the rows. */
    applied: k.json<ImportCounts>('applied'),
    /** The job that checks or applies. */
    jobId: k.text('job_id'),
    /** Where an apply resumes: lines applied so far. */
    appliedLines: k.int('applied_lines').notNull(),
    error: k.json<{ code: string; line?: number; column?: number; values?: Record<string, string | number> }>('error'),
    undo: k.json<ImportUndo>('undo'),
    createdBy: k.text('created_by').notNull(),
    createdAt: k.big('created_at').notNull(),
    endedAt: k.big('ended_at'),
  },
  (t) => [k.index('imports_header').on(t.headerKey, t.id).where(isNotNull(t.headerKey))],
)

export const importRejects = k.table(
  'import_rejects',
  {
    importId: k
      .text('import_id')
      .notNull()
      .references(() => imports.id),
    line: k.int('line').notNull(),
    reasons: k.json<RejectReason[]>('reasons').notNull(),
    raw: k.text('raw').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.importId, t.line] })],
)

/** What one batch of an import wrote, so that it can be taken back: one row a batch, in the form of `import/step.ts`. */
export const importSteps = k.table(
  'import_steps',
  {
    importId: k
      .text('import_id')
      .notNull()
      .references(() => imports.id),
    /** Lines before the batch. */
    fromLine: k.int('from_line').notNull(),
    at: k.big('at').notNull(),
    data: k.text('data').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.importId, t.fromLine] }), k.index('import_steps_at').on(t.at)],
)

/** What undoing an import left as it is, and why. */
export const importKept = k.table(
  'import_kept',
  {
    importId: k
      .text('import_id')
      .notNull()
      .references(() => imports.id),
    subjectId: k.text('subject_id').notNull(),
    kind: k.oneOf('kind', keptKinds).notNull(),
    reason: k.text('reason').notNull(),
  },
  (t) => [k.primaryKey({ columns: [t.importId, t.subjectId] })],
)
