import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { eq, inArray } from 'drizzle-orm'
import { mergedAmong } from '#app/accounts/merging/merged-into.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import type { Locale } from '#app/platform/words.ts'
import type { AskKind } from '#db/enums/advocacy.ts'
import { apiKeys, teams, users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { cases } from '#db/schema/cases.ts'
import { invitations, waves } from '#db/schema/delivery.ts'
import { responses, topics } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

interface Subject {
  subjectKind: string
  subjectId: string
  accountId: string | null
  contactId: string | null
}

export interface NamedSubject {
  /** Null for a thing without a name of its own, and for one that is gone. */
  name: string | null
  /** Where it is looked at. */
  to: string | null
}

const paths: Record<string, (id: string) => string> = {
  user: (id) => `/settings/people/${id}`,
  team: () => '/settings/teams',
  key: () => '/settings/keys',
  organisation: () => '/settings/organisation',
  brand: () => '/settings/brand',
  account: (id) => `/accounts/${id}`,
  contact: (id) => `/contacts/${id}`,
  advocate: (id) => `/contacts/${id}`,
  ask_kind: (id) => `/settings/asks/${id}`,
  ask_settings: () => '/settings/asks',
  guard: () => '/advocacy/report',
  reward: (id) => `/rewards/${id}`,
  reward_rule: (id) => `/rewards/rules/${id.replace(':', '-')}`,
  reward_settings: () => '/rewards/tiers',
  gift_list: () => '/rewards/codes',
  exchange_rate: () => '/settings/rates',
  import: (id) => `/imports/${id}`,
  program: (id) => `/programs/${id}`,
  wave: (id) => `/waves/${id}`,
  response: (id) => `/responses/${id}`,
  case: (id) => `/cases/${id}`,
  message: (id) => `/mailbox/${id}`,
  voice: (id) => `/voices/${id}`,
  inbound_mail: () => '/voices/mail',
  suppression: () => '/settings/suppressions',
  transport: () => '/jobs',
  job: () => '/jobs',
  send_batch: () => '/jobs?tab=mail-uncertain',
  restore: () => '/settings/held-mail',
  backup: () => '/settings/system',
}

/** What the things of a page of events are called and where they are, in one query a kind. */
export async function nameSubjects(ctx: Ctx, rows: Subject[], locale: Locale): Promise<Record<string, NamedSubject>> {
  authorise(ctx, 'audit.read')
  const db = read(ctx)
  const ids = (...kinds: string[]) => [
    ...new Set(rows.filter((row) => kinds.includes(row.subjectKind)).map((row) => row.subjectId)),
  ]
  const mentioned = [...ids('contact', 'advocate', 'account'), ...rows.flatMap((row) => [row.contactId, row.accountId])].filter((id) => id !== null) // prettier-ignore
  // What was merged into another is called as that is, and leads there.
  const merged = await mergedAmong(ctx, mentioned)
  const now = (id: string | null) => merged.get(id ?? '') ?? id ?? ''
  const people = [...ids('contact', 'advocate'), ...rows.flatMap((row) => row.contactId ?? [])].map(now)
  const companies = [...ids('account'), ...rows.flatMap((row) => row.accountId ?? [])].map(now)
  type Found = { id: string; name: string | null }[]
  const named = async (wanted: string[], find: (ids: string[]) => PromiseLike<Found>) =>
    new Map(wanted.length ? (await find([...new Set(wanted)])).map((row) => [row.id, row.name] as const) : [])
  const [contactNames, accountNames, ...others] = await Promise.all([
    named(people, (list) => db.select({ id: contacts.id, name: contacts.name }).from(contacts).where(inArray(contacts.id, list))), // prettier-ignore
    named(companies, (list) => db.select({ id: accounts.id, name: accounts.name }).from(accounts).where(inArray(accounts.id, list))), // prettier-ignore
    named(ids('user'), (list) => db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, list))), // prettier-ignore
    named(ids('team'), (list) => db.select({ id: teams.id, name: teams.name }).from(teams).where(inArray(teams.id, list))), // prettier-ignore
    named(ids('key'), (list) => db.select({ id: apiKeys.id, name: apiKeys.name }).from(apiKeys).where(inArray(apiKeys.id, list))), // prettier-ignore
    named(ids('program'), (list) => db.select({ id: programs.id, name: programs.name }).from(programs).where(inArray(programs.id, list))), // prettier-ignore
    named(ids('topic'), (list) => db.select({ id: topics.id, name: locale === 'ja' ? topics.nameJa : topics.nameEn }).from(topics).where(inArray(topics.id, list))), // prettier-ignore
    named(ids('wave'), (list) => db.select({ id: waves.id, name: programs.name }).from(waves).innerJoin(programs, eq(programs.id, waves.programId)).where(inArray(waves.id, list))), // prettier-ignore
    named(ids('invitation'), (list) => db.select({ id: invitations.id, name: contacts.name }).from(invitations).leftJoin(contacts, eq(contacts.id, invitations.contactId)).where(inArray(invitations.id, list))), // prettier-ignore
    named(ids('response'), (list) => db.select({ id: responses.id, name: contacts.name }).from(responses).leftJoin(contacts, eq(contacts.id, responses.contactId)).where(inArray(responses.id, list))), // prettier-ignore
    named(ids('case'), (list) => db.select({ id: cases.id, name: accounts.name }).from(cases).leftJoin(accounts, eq(accounts.id, cases.accountId)).where(inArray(cases.id, list))), // prettier-ignore
  ])
  const direct = new Map<string, string | null>(others.flatMap((map) => [...map]))
  for (const id of ids('ask_kind')) direct.set(id, askKindNames[id as AskKind]?.[locale] ?? null)
  const subjects: Record<string, NamedSubject> = {}
  for (const row of rows) {
    const { subjectKind: kind, subjectId: id } = row
    const own =
      kind === 'account' ? accountNames.get(now(id)) : kind === 'contact' || kind === 'advocate' ? contactNames.get(now(id)) : direct.get(id) // prettier-ignore
    const gone = own === undefined && needsRow.has(kind)
    subjects[`${kind}:${id}`] = {
      name: own ?? contactNames.get(now(row.contactId)) ?? accountNames.get(now(row.accountId)) ?? null,
      to: gone ? null : (paths[kind]?.(id) ?? null),
    }
  }
  return subjects
}

/** Kinds whose page is a 404 once the row is gone. */
const needsRow = new Set(['user', 'account', 'contact', 'advocate', 'program', 'wave', 'response', 'case'])
