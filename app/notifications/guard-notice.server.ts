import { eq } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { Message } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import type { Tellers } from '#app/notifications/notice.ts'
import { putIntoWords } from '#app/notifications/put-into-words.server.ts'
import { readDigest } from '#app/notifications/read-digest.server.ts'
import { notifications } from '#db/schema/notifications.ts'

/**
 * Before-send guard of mail to colleagues: what its reader may not know of by now, or what is over, isn't sent, nor a
 * digest of which nothing is left. Mail that is no notice goes its way.
 */
export const guardNotice =
  (tellers: Tellers) =>
  async (ctx: TxCtx, { userId, refKind, refId, payload }: Message): Promise<string | null> => {
    const isDigest = refKind === 'digest'
    if (!isDigest && typeof payload.noticeId !== 'string') return null
    const reader = await findReader(ctx, userId)
    if (!reader) return 'user_ended'
    if (isDigest) return (await readDigest(ctx, tellers, reader, refId)).total === 0 ? 'nothing_left' : null
    const list = await ctx.tx
      .select()
      .from(notifications)
      .where(eq(notifications.id, String(payload.noticeId)))
    const [told] = (await putIntoWords(ctx, tellers, reader, list)).values()
    return told ? told.over : 'nothing_left'
  }
