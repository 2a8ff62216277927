import type { Language } from '#db/enums/platform.ts'
import { metrics, type Class } from '#db/enums/statistics.ts'
import {
  doorKinds,
  doorStates,
  integrities,
  programKinds,
  programStates,
  type Pace,
  type QuestionKind,
  type Severity,
} from '#db/enums/surveys.ts'
import { k } from '#db/kit.ts'
import { brands } from '#db/schema/platform.ts'

export * from '#db/enums/surveys.ts'
export { metrics, type Metric } from '#db/enums/statistics.ts'

/** Which accounts and people a program is for; an empty list or a missing key means any. */
export interface Audience {
  tiers?: string[]
  regions?: string[]
  industries?: string[]
  plans?: string[]
  stages?: string[]
  roles?: string[]
  languages?: string[]
  ownerIds?: string[]
}

/** Opens a case at `threshold` and below; the severity of a score is the first step whose `upTo` it does not pass. */
export interface CaseRule {
  enabled: boolean
  /** A comment that contradicts a good score opens one too; left out in rules from before there was that choice. */
  contradictions?: boolean
  threshold: number
  severity: { upTo: number; severity: Severity }[]
}

/** The words of a survey in one language. */
export interface Wording {
  subject: string
  question: string
  low: string
  high: string
  followUp: { low: string; mid: string; high: string }
  thanks: { low: string; mid: string; high: string }
  /** Why me, and who reads this. */
  why: string
}

/** English and Japanese always; every other language that the program is asked in. */
export type Wordings = { en: Wording; ja: Wording } & Partial<Record<Language, Wording>>

/** One text in the languages it was written in: English and Japanese always. */
export type Texts = { en: string; ja: string } & { [language: string]: string | undefined }

/** Asked after the score. Its id, and those of its choices, stay when its words change, so that answers stay comparable. */
export interface Question {
  id: string
  kind: QuestionKind
  /** Whom it is for, by what they answered. */
  for: Class | 'any'
  required: boolean
  words: Texts
  /** What is chosen among, of `choice` and `multi`. */
  options?: { id: string; words: Texts }[]
}

export interface VersionContent {
  /** Stable across versions, so that answers stay comparable. */
  questionId: string
  wording: Wordings
  questions?: Question[]
  /** One question a screen, or all at once. */
  pace?: Pace
}

export const programs = k.table('programs', {
  id: k.text('id').primaryKey(),
  name: k.text('name').notNull(),
  metric: k.oneOf('metric', metrics).notNull(),
  kind: k.oneOf('kind', programKinds).notNull(),
  state: k.oneOf('state', programStates).notNull(),
  currentVersionId: k.text('current_version_id'),
  brandId: k
    .text('brand_id')
    .notNull()
    .references(() => brands.id),
  audience: k.json<Audience>('audience').notNull(),
  caseRule: k.json<CaseRule>('case_rule').notNull(),
  /** Days in which a person who was invited by this program is not invited again. */
  minIntervalDays: k.int('min_interval_days').notNull(),
  inScore: k.bool('in_score').notNull(),
  /** Its invitations neither wait for those of other programs nor make others wait: an answer to a ticket, say. */
  outsideRules: k.bool('outside_rules').notNull().default(false),
  /** What it takes for a click to count. */
  integrity: k.oneOf('integrity', integrities).notNull().default('balanced'),
  /** Days in which a person may change an answer, or take it back, by the same link. */
  changeDays: k.int('change_days').notNull().default(30),
  createdAt: k.big('created_at').notNull(),
  updatedAt: k.big('updated_at').notNull(),
})

/** Immutable: old answers keep the wording they answered. */
export const programVersions = k.table(
  'program_versions',
  {
    id: k.text('id').primaryKey(),
    programId: k
      .text('program_id')
      .notNull()
      .references(() => programs.id),
    number: k.int('number').notNull(),
    content: k.json<VersionContent>('content').notNull(),
    createdAt: k.big('created_at').notNull(),
    createdBy: k.text('created_by').notNull(),
  },
  (t) => [k.uniqueIndex('program_versions_number').on(t.programId, t.number)],
)

/** Ways into a program beside the mail: a link for everybody (also as a QR code), or a widget in a product. */
export const programDoors = k.table(
  'program_doors',
  {
    id: k.text('id').primaryKey(),
    programId: k
      .text('program_id')
      .notNull()
      .references(() => programs.id),
    kind: k.oneOf('kind', doorKinds).notNull(),
    /** Where it hangs: "reception desk", "after a ticket". */
    name: k.text('name').notNull(),
    state: k.oneOf('state', doorStates).notNull(),
    /** Generation of its link: raising it revokes what was printed before. */
    gen: k.int('gen').notNull(),
    /** Web origins that may show the widget. */
    origins: k.json<string[]>('origins').notNull(),
    /** Encrypted; signs the ids of contacts that a product hands to the widget. */
    secret: k.text('secret'),
    /** Whether the widget also asks people whom nobody vouches for. */
    anonymous: k.bool('anonymous').notNull().default(false),
    /** Answers it takes in an hour. */
    perHour: k.int('per_hour').notNull(),
    createdBy: k.text('created_by').notNull(),
    createdAt: k.big('created_at').notNull(),
  },
  (t) => [k.index('program_doors_program').on(t.programId, t.id)],
)
