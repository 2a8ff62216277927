import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Ctx } from '#app/audit/context.server.ts'
import { read } from '#app/audit/context.server.ts'
import { invitedSince, type PlanFacts } from '#app/delivery/planning.ts'
import type { Language } from '#app/platform/languages.ts'
import { accounts, contacts, holds } from '#db/schema/accounts.ts'
import { outreach, preferences, waveChoices } from '#db/schema/delivery.ts'
import { suppressions } from '#db/schema/email.ts'

/** One person as planning sees them. */
export interface Candidate {
  id: string
  accountId: string | null
  language: Language | null
  facts: PlanFacts
}

export const candidateColumns = {
  id: contacts.id,
  accountId: contacts.accountId,
  emailKey: contacts.emailKey,
  language: contacts.language,
  state: contacts.state,
  isTest: contacts.isTest,
  isInternal: accounts.isInternal,
  lastInvitedAt: contacts.lastInvitedAt,
}
export type CandidateRow = { [K in keyof typeof candidateColumns]: (typeof candidateColumns)[K]['_']['data'] | null }

/** Adds what other tables say of these people (at most a few hundred): one query a table. With a wave, whom their owners left out of it. */
export async function gatherFacts(
  ctx: Ctx,
  program: { id: string; minIntervalDays: number },
  rows: CandidateRow[],
  waveId?: string,
): Promise<Candidate[]> {
  if (!rows.length) return []
  const db = read(ctx)
  const now = ctx.now()
  const ids = rows.map((row) => row.id!)
  const subjects = new Set(rows.flatMap((row) => [`con:${row.id}`, ...(row.accountId ? [`acc:${row.accountId}`] : [])]))
  const hmacs = new Map(
    rows.flatMap((row) => (row.emailKey ? [[row.id!, ctx.keys.fingerprint(row.emailKey)] as const] : [])),
  )
  const longest = invitedSince(program, { halved: true }, now)
  const recent = rows.filter((row) => row.lastInvitedAt !== null && row.lastInvitedAt > longest).map((row) => row.id!)

  const held = new Set(
    (
      await db
        .select({ key: holds.subjectKey })
        .from(holds)
        .where(and(inArray(holds.subjectKey, [...subjects]), or(isNull(holds.until), gt(holds.until, now))))
    ).map((row) => row.key),
  )
  const wishes = await db
    .select({ contactId: preferences.contactId, choice: preferences.choice })
    .from(preferences)
    .where(and(inArray(preferences.contactId, ids), inArray(preferences.scope, ['all', `program:${program.id}`])))
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
  const vetoed = new Set(
    waveId === undefined
      ? []
      : (
          await db
            .select({ contactId: waveChoices.contactId })
            .from(waveChoices)
            .where(
              and(
                eq(waveChoices.waveId, waveId),
                inArray(waveChoices.contactId, ids),
                eq(waveChoices.choice, 'exclude'),
              ),
            )
        ).map((row) => row.contactId),
  )
  const invited = recent.length
    ? new Map(
        (
          await db
            .select({ contactId: outreach.contactId, at: sql<number>`max(${outreach.at})`.mapWith(Number) })
            .from(outreach)
            .where(
              and(
                inArray(outreach.contactId, recent),
                eq(outreach.kind, 'invitation'),
                eq(outreach.programId, program.id),
                isNull(outreach.cancelledAt),
              ),
            )
            .groupBy(outreach.contactId)
        ).map((row) => [row.contactId, row.at]),
      )
    : new Map<string, number>()

  return rows.map((row) => ({
    id: row.id!,
    accountId: row.accountId,
    language: row.language,
    facts: {
      left: row.state !== 'active',
      isTest: row.isTest === true,
      isInternal: row.isInternal === true,
      hasEmail: row.emailKey !== null,
      suppressed: suppressed.has(hmacs.get(row.id!) ?? ''),
      unsubscribed: off.has(row.id!),
      vetoed: vetoed.has(row.id!),
      halved: half.has(row.id!),
      held: held.has(`con:${row.id}`) || (row.accountId !== null && held.has(`acc:${row.accountId}`)),
      lastInvitedAt: invited.get(row.id!) ?? null,
    },
  }))
}
