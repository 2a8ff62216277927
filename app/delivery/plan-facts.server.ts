import { and, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Ctx } from '#app/audit/context.server.ts'
import { read } from '#app/audit/context.server.ts'
import type { PlanFacts } from '#app/delivery/planning.ts'
import type { Language } from '#app/platform/languages.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { outreach, preferences, waveChoices } from '#db/schema/delivery.ts'
import { suppressions } from '#db/schema/email.ts'
import { programs } from '#db/schema/surveys.ts'

/** One person as planning sees them. */
export interface Candidate {
  id: string
  accountId: string | null
  language: Language | null
  /** Where the person is, as far as is known. */
  zone: string | null
  facts: PlanFacts
}

export const candidateColumns = {
  id: contacts.id,
  accountId: contacts.accountId,
  emailKey: contacts.emailKey,
  language: contacts.language,
  zone: contacts.zone,
  accountZone: accounts.zone,
  tier: accounts.tier,
  state: contacts.state,
  isTest: contacts.isTest,
  isInternal: accounts.isInternal,
  lastInvitedAt: contacts.lastInvitedAt,
}
export type CandidateRow = { [K in keyof typeof candidateColumns]: (typeof candidateColumns)[K]['_']['data'] | null }

/** Of a program what the rules go by: `ProgramPace`. */
export const paceColumns = {
  kind: programs.kind,
  minIntervalDays: programs.minIntervalDays,
  outsideRules: programs.outsideRules,
}

interface FactsFor {
  program: { id: string }
  /** With a wave, whom their owners left out of it. */
  waveId?: string | null
}

/** Adds what other tables say of these people (at most a few hundred): one query a table. */
export async function gatherFacts(ctx: Ctx, rows: CandidateRow[], about: FactsFor): Promise<Candidate[]> {
  if (!rows.length) return []
  const db = read(ctx)
  const ids = rows.map((row) => row.id!)
  const hmacs = new Map(
    rows.flatMap((row) => (row.emailKey ? [[row.id!, ctx.keys.fingerprint(row.emailKey)] as const] : [])),
  )
  const held = await heldUntil(ctx, rows)
  const wishes = await db
    .select({ contactId: preferences.contactId, choice: preferences.choice })
    .from(preferences)
    .where(and(inArray(preferences.contactId, ids), inArray(preferences.scope, ['all', `program:${about.program.id}`])))
  const off = new Set(wishes.filter((wish) => wish.choice === 'off').map((wish) => wish.contactId))
  const half = new Set(wishes.filter((wish) => wish.choice === 'half').map((wish) => wish.contactId))
  const suppressed = hmacs.size
    ? new Set(
        (
          await db
            .select({ hmac: suppressions.toHmac })
            .from(suppressions)
            .where(and(inArray(suppressions.toHmac, [...new Set(hmacs.values())]), isNull(suppressions.liftedAt)))
        ).map((row) => row.hmac),
      )
    : new Set<string>()
  const vetoed = await vetoedIn(ctx, about.waveId ?? null, ids)
  const invited = rows.filter((row) => row.lastInvitedAt !== null).map((row) => row.id!)
  const reached = await lastReached(ctx, about.program.id, invited)

  return rows.map((row) => ({
    id: row.id!,
    accountId: row.accountId,
    language: row.language,
    zone: row.zone ?? row.accountZone,
    facts: {
      left: row.state !== 'active',
      isTest: row.isTest === true,
      isInternal: row.isInternal === true,
      hasEmail: row.emailKey !== null,
      suppressed: suppressed.has(hmacs.get(row.id!) ?? ''),
      unsubscribed: off.has(row.id!),
      vetoed: vetoed.has(row.id!),
      halved: half.has(row.id!),
      held: longest(held.get(`con:${row.id}`), row.accountId === null ? undefined : held.get(`acc:${row.accountId}`)),
      tier: row.tier,
      lastInvitedAt: reached.get(row.id!)?.own ?? null,
      lastReachedAt: reached.get(row.id!)?.any ?? null,
    },
  }))
}

type Held = { until: number | null }

/** Of two holds the one that lasts longer; one without an end longest. */
function longest(a: Held | undefined, b: Held | undefined): Held | null {
  if (!a || !b) return a ?? b ?? null
  return a.until === null || b.until === null ? { until: null } : { until: Math.max(a.until, b.until) }
}

async function heldUntil(ctx: Ctx, rows: CandidateRow[]): Promise<Map<string, Held>> {
  const subjects = new Set(rows.flatMap((row) => [`con:${row.id}`, ...(row.accountId ? [`acc:${row.accountId}`] : [])]))
  const found = await read(ctx)
    .select({ key: holds.subjectKey, until: holds.until })
    .from(holds)
    .where(and(inArray(holds.subjectKey, [...subjects]), or(isNull(holds.until), gt(holds.until, ctx.now()))))
  const held = new Map<string, Held>()
  for (const { key, until } of found) held.set(key, longest(held.get(key), { until })!)
  return held
}

async function vetoedIn(ctx: Ctx, waveId: string | null, ids: string[]): Promise<Set<string>> {
  if (waveId === null) return new Set()
  const rows = await read(ctx)
    .select({ contactId: waveChoices.contactId })
    .from(waveChoices)
    .where(and(eq(waveChoices.waveId, waveId), inArray(waveChoices.contactId, ids), eq(waveChoices.choice, 'exclude')))
  return new Set(rows.map((row) => row.contactId))
}

/** A row of the ledger that was not taken back. Whether its program keeps to the rules, whoever asks looks themselves. */
export const countedReach = and(eq(outreach.kind, 'invitation'), isNull(outreach.cancelledAt))

/** When these people were last invited: by this program, and by any that keeps to the rules. */
async function lastReached(ctx: Ctx, programId: string, ids: string[]) {
  if (!ids.length) return new Map<string, { own: number | null; any: number | null }>()
  const rows = await read(ctx)
    .select({
      contactId: outreach.contactId,
      own: sql<number | null>`max(case when ${outreach.programId} = ${programId} then ${outreach.at} end)`,
      any: sql<number | null>`max(case when ${eq(programs.outsideRules, false)} then ${outreach.at} end)`,
    })
    .from(outreach)
    .leftJoin(programs, eq(programs.id, outreach.programId))
    .where(and(inArray(outreach.contactId, ids), countedReach))
    .groupBy(outreach.contactId)
  const number = (value: number | string | null) => (value === null ? null : Number(value))
  return new Map(rows.map((row) => [row.contactId, { own: number(row.own), any: number(row.any) }]))
}

/** The people of accounts who were written to after an instant (and up to another), by programs that keep to the rules. */
export async function reachedInAccounts(
  ctx: Ctx,
  accountIds: string[],
  { after, upTo, exceptRefId = '' }: { after: number; upTo?: number; exceptRefId?: string },
) {
  const rows = await read(ctx)
    .select({
      accountId: outreach.accountId,
      contactId: outreach.contactId,
      at: sql<number>`max(${outreach.at})`.mapWith(Number),
    })
    .from(outreach)
    .innerJoin(programs, eq(programs.id, outreach.programId))
    .where(
      and(
        inArray(outreach.accountId, accountIds),
        gt(outreach.at, after),
        upTo === undefined ? undefined : lte(outreach.at, upTo),
        countedReach,
        eq(programs.outsideRules, false),
        ne(outreach.refId, exceptRefId),
      ),
    )
    .groupBy(outreach.accountId, outreach.contactId)
  return rows.map(({ accountId, ...row }) => ({ accountId: accountId!, ...row }))
}
