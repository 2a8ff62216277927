import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { accountId, contactId } from '#app/accounts/account.ts'
import { fieldsOf, type MergeKind } from '#app/accounts/merging/fields.ts'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { countMoving, totalOf } from '#app/loop/merging/count-moving.server.ts'
import { mergeWhole, takeTurns } from '#app/loop/merging/merge-steps.server.ts'
import { MINUTE } from '#app/platform/day.ts'
import { Conflict } from '#app/platform/errors.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { jobs } from '#db/schema/jobs.ts'

/** Rows that one transaction may move while somebody waits for it; more than that a job moves, bit by bit. */
export const mostAtOnce = 200

export const mergeJob = 'loop.merge'
export const sweepJob = 'loop.sweep-merge'

const seen = z.coerce.number().int()
const schemas = {
  account: z.object({
    from: accountId,
    into: accountId,
    take: z.array(z.enum(Object.keys(fieldsOf.account) as [string, ...string[]])).max(40),
    /** When either was last changed, as the preview showed it. */
    seenFrom: seen,
    seenInto: seen,
  }),
  contact: z.object({
    from: contactId,
    into: contactId,
    take: z.array(z.enum(Object.keys(fieldsOf.contact) as [string, ...string[]])).max(40),
    seenFrom: seen,
    seenInto: seen,
  }),
}
export type MergeInput = z.input<(typeof schemas)['account']>

export interface Merged {
  /** The names, for saying what happened. */
  from: string
  into: string
  /** The job that does it, when it is much; null when it is done. */
  jobId: string | null
  counts: Record<string, number>
}

/**
 * Makes one account or person of two: `from` goes, `into` stays and takes on the values of the fields in `take`. It can't
 * be undone. @throws Conflict when either is gone, was changed since the preview, or is being merged already
 */
export async function mergeRecords(ctx: Ctx, kind: MergeKind, input: MergeInput): Promise<Merged> {
  authorise(ctx, 'accounts.import')
  const { from, into, take, seenFrom, seenInto } = schemas[kind].parse(input)
  if (from === into) throw new Conflict('merge_itself')
  // Before anybody has to wait for it: it decides only who does the work, and is kept for the record.
  const moving = Object.entries(await countMoving(ctx, kind, from))
  const counts = Object.fromEntries(moving.filter(([, n]) => n > 0))
  return write(ctx, async (ctx) => {
    await takeTurns(ctx)
    const names = await bothAsSeen(ctx, kind, { [from]: seenFrom, [into]: seenInto })
    await refuseBusy(ctx, [from, into])
    const done = { from: names.get(from)!, into: names.get(into)!, counts }
    const by = ctx.actor.id
    if (totalOf(counts) > mostAtOnce) {
      const key = `merge/${from}/${ctx.now()}`
      return { ...done, jobId: await enqueue(ctx, { kind: mergeJob, key, payload: { kind, from, into, take, by, counts } }) } // prettier-ignore
    }
    if (!(await mergeWhole(ctx, kind, { from, into, take, counts }))) throw new Conflict('merge_gone')
    await sweepLater(ctx, kind, { from, into })
    return { ...done, jobId: null }
  })
}

/** Whoever had found the other record a moment before, and writes about it a moment later, is followed once. */
export const sweepLater = (ctx: TxCtx, kind: MergeKind, { from, into }: { from: string; into: string }) =>
  enqueue(ctx, { kind: sweepJob, key: `merge/${from}/sweep`, payload: { kind, from, into }, runAt: ctx.now() + MINUTE })

async function bothAsSeen(ctx: TxCtx, kind: MergeKind, seenAt: Record<string, number>) {
  const table = kind === 'account' ? accounts : contacts
  const state = kind === 'contact' ? contacts.state : accounts.id
  const rows = await ctx.tx
    .select({ id: table.id, name: table.name, updatedAt: table.updatedAt, state })
    .from(table)
    .where(inArray(table.id, Object.keys(seenAt)))
  if (rows.length < 2 || rows.some((row) => row.state === 'erased')) throw new Conflict('merge_gone')
  if (rows.some((row) => row.updatedAt !== seenAt[row.id])) throw new Conflict('merge_changed')
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** A record that is being merged can't be merged with a third at the same time. @throws Conflict */
async function refuseBusy(ctx: TxCtx, ids: string[]) {
  const running = await mergesRunning(ctx)
  if (running.some(({ payload }) => ids.includes(String(payload.from)) || ids.includes(String(payload.into))))
    throw new Conflict('merge_running')
}

/** Merges that a job is busy with. */
export const mergesRunning = (ctx: Ctx) =>
  read(ctx)
    .select({ id: jobs.id, payload: jobs.payload })
    .from(jobs)
    .where(and(inArray(jobs.state, ['ready', 'running']), eq(jobs.kind, mergeJob)))
