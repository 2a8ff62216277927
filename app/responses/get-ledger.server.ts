import { and, count, eq, gte, notExists, sql } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { DAY, isoOfDay } from '#app/platform/day.ts'
import { countResponses, type Total } from '#app/responses/count-responses.server.ts'
import { daysKept } from '#app/responses/prune-touches.server.ts'
import { touchKinds } from '#db/enums/responses.ts'
import { responses } from '#db/schema/responses.ts'
import { clicks, touches } from '#db/schema/responses-touches.ts'
import type { Db } from '#db/store/store.ts'

/** Rows that one count looks at. */
const most = 10_000

export const machineKinds = touchKinds.filter((kind) => kind !== 'person')
export type MachineKind = (typeof machineKinds)[number]

/** What came to a program's links in the last 90 days and is in no number: machines by kind, open clicks, answers in doubt. */
export async function getLedger(ctx: Ctx, programId: string) {
  authorise(ctx, 'responses.read')
  const since = ctx.now() - daysKept * DAY
  const machines: { kind: MachineKind; total: Total }[] = []
  for (const kind of machineKinds) machines.push({ kind, total: await countKind(ctx, programId, kind, since) })
  const from = isoOfDay(dayOf(since, (await getOrganisation(ctx)).zone))
  const waiting = { program: programId, state: 'quarantined' as const, from }
  const query = new URLSearchParams(waiting).toString()
  return {
    days: daysKept,
    machines: machines.filter(({ total }) => total.n > 0),
    clicks: await countClicks(ctx, programId, since),
    toDecide: { total: (await countResponses(ctx, waiting))!, to: `/responses?${query}` },
  }
}
export type LedgerData = Awaited<ReturnType<typeof getLedger>>

const upTo = ({ n }: { n: number }): Total => ({ n: Math.min(n, most), more: n > most })

async function countKind(ctx: Ctx, programId: string, kind: MachineKind, since: number): Promise<Total> {
  const seen = read(ctx)
    .select({ one: sql`1`.as('one') })
    .from(touches)
    .where(and(eq(touches.programId, programId), eq(touches.kind, kind), gte(touches.at, since)))
    .limit(most + 1)
    .as('seen')
  const [row] = await read(ctx).select({ n: count() }).from(seen)
  return upTo(row!)
}

async function countClicks(ctx: Ctx, programId: string, since: number): Promise<Total> {
  const seen = read(ctx)
    .select({ one: sql`1`.as('one') })
    .from(clicks)
    .where(and(eq(clicks.programId, programId), gte(clicks.at, since), unanswered(read(ctx))))
    .limit(most + 1)
    .as('seen')
  const [row] = await read(ctx).select({ n: count() }).from(seen)
  return upTo(row!)
}

/** Clicks of which nothing more came: an answer, even one in doubt, stands among the answers. */
export const unanswered = (db: Db) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(responses)
      .where(eq(responses.invitationId, clicks.invitationId)),
  )
