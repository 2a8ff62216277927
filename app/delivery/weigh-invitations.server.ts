import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { paceOf } from '#app/delivery/pace.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import {
  candidateColumns,
  gatherFacts,
  paceColumns,
  reachedInAccounts,
  type Candidate,
} from '#app/delivery/plan-facts.server.ts'
import { judge, judgeRecovery, takeTurns, type ProgramPace, type Verdict } from '#app/delivery/planning.ts'
import { sendingHours } from '#app/delivery/sending-hours.server.ts'
import { DAY } from '#app/platform/day.ts'
import type { ContactRules, InvitedKind } from '#db/enums/delivery.ts'
import { rowsLock } from '#db/lock.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

const lockAccounts = rowsLock(accounts, accounts.id)
const lockContacts = rowsLock(contacts, contacts.id)

/** An invitation that is to go out, with what the rules say to that. */
export interface Weighed {
  id: string
  /** As what it stands in the ledger. */
  kind: InvitedKind
  program: { id: string } & ProgramPace
  contactId: string
  accountId: string | null
  email: string | null
  /** When it was to be asked. */
  askedAt: number
  /** When its mail may leave. */
  dueAt: number
  verdict: Verdict
}

/**
 * What the contact rules say of planned invitations of one program and wave (at most 200, a person once), right before
 * the ledger is written. `planning.ts` holds the rules.
 */
export async function weighInvitations(ctx: TxCtx, ids: string[]): Promise<Weighed[]> {
  const rules = await findContactRules(ctx)
  await lockPeople(ctx, (await peopleOf(ctx, ids)).map((row) => row.person)) // prettier-ignore
  const rows = await peopleOf(ctx, ids)
  if (!rows.length) return []
  const hours = await sendingHours(ctx, rules)
  const now = ctx.now()
  const { program, waveId } = rows[0]!
  const candidates = await gatherFacts(ctx, rows.map((row) => row.person), { program, waveId }) // prettier-ignore
  const times = new Map(rows.map((row) => [row.person.id, Math.max(now, row.dueAt)]))
  const after = program.kind === 'recovery'
  const verdicts = new Map(
    candidates.map((one) => [
      one.id,
      after ? judgeRecovery(one.facts) : judge(one.facts, program, rules, times.get(one.id)!),
    ]),
  )
  const turns = program.outsideRules ? null : await turnsOf(ctx, { program, waveId, rules, candidates, verdicts })
  return rows.map(({ id, person, email, anyHour, dueAt: askedAt }) => {
    const verdict = verdicts.get(person.id)!
    const until = verdict.kind === 'invite' ? (turns?.get(person.id) ?? null) : null
    const at = times.get(person.id)!
    return {
      id,
      kind: after ? 'recovery' : 'invitation',
      program,
      contactId: person.id,
      accountId: person.accountId,
      email,
      askedAt,
      dueAt: anyHour ? at : hours(at, person.zone ?? person.accountZone),
      verdict: until === null ? verdict : { kind: 'wait', reason: 'account_full', until },
    }
  })
}

/**
 * Whoever writes into the ledger for the same people waits until this transaction has ended: two programs never both
 * find a person, or the last place of an account, free. Read what they depend on afterwards.
 */
export async function lockPeople(ctx: TxCtx, people: { id: string; accountId: string | null }[]): Promise<void> {
  await lockAccounts(ctx.tx, [...new Set(people.flatMap((person) => person.accountId ?? []))])
  await lockContacts(ctx.tx, [...new Set(people.map((person) => person.id))])
}

function peopleOf(ctx: TxCtx, ids: string[]) {
  return ctx.tx
    .select({
      id: invitations.id,
      waveId: invitations.waveId,
      dueAt: invitations.dueAt,
      anyHour: invitations.anyHour,
      email: contacts.email,
      person: candidateColumns,
      program: { id: programs.id, ...paceColumns },
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
  candidates: Candidate[]
  verdicts: Map<string, Verdict>
}

/** For each of these people null when it is their turn in their account, else when a place is free. */
async function turnsOf(ctx: TxCtx, { program, waveId, rules, candidates, verdicts }: Turns) {
  const now = ctx.now()
  const turns = new Map<string, number | null>()
  const capped = candidates.filter((one) => one.accountId !== null && paceOf(rules, one.facts.tier).accountPeople)
  const tiers = new Map(capped.map((one) => [one.accountId!, one.facts.tier]))
  if (!tiers.size) return turns
  const accountIds = [...tiers.keys()]
  const longest = Math.max(...[...tiers.values()].map((tier) => paceOf(rules, tier).accountDays))
  const reached = await reachedInAccounts(ctx, accountIds, { after: now - longest * DAY })
  const free = capped.filter((one) => verdicts.get(one.id)!.kind === 'invite')
  // The others of the wave are not in this step: who of them could not be asked anyway takes no place.
  const known = new Set(candidates.map((one) => one.id))
  const others = waveId === null ? [] : (await inLine(ctx, waveId, accountIds)).filter((one) => !known.has(one.id))
  const could: Candidate[] = []
  for (let from = 0; from < others.length; from += 200)
    could.push(...(await gatherFacts(ctx, others.slice(from, from + 200), { program, waveId })))
  const able = could.filter((one) => judge(one.facts, program, rules, now).kind === 'invite')
  const line = [...free, ...able].sort(longestAgo)
  for (const [accountId, tier] of tiers) {
    const ids = line.filter((one) => one.accountId === accountId).map((one) => one.id)
    const there = reached.filter((one) => one.accountId === accountId)
    for (const [id, until] of takeTurns(paceOf(rules, tier), there, ids, now)) turns.set(id, until)
  }
  if (waveId !== null) await wake(ctx, waveId, able.filter((one) => turns.get(one.id) === null).map((one) => one.id)) // prettier-ignore
  return turns
}

/** Who was asked longest ago first, who never was before everybody. */
const longestAgo = (a: Candidate, b: Candidate) =>
  (a.facts.lastReachedAt ?? 0) - (b.facts.lastReachedAt ?? 0) || (a.id < b.id ? -1 : 1)

/** Of one step at most so many others stand in line; a crowd behind them comes up in the steps after it. */
const longestLine = 1000

/** Whom of these accounts a wave is still to ask: those too whose hold or interval may be over by now. */
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
    .orderBy(sql`coalesce(${contacts.lastInvitedAt}, 0)`, asc(contacts.id))
    .limit(longestLine)
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
