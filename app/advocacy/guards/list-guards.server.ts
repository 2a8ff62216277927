import { and, notInArray, sql } from 'drizzle-orm'
import { askKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import {
  fallOf,
  guardDays,
  guardKinds,
  tooFewCarry,
  type Answered,
  type Fall,
  type GuardKind,
} from '#app/advocacy/guards/guard.ts'
import { seenGuards, type Seen } from '#app/advocacy/guards/see-guard.server.ts'
import { topFive, type TopFive } from '#app/advocacy/report/get-bench.server.ts'
import type { Span } from '#app/advocacy/report/read-period.server.ts'
import { askedIn, saidYes } from '#app/advocacy/report/report-conditions.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** A warning that holds just now, with its numbers. `seen`: by whom it was put aside, until when. */
export type Guard = { seen: Seen | null } & (
  { kind: 'gating' } | ({ kind: 'few_carry' } & TopFive) | ({ kind: 'acceptance' } & Fall)
)

/**
 * The warnings that hold just now. Gating: whatever the rules of reviews say, only advocates can be asked, and they became it by
 * a promoter's answer; so it holds as long as reviews are asked for at all.
 * @param kinds those that are looked at
 */
export async function listGuards(ctx: Ctx, kinds: readonly GuardKind[] = guardKinds): Promise<Guard[]> {
  authorise(ctx, 'advocates.read')
  const now = ctx.now()
  const last: Span = { from: now - guardDays * DAY, to: now }
  const seen = await seenGuards(ctx)
  const of = <K extends GuardKind>(kind: K) => ({ kind, seen: seen.get(kind) ?? null })
  const found: Guard[] = []
  if (kinds.includes('gating') && (await askKind(ctx, 'review')).content.on) found.push(of('gating'))
  if (kinds.includes('few_carry')) {
    const top = await topFive(ctx, last)
    if (tooFewCarry(top)) found.push({ ...of('few_carry'), ...top })
  }
  if (kinds.includes('acceptance')) {
    const before: Span = { from: last.from - guardDays * DAY, to: last.from }
    const fall = fallOf(await answered(ctx, last), await answered(ctx, before))
    if (fall) found.push({ ...of('acceptance'), ...fall })
  }
  return found
}

/** The warnings of some kinds that nobody has put aside: for pages where something is about to be done. */
export async function openGuards(ctx: Ctx, ...kinds: GuardKind[]): Promise<Guard[]> {
  return (await listGuards(ctx, kinds)).filter((guard) => guard.seen === null)
}

/** People asked in a period whose answer is in: who may still answer, and whom we stopped asking ourselves, says nothing yet. */
async function answered(ctx: Ctx, span: Span): Promise<Answered> {
  const [row] = await read(ctx)
    .select({
      n: sql<number>`count(distinct ${asks.contactId})`.mapWith(Number),
      hits: sql<number>`count(distinct case when ${saidYes} then ${asks.contactId} end)`.mapWith(Number),
    })
    .from(asks)
    .where(and(askedIn(span), notInArray(asks.state, ['sent', 'cancelled'])))
  return row!
}
