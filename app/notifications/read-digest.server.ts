import { and, desc, eq, isNull, or } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import type { Reader, Tellers, Told } from '#app/notifications/notice.ts'
import { putIntoWords } from '#app/notifications/put-into-words.server.ts'
import { noticeKinds, type NoticeKind } from '#db/enums/notifications.ts'
import { notifications } from '#db/schema/notifications.ts'

/** Lines of one mail: whoever has more waiting reads them in Koe. */
const mostLines = 50
/** More are not looked at. */
const mostRead = 500

export interface Digest {
  groups: { kind: NoticeKind; lines: Pick<Told, 'text' | 'path'>[] }[]
  total: number
}

/**
 * What a digest has to say to its reader now, by kind, the newest first: without what doesn't hold any more, and
 * without what they have read in Koe meanwhile.
 */
export async function readDigest(ctx: Ctx, tellers: Tellers, reader: Reader, digestId: string): Promise<Digest> {
  const unread = or(eq(notifications.inApp, false), isNull(notifications.readAt))
  const list = await read(ctx)
    .select()
    .from(notifications)
    .where(and(eq(notifications.digestId, digestId), eq(notifications.userId, reader.actor.id), unread))
    .orderBy(desc(notifications.id))
    .limit(mostRead)
  const words = await putIntoWords(ctx, tellers, reader, list)
  const held = list.filter(({ id }) => words.get(id)?.over === null)
  const shown = held.slice(0, mostLines)
  const groups = noticeKinds.flatMap((kind) => {
    const lines = shown.flatMap((notice) => (notice.kind === kind ? [words.get(notice.id)!] : []))
    return lines.length ? [{ kind, lines }] : []
  })
  return { groups, total: held.length }
}
