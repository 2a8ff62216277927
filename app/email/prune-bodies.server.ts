import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, inArray, isNotNull, lte, lt } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { inboundMails, messageBodies, providerEvents } from '#db/schema/email.ts'

const step = 200
const keepEvents = 90 * DAY
/** Mail that nobody was found for can be read so long; its key stays, so that it doesn't come back. */
const keepAside = 30 * DAY
const setAside = ['unmatched', 'auto_reply', 'bounce', 'empty'] as const

/**
 * Deletes what was written in mails that came to their end seven days ago, old reports of the provider, and what is
 * left of received mail that nobody took.
 */
export const pruneBodies: JobHandler = async (ctx, run) => {
  for (;;) {
    const bodies = await ctx.store.db
      .select({ id: messageBodies.messageId })
      .from(messageBodies)
      .where(and(isNotNull(messageBodies.expiresAt), lte(messageBodies.expiresAt, ctx.now())))
      .limit(step)
    const reports = await ctx.store.db
      .select({ id: providerEvents.id })
      .from(providerEvents)
      .where(lt(providerEvents.id, before(ctx.now() - keepEvents)))
      .limit(step)
    const aside = await ctx.store.db
      .select({ id: inboundMails.id })
      .from(inboundMails)
      .where(and(inArray(inboundMails.state, setAside), lt(inboundMails.at, ctx.now() - keepAside)))
      .limit(step)
    if (!bodies.length && !reports.length && !aside.length) return
    await write(ctx, async ({ tx }) => {
      if (aside.length)
        await tx
          .update(inboundMails)
          .set({ state: 'deleted', text: null, sender: null, subject: null })
          .where(inArray(inboundMails.id, aside.map((row) => row.id))) // prettier-ignore
      if (bodies.length)
        await tx.delete(messageBodies).where(
          inArray(
            messageBodies.messageId,
            bodies.map((row) => row.id),
          ),
        )
      if (reports.length)
        await tx.delete(providerEvents).where(
          inArray(
            providerEvents.id,
            reports.map((row) => row.id),
          ),
        )
    })
    if (run.stopping()) return { again: ctx.now() }
    await nextTurn()
  }
}

/** Ids sort by time: any id made before an instant is less than this. */
const before = (at: number) => newId('pev', at).slice(0, 'pev_'.length + 9)
