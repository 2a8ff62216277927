import { and, eq, gt, gte, inArray, notInArray, sql, type SQL } from 'drizzle-orm'
import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { rulesOf, type RulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { standingsOf, type Standing } from '#app/advocacy/asking/standings-of.server.ts'
import { read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import type { EventRow, JobHandler } from '#app/jobs/job.ts'
import { MINUTE } from '#app/platform/day.ts'
import { askKinds } from '#db/enums/advocacy.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { askStandings } from '#db/schema/advocacy-asks.ts'

/** Advocates of one write. */
const batch = 1_000
/** Milliseconds in which changes of many are gathered. */
const window = 10 * MINUTE

const payloadSchema = z.object({
  kinds: z.array(z.enum(askKinds)).optional(),
  /** Only advocates who changed within so many milliseconds. */
  within: z.number().optional(),
})

/**
 * Job `advocacy.weigh-standings`: what the rules say of every advocate, of one kind after a change of its rules, of all
 * nightly, since answers grow old and renewals come nearer, and every few minutes of who was just nominated. Writes only
 * what changed.
 */
export const weighStandings: JobHandler = async (ctx, run) => {
  const { kinds = askKinds, within } = payloadSchema.parse(run.payload)
  const some = within === undefined || !(await areThere(ctx)) ? undefined : gte(advocates.updatedAt, ctx.now() - within)
  const [all] = await read(ctx).select({ n: sql<number>`count(*)`.mapWith(Number) }).from(advocates).where(some) // prettier-ignore
  const total = all!.n * kinds.length
  let done = 0
  for (const kind of kinds) {
    const of = await rulesOf(ctx, kind)
    for (let after: string | null = ''; after !== null; await turn()) {
      if (run.stopping()) return { again: ctx.now() }
      const rows: Standing[] = await standingsOf(ctx, of, {
        which: and(some, gt(advocates.contactId, after)),
        limit: batch,
      })
      if (rows.length) await write(ctx, (ctx) => save(ctx, of, rows))
      done += rows.length
      await run.progress({ done, total: Math.max(total, done) })
      after = rows.at(-1)?.contactId ?? null
    }
  }
  if (!some) await write(ctx, dropGone)
}

/** Before the first night nothing stands anywhere. */
async function areThere(ctx: Ctx): Promise<boolean> {
  return (await read(ctx).select({ kind: askStandings.kind }).from(askStandings).limit(1)).length > 0
}

/** Subscriber of what changes one person or one account: how they stand with every kind. */
export async function weighAgain(ctx: Ctx, event: EventRow): Promise<void> {
  const { contactId } = event
  // What is about a person alone changes nothing of their colleagues, whose budget is shared.
  const accountId = event.subjectKind === 'advocate' || event.subjectKind === 'contact' ? null : event.accountId
  const which = accountId
    ? inArray(
        advocates.contactId,
        read(ctx).select({ id: contacts.id }).from(contacts).where(eq(contacts.accountId, accountId)),
      )
    : contactId
      ? eq(advocates.contactId, contactId)
      : null
  if (which) await weigh(ctx, which)
}

/** Subscriber of what changes many: all standings, once in ten minutes at most. */
export async function weighSoon(ctx: Ctx): Promise<void> {
  const runAt = (Math.floor(ctx.now() / window) + 1) * window
  await write(ctx, (ctx) => enqueue(ctx, { kind: 'advocacy.weigh-standings', key: `standings/${runAt}`, runAt }))
}

/** Subscriber of changed rules: all standings of the kind, at once; of all kinds where the event names none. */
export async function weighKind(ctx: Ctx, event: EventRow): Promise<void> {
  const kind = askKinds.find((one) => one === event.subjectId)
  await write(ctx, (ctx) =>
    enqueue(ctx, {
      kind: 'advocacy.weigh-standings',
      key: `standings/${event.id}`,
      ...(kind && { payload: { kinds: [kind] } }),
    }),
  )
}

async function weigh(ctx: Ctx, which: SQL): Promise<void> {
  for (const kind of askKinds) {
    const of = await rulesOf(ctx, kind)
    for (let after: string | null = ''; after !== null;) {
      const rows: Standing[] = await standingsOf(ctx, of, {
        which: and(which, gt(advocates.contactId, after)),
        limit: batch,
      })
      if (rows.length) await write(ctx, (ctx) => save(ctx, of, rows))
      after = rows.length === batch ? rows.at(-1)!.contactId : null
    }
  }
}

const insertStandings = rowsInsert(askStandings, ['kind', 'contactId', 'blocks', 'nominatedAt', 'checkedAt'], {
  replace: [askStandings.kind, askStandings.contactId],
})

async function save(ctx: TxCtx, { kind, now }: RulesOf, rows: Standing[]): Promise<void> {
  const known = await ctx.tx
    .select({
      contactId: askStandings.contactId,
      blocks: askStandings.blocks,
      nominatedAt: askStandings.nominatedAt,
    })
    .from(askStandings)
    .where(and(eq(askStandings.kind, kind), inArray(askStandings.contactId, rows.map((row) => row.contactId)))) // prettier-ignore
  const stored = new Map(known.map((row) => [row.contactId, row]))
  const changed = rows.filter(({ contactId, blocks, nominatedAt }) => {
    const before = stored.get(contactId)
    return before?.blocks !== blocks || before.nominatedAt !== nominatedAt
  })
  await insertStandings(ctx.tx, changed.map((row) => ({ ...row, kind, checkedAt: now }))) // prettier-ignore
}

/** Who is no advocate any more, merged with another or erased, stands nowhere. */
async function dropGone(ctx: TxCtx): Promise<void> {
  await ctx.tx
    .delete(askStandings)
    .where(notInArray(askStandings.contactId, ctx.tx.select({ id: advocates.contactId }).from(advocates)))
}
