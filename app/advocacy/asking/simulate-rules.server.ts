import { and, gt, inArray, lte } from 'drizzle-orm'
import { setImmediate as turn } from 'node:timers/promises'
import { blocksOf } from '#app/advocacy/asking/blocks.ts'
import { rulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { standingsOf, type Standing } from '#app/advocacy/asking/standings-of.server.ts'
import { refuseFaults } from '#app/advocacy/catalogue/edit-ask-kind.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { askBlocks, type AskBlock, type AskContent, type AskKind } from '#db/enums/advocacy.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'

/** Advocates of one look. */
const batch = 1_000
/** So many are named of those who would come in, and of those who would go out. */
const named = 10

export interface Change {
  n: number
  /** The first of them. */
  people: { contactId: string; name: string }[]
}

/** What some rules would do this moment. */
export interface Simulation {
  advocates: number
  /** Who can be asked by the rules that hold, and by those that are tried. */
  now: number
  tried: number
  /** Who can be asked only by the rules that are tried, and only by those that hold. */
  more: Change
  fewer: Change
  /** Of each rule that forbids anybody: how many, and for how many it is the only one. */
  blocks: { block: AskBlock; n: number; alone: number }[]
}

/**
 * What a kind's rules would do if they were these: every advocate is looked at by both, and nothing is written.
 * @param content a draft; of its parts only what says who may be asked counts
 * @throws Invalid for a draft that could not be saved
 */
export async function simulateRules(
  ctx: Ctx,
  { kind, content }: { kind: AskKind; content: AskContent },
): Promise<Simulation> {
  authorise(ctx, 'advocates.edit')
  refuseFaults(content)
  const held = await rulesOf(ctx, kind)
  const draft = { ...held, content }
  const tally = new Map(askBlocks.map((block) => [block, { n: 0, alone: 0 }]))
  const more: string[] = []
  const fewer: string[] = []
  const total = { advocates: 0, now: 0, tried: 0 }
  for (let after: string | null = ''; after !== null; await turn()) {
    const look = { which: gt(advocates.contactId, after), limit: batch }
    const rows: Standing[] = await standingsOf(ctx, draft, look)
    const last: string | null = rows.at(-1)?.contactId ?? null
    // The same people once more: who was nominated between the two looks counts in neither.
    const before: Standing[] = last
      ? await standingsOf(ctx, held, { which: and(look.which, lte(advocates.contactId, last)), limit: batch })
      : []
    const could = new Set(ids(before.filter((row) => row.blocks === 0)))
    for (const { contactId, blocks } of rows) {
      const found = blocksOf(blocks)
      for (const block of found) {
        const of = tally.get(block)!
        of.n++
        if (found.length === 1) of.alone++
      }
      total.advocates++
      if (found.length === 0) total.tried++
      if (could.has(contactId)) total.now++
      if (found.length === 0 && !could.has(contactId)) more.push(contactId)
      if (found.length > 0 && could.has(contactId)) fewer.push(contactId)
    }
    after = rows.length === batch ? last : null
  }
  return {
    ...total,
    more: await nameSome(ctx, more),
    fewer: await nameSome(ctx, fewer),
    blocks: [...tally].flatMap(([block, of]) => (of.n ? [{ block, ...of }] : [])),
  }
}

const ids = (rows: Standing[]) => rows.map((row) => row.contactId)

async function nameSome(ctx: Ctx, all: string[]): Promise<Change> {
  const some = all.slice(0, named)
  if (!some.length) return { n: 0, people: [] }
  const people = await read(ctx)
    .select({ contactId: contacts.id, name: contacts.name })
    .from(contacts)
    .where(inArray(contacts.id, some))
    .orderBy(contacts.name, contacts.id)
  return { n: all.length, people }
}
