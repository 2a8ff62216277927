import { randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { hashSession } from '#app/access/identify.server.ts'
import { expiryOf } from '#app/access/session.ts'
import { newId } from '#app/platform/ids.server.ts'
import { sessions } from '#db/schema/access.ts'

/** Opens a session for somebody who has just proved who they are. `secret` goes into the cookie and is stored only hashed. */
export async function startSession(
  ctx: TxCtx,
  userId: string,
  device: string,
): Promise<{ id: string; secret: string }> {
  const now = ctx.now()
  const id = newId('ses', now)
  const secret = randomBytes(32).toString('base64url')
  await ctx.tx.insert(sessions).values({
    id,
    secretHash: hashSession(ctx.keys, secret),
    userId,
    createdAt: now,
    seenAt: now,
    expiresAt: expiryOf(now, now),
    device: device.slice(0, 100),
  })
  return { id, secret }
}

/** Ends the open sessions of a person, all or all but one. Returns how many. */
export async function endSessions(ctx: TxCtx, userId: string, except?: string | null): Promise<number> {
  const ended = await ctx.tx
    .update(sessions)
    .set({ endedAt: ctx.now() })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), except ? ne(sessions.id, except) : undefined))
    .returning({ id: sessions.id })
  return ended.length
}

/** One's own sessions that are open, the last used first. */
export async function listOwnSessions(ctx: Ctx) {
  authorise(ctx, 'self.edit')
  return read(ctx)
    .select({ id: sessions.id, device: sessions.device, createdAt: sessions.createdAt, seenAt: sessions.seenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, ctx.actor.id!), isNull(sessions.endedAt), gt(sessions.expiresAt, ctx.now())))
    .orderBy(desc(sessions.seenAt), desc(sessions.id))
    .limit(50)
}

/** Ends one of one's own sessions; somebody else's, or one that is over, is left as it is. Returns whether it ended. */
export function endOwnSession(ctx: Ctx, sessionId: string): Promise<boolean> {
  authorise(ctx, 'self.edit')
  return write(ctx, async (ctx) => {
    const [ended] = await ctx.tx
      .update(sessions)
      .set({ endedAt: ctx.now() })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, ctx.actor.id!), isNull(sessions.endedAt)))
      .returning({ id: sessions.id })
    if (!ended) return false
    await recordEvent(ctx, {
      type: 'access.signed_out',
      subject: { kind: 'user', id: ctx.actor.id! },
      data: { sessionId },
    })
    return true
  })
}

/** Signs out everywhere, or everywhere else. Returns how many sessions ended. */
export function endOwnSessions(ctx: Ctx, { except }: { except?: string | null } = {}): Promise<number> {
  authorise(ctx, 'self.edit')
  return write(ctx, async (ctx) => {
    const count = await endSessions(ctx, ctx.actor.id!, except)
    if (count)
      await recordEvent(ctx, {
        type: 'access.signed_out_everywhere',
        subject: { kind: 'user', id: ctx.actor.id! },
        data: { count },
      })
    return count
  })
}
