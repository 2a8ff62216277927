import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { askedIn, isOnBench } from '#app/advocacy/report/report-conditions.server.ts'
import { askedBands, bandDays, type AskedBand } from '#app/advocacy/report/report-view.ts'
import type { Span } from '#app/advocacy/report/read-period.server.ts'
import { askKinds as catalogue } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { mostOnTab } from '#app/platform/counted.ts'
import { DAY } from '#app/platform/day.ts'
import type { AskKind } from '#db/enums/advocacy.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { contacts } from '#db/schema/accounts.ts'
import { asks, askStandings } from '#db/schema/advocacy-asks.ts'

export interface TopFive {
  /** Asks of the five who were asked most. */
  theirs: number
  /** All asks. */
  of: number
  people: { contactId: string; name: string; n: number }[]
}

/** How much of a period's asks the five who were asked most carry. */
export async function topFive(ctx: Ctx, span: Span): Promise<TopFive> {
  const db = read(ctx)
  const n = sql<number>`count(*)`.mapWith(Number)
  const [all] = await db.select({ n }).from(asks).where(askedIn(span))
  const top = await db
    .select({ contactId: asks.contactId, n })
    .from(asks)
    .where(askedIn(span))
    .groupBy(asks.contactId)
    .orderBy(desc(sql`count(*)`), asks.contactId)
    .limit(5)
  const rows = top.length ? await db.select({ id: contacts.id, name: contacts.name }).from(contacts).where(inArray(contacts.id, top.map((row) => row.contactId))) : [] // prettier-ignore
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return {
    theirs: top.reduce((sum, row) => sum + row.n, 0),
    of: all!.n,
    people: top.map((row) => ({ ...row, name: names.get(row.contactId) ?? '' })),
  }
}

/** How many advocates were last asked how long ago. */
export async function countIdle(ctx: Ctx): Promise<{ band: AskedBand; n: number }[]> {
  const db = read(ctx)
  // Each ask is read once, where asking for the last one of each of a hundred thousand people would look as often.
  const last = db
    .select({ contactId: asks.contactId, at: sql<number | null>`max(${asks.sentAt})`.as('last_at') })
    .from(asks)
    .groupBy(asks.contactId)
    .as('last')
  const steps = askedBands.flatMap((band) => {
    const to = bandDays(band)?.to
    return to == null ? [] : [sql`when ${last.at} > ${ctx.now() - to * DAY} then ${sql.raw(`'${band}'`)}`]
  })
  const rows = await db
    .select({
      band: sql<AskedBand>`case when ${last.at} is null then 'never' ${sql.join(steps, sql` `)} else '365' end`,
      n: sql<number>`count(*)`.mapWith(Number),
    })
    .from(contacts)
    .leftJoin(last, eq(last.contactId, contacts.id))
    .where(isOnBench(ctx))
    .groupBy(sql`1`)
  return askedBands.map((band) => ({ band, n: rows.find((row) => row.band === band)?.n ?? 0 }))
}

/** How many can be asked for each kind that is on, as last worked out; at most `mostOnTab` + 1. */
export async function countAskableNow(ctx: Ctx): Promise<{ kind: AskKind; n: number }[]> {
  const on = (await catalogue(ctx)).filter(({ content }) => content.on)
  const counted: { kind: AskKind; n: number }[] = []
  for (const { kind } of on) {
    const can = and(eq(askStandings.kind, kind), eq(askStandings.blocks, 0))
    counted.push({ kind, n: await countUpTo(read(ctx), askStandings, can, mostOnTab) })
  }
  return counted
}
