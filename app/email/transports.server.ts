import { and, eq, ne, or, sql } from 'drizzle-orm'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { wakeWorker } from '#app/jobs/wake.ts'
import { Conflict } from '#app/platform/errors.ts'
import { statement } from '#db/statement.ts'
import { transports } from '#db/schema/email.ts'

const byName = statement((db) =>
  db
    .select()
    .from(transports)
    .where(eq(transports.name, sql.placeholder('name'))),
)

/** How a transport is: a row only exists once it was paused. */
export async function getTransport(ctx: Ctx, name: string) {
  const [row] = await byName(read(ctx), { name })
  return row ?? null
}

/** Whether something may be tried: it isn't paused, or its pause is over and one batch may find out. */
export async function mayTry(ctx: Ctx, name: string): Promise<boolean> {
  const row = await getTransport(ctx, name)
  return !row || row.state === 'active' || (row.resumeAt !== null && row.resumeAt <= ctx.now())
}

/** Nothing more goes out this way for now. The alert (its event) is raised once per reason, not once per try. */
export async function pauseTransport(ctx: TxCtx, name: string, reason: string, resumeAt: number): Promise<void> {
  const values = { state: 'paused' as const, reason, resumeAt, changedAt: ctx.now() }
  const before = await getTransport(ctx, name)
  await ctx.tx
    .insert(transports)
    .values({ name, ...values })
    .onConflictDoUpdate({ target: transports.name, set: values })
  if (before?.state === 'paused' && before.reason === reason) return
  await recordEvent(ctx, {
    type: 'email.transport_paused',
    subject: { kind: 'transport', id: name },
    data: { reason, resumeAt },
  })
}

/** Something was accepted: whatever it was, it is over. */
export async function resumeTransport(ctx: TxCtx, name: string): Promise<void> {
  const before = await getTransport(ctx, name)
  if (before?.state !== 'paused') return
  await ctx.tx
    .update(transports)
    .set({ state: 'active', reason: null, resumeAt: null, changedAt: ctx.now() })
    .where(eq(transports.name, name))
  await recordEvent(ctx, { type: 'email.transport_resumed', subject: { kind: 'transport', id: name } })
}

/**
 * A person has mended it: try again now.
 * @throws Conflict when it isn't paused
 */
export async function tryTransport(ctx: Ctx, { name }: { name: string }): Promise<void> {
  authorise(ctx, 'jobs.edit')
  await write(ctx, async (ctx) => {
    const now = ctx.now()
    const [row] = await ctx.tx
      .update(transports)
      .set({ resumeAt: now })
      .where(
        and(
          eq(transports.name, name),
          eq(transports.state, 'paused'),
          or(sql`${transports.resumeAt} is null`, ne(transports.resumeAt, now)),
        ),
      )
      .returning({ name: transports.name })
    if (!row) throw new Conflict('transport_not_paused')
    await recordEvent(ctx, { type: 'email.transport_tried', subject: { kind: 'transport', id: name } })
  })
  wakeWorker()
}
