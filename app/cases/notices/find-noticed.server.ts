import { and, eq, inArray, sql } from 'drizzle-orm'
import { standsInFor } from '#app/access/absences/works-for.server.ts'
import type { Actor } from '#app/audit/actor.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import type { Concern, NoticedCase } from '#app/cases/notices/over.ts'
import { teams, users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { casePeople, cases } from '#db/schema/cases.ts'

const latest = sql`(select max(latest.id) from ${casePeople} as latest where latest.case_id = ${cases.id})`

export interface FoundCase extends NoticedCase {
  id: string
  /** Of the account, else of the person. */
  account: string | null
  person: string | null
  owner: string
  replyDueAt: number
  resolveDueAt: number | null
}

/** Cases by their ids as notices about them need them, but for those with an answer that is kept from who reads. */
export async function findNoticed(ctx: Ctx, ids: string[]): Promise<Map<string, FoundCase>> {
  if (!ids.length) return new Map()
  const rows = await read(ctx)
    .select({
      id: cases.id,
      state: cases.state,
      ownerId: cases.ownerId,
      owner: users.name,
      teamId: users.teamId,
      waiting: cases.waiting,
      account: accounts.name,
      person: contacts.name,
      replyDueAt: cases.replyDueAt,
      resolveDueAt: cases.resolveDueAt,
    })
    .from(cases)
    .innerJoin(users, eq(users.id, cases.ownerId))
    .leftJoin(accounts, eq(accounts.id, cases.accountId))
    .leftJoin(casePeople, eq(casePeople.id, latest))
    .leftJoin(contacts, eq(contacts.id, casePeople.contactId))
    .where(and(inArray(cases.id, ids), casesShownTo(ctx)))
  return new Map(rows.map((row) => [row.id, { ...row, waiting: row.waiting > 0 }]))
}

/** Whose cases concern somebody today: their own, those of whom they stand in for, those of teams that one of these leads. */
export async function concernOf(ctx: Ctx, { id, roles }: Extract<Actor, { kind: 'user' }>): Promise<Concern> {
  const others = await standsInFor(ctx, id)
  const led = await read(ctx)
    .select({ id: teams.id })
    .from(teams)
    .where(inArray(teams.leadId, [id, ...others]))
  return { id, roles, standsInFor: others, teams: led.map((team) => team.id) }
}
