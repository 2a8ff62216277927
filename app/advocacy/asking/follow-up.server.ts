import { and, eq, isNull, lte, type SQL } from 'drizzle-orm'
import { holdAsk, moveAsk, type Ask } from '#app/advocacy/asking/change-ask.server.ts'
import { putIntoOutbox } from '#app/advocacy/asking/queue-ask.server.ts'
import { read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import type { AskState } from '#db/enums/advocacy.ts'
import { contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** Who has not answered a mail is reminded once, after so long. */
export const remindedAfter = 7 * DAY
/** And is taken for not answering. */
export const expiresAfter = 30 * DAY

interface Step {
  from: AskState
  due: (now: number) => SQL | undefined
  act: (ctx: TxCtx, ask: Ask) => Promise<void>
}

/** What time does to asks, in this order: nobody is reminded of what is over. */
const steps: Step[] = [
  {
    from: 'reserved',
    due: (now) => lte(asks.reservedUntil, now),
    act: (ctx, ask) => moveAsk(ctx, ask, 'release', { set: { endedAt: ctx.now() } }),
  },
  {
    from: 'sent',
    due: (now) => lte(asks.sentAt, now - expiresAfter),
    act: (ctx, ask) => moveAsk(ctx, ask, 'expire', { set: { endedAt: ctx.now() } }),
  },
  {
    from: 'sent',
    due: (now) => and(eq(asks.channel, 'mail'), lte(asks.sentAt, now - remindedAfter), isNull(asks.remindedAt)),
    act: remind,
  },
]

const batch = 200

/**
 * Job `advocacy.follow-up`: gives back what nobody has written in time, takes who hasn't answered for a month for silent, and
 * reminds once who hasn't for a week.
 */
export const followUp: JobHandler = async (ctx, run) => {
  for (const { from, due, act } of steps)
    for (;;) {
      if (run.stopping()) return { again: ctx.now() }
      const which = and(eq(asks.state, from), due(ctx.now()))
      const found = await read(ctx).select({ id: asks.id }).from(asks).where(which).limit(batch)
      if (!found.length) break
      for (const { id } of found) await write(ctx, (ctx) => step(ctx, id, from, act))
    }
}

async function step(ctx: TxCtx, id: string, from: AskState, act: Step['act']): Promise<void> {
  const ask = await holdAsk(ctx, id)
  if (ask?.state === from) await act(ctx, ask)
}

/** Whether it may go, the last look before it leaves says; if not, nobody is reminded another day. */
async function remind(ctx: TxCtx, ask: Ask): Promise<void> {
  await ctx.tx.update(asks).set({ remindedAt: ctx.now() }).where(eq(asks.id, ask.id))
  const email = await emailOf(ctx, ask.contactId)
  if (email) await putIntoOutbox(ctx, { ...ask, dueAt: null }, email, 'reminder')
}

async function emailOf(ctx: Ctx, contactId: string): Promise<string | null> {
  const [row] = await read(ctx).select({ email: contacts.email }).from(contacts).where(eq(contacts.id, contactId))
  return row?.email ?? null
}
