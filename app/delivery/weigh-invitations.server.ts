import { and, asc, eq, inArray } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { paceOf } from '#app/delivery/contact-rules.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { candidateColumns, gatherFacts, reachedInAccounts, type Candidate } from '#app/delivery/plan-facts.server.ts'
import { judge, takeTurns, type ProgramPace, type Verdict } from '#app/delivery/planning.ts'
import { sendingHours } from '#app/delivery/sending-hours.server.ts'
import { DAY } from '#app/platform/day.ts'
import type { ContactRules } from '#db/enums/delivery.ts'
import { rowsLock } from '#db/lock.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

const lockAccounts = rowsLock(accounts, accounts.id)
const lockContacts = rowsLock(contacts, contacts.id)

/** An invitation that is to go out, with what the rules say to that. */
export interface Weighed {
  id: string
  programId: string
  contactId: string
  accountId: string | null
  email: string | null
  /** When its mail may leave. */
  dueAt: number
  verdict: Verdict
}

/**
 * What the contact rules say of planned invitations of one program and wave (at most 200, a person once), right before
 * the ledger is written: whoever writes there for the same people waits until this transaction has ended, so two
 * programs never both find a person free. `planning.ts` holds the rules.
 */
export async function weighInvitations(ctx: TxCtx, ids: string[]): Promise<Weighed[]> {
  const rules = await findContactRules(ctx)
  const about = await peopleOf(ctx, ids)
  await lockAccounts(ctx.tx, [...new Set(about.flatMap((row) => row.person.accountId ?? []))])
  await lockContacts(ctx.tx, [...new Set(about.map((row) => row.person.id))])
  // What was read before the locks may be old.
  const rows = await peopleOf(ctx, ids)
  const hours = await sendingHours(ctx, rules)
  const now = ctx.now()
  if (!rows.length) return []
  const { program, waveId } = rows[0]!
  const candidates = await gatherFacts(ctx, rows.map((row) => row.person), { program, waveId }) // prettier-ignore
  const at = new Map(rows.map((row) => [row.person.id, Math.max(now, row.dueAt)]))
  const verdicts = new Map(candidates.map((one) => [one.id, judge(one.facts, program, rules, at.get(one.id)!)]))
  const free = candidates.filter((one) => verdicts.get(one.id)!.kind === 'invite')
  const turns = program.outsideRules ? null : await turnsOf(ctx, { program, waveId, rules, free })
  return rows.map(({ id, person, email, anyHour }) => {
    const until = turns?.get(person.id) ?? null
    return {
      id,
      programId: program.id,
      contactId: person.id,
      accountId: person.accountId,
      email,
      dueAt: anyHour ? at.get(person.id)! : hours(at.get(person.id)!, person.zone ?? person.accountZone),
      verdict: until === null ? verdicts.get(person.id)! : { kind: 'wait', reason: 'account_full', until },
    }
  })
}

async function peopleOf(ctx: TxCtx, ids: string[]) {
  return ctx.tx
    .select({
      id: invitations.id,
      waveId: invitations.waveId,
      dueAt: invitations.dueAt,
      anyHour: invitations.anyHour,
      email: contacts.email,
      person: candidateColumns,
      program: { id: programs.id, minIntervalDays: programs.minIntervalDays, outsideRules: programs.outsideRules },
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .innerJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(and(inArray(invitations.id, ids), eq(invitations.state, 'planned')))
    .orderBy(asc(invitations.id))
}

interface Turns {
  program: { id: string } & ProgramPace
  waveId: string | null
  rules: ContactRules
  free: Candidate[]
}

/** For each of these people null when it is their turn in their account, else when a place is free. */
async function turnsOf(ctx: TxCtx, { program, waveId, rules, free }: Turns): Promise<Map<string, number | null>> {
  const now = ctx.now()
  const capped = free.filter((one) => one.accountId !== null && paceOf(rules, one.facts.tier).accountPeople !== null)
  const accountIds = [...new Set(capped.map((one) => one.accountId!))]
  if (!accountIds.length) return new Map()
  const longest = Math.max(...capped.map((one) => paceOf(rules, one.facts.tier).accountDays))
  const reached = await reachedInAccounts(ctx, accountIds, now - longest * DAY)
  const known = new Set(capped.map((one) => one.id))
  // The others of the wave are not in this step: who of them could not be asked anyway takes no place.
  const others = waveId === null ? [] : await inLine(ctx, waveId, accountIds)
  const more = await gatherFacts(ctx, others.filter((one) => !known.has(one.id)), { program, waveId }) // prettier-ignore
  const could = more.filter((one) => judge(one.facts, program, rules, now).kind === 'invite')
  const line = [...capped, ...could].sort(longestAgo)
  const turns = new Map<string, number | null>()
  for (const accountId of accountIds) {
    const ids = line.filter((one) => one.accountId === accountId).map((one) => one.id)
    const pace = paceOf(rules, capped.find((one) => one.accountId === accountId)!.facts.tier)
    const there = reached.filter((one) => one.accountId === accountId)
    for (const [id, until] of takeTurns(pace, there, ids, now)) turns.set(id, until)
  }
  if (waveId !== null) await wake(ctx, waveId, could.filter((one) => turns.get(one.id) === null).map((one) => one.id)) // prettier-ignore
  return turns
}

/** Who was asked longest ago first, who never was before everybody. */
const longestAgo = (a: Candidate, b: Candidate) =>
  (a.facts.lastReachedAt ?? 0) - (b.facts.lastReachedAt ?? 0) || (a.id < b.id ? -1 : 1)

/** Everybody of these accounts whom a wave is still to ask: those too whose hold or interval may be over by now. */
function inLine(ctx: TxCtx, waveId: string, accountIds: string[]) {
  return ctx.tx
    .select(candidateColumns)
    .from(invitations)
    .innerJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(
      and(
        inArray(contacts.accountId, accountIds),
        eq(invitations.waveId, waveId),
        inArray(invitations.state, ['planned', 'deferred']),
      ),
    )
}

/** There is a place for them before they were to be looked at: now they are. */
async function wake(ctx: TxCtx, waveId: string, contactIds: string[]): Promise<void> {
  if (contactIds.length)
    await ctx.tx
      .update(invitations)
      .set({ nextPossibleAt: ctx.now() })
      .where(
        and(
          eq(invitations.waveId, waveId),
          inArray(invitations.contactId, contactIds),
          eq(invitations.state, 'deferred'),
        ),
      )
}
