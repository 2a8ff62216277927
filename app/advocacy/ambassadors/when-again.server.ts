import { inArray, sql } from 'drizzle-orm'
import { blocksOf } from '#app/advocacy/asking/blocks.ts'
import { askKinds as catalogue, type AskOfKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import type { AskBlock, AskKind } from '#db/enums/advocacy.ts'
import { asks, askStandings } from '#db/schema/advocacy-asks.ts'

/** When somebody may be asked again: now for these kinds, from an instant on, or what stands in the way of the nearest kind. */
export type Again = { now: AskKind[] } | { at: number } | { blocks: AskBlock[] }

/** What only time takes away. */
const waits: readonly AskBlock[] = ['asked_lately', 'cooling_down']

/** When each of some people may be asked again, as the rules were last worked out, by contact id. */
export async function whenAgain(ctx: Ctx, ids: string[]): Promise<Map<string, Again>> {
  const again = new Map<string, Again>()
  if (!ids.length) return again
  const db = read(ctx)
  const stand = await db
    .select({ id: askStandings.contactId, kind: askStandings.kind, blocks: askStandings.blocks })
    .from(askStandings)
    .where(inArray(askStandings.contactId, ids))
  const last = await db
    .select({
      id: asks.contactId,
      kind: asks.kind,
      sentAt: sql<number>`coalesce(max(${asks.sentAt}), 0)`.mapWith(Number),
      laterAt: sql<number>`coalesce(max(${asks.laterAt}), 0)`.mapWith(Number),
    })
    .from(asks)
    .where(inArray(asks.contactId, ids))
    .groupBy(asks.contactId, asks.kind)
  const kinds = (await catalogue(ctx)).filter(({ content }) => content.on)
  for (const id of ids) {
    const mine = last.filter((row) => row.id === id)
    const of = new Map(stand.filter((row) => row.id === id).map((row) => [row.kind, blocksOf(row.blocks)]))
    const now = kinds.flatMap(({ kind }) => (of.get(kind)?.length === 0 ? [kind] : []))
    const soon = kinds
      .filter(({ kind }) => of.get(kind)?.every((block) => waits.includes(block)))
      .map((one) => freeAt(one, mine))
    const nearest = kinds.flatMap(({ kind }) => [of.get(kind) ?? []].filter((blocks) => blocks.length > 0))
    const blocks = nearest.toSorted((a, b) => a.length - b.length)[0] ?? []
    again.set(id, now.length ? { now } : soon.length ? { at: Math.min(...soon) } : { blocks })
  }
  return again
}

/** When neither the quiet days after any ask nor those after one of the kind are left. */
function freeAt({ kind, content }: AskOfKind, asked: { kind: AskKind; sentAt: number; laterAt: number }[]): number {
  const { quietDays, coolDownDays } = content.rules
  const same = asked.filter((one) => one.kind === kind)
  return Math.max(
    0,
    ...asked.map((one) => one.sentAt + quietDays * DAY),
    ...same.flatMap((one) => [one.sentAt + coolDownDays * DAY, one.laterAt]),
  )
}
