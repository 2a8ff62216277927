import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { can } from '#app/audit/can.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { keptCases } from '#app/cases/kept-cases.server.ts'
import { replyMailWords } from '#app/cases/mail-words.ts'
import { nameOf } from '#app/cases/notices/case-sentence.ts'
import { concernOf, findNoticed } from '#app/cases/notices/find-noticed.server.ts'
import { overOf } from '#app/cases/notices/over.ts'
import type { Teller } from '#app/notifications/notice.ts'
import { translator } from '#app/platform/words.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { voices } from '#db/schema/voices.ts'

/** Puts replies by mail into words. It leads to the case that the reply stands on, else to the reply. */
export const replyTeller: Teller = async (ctx, reader, list) => {
  const named = can(ctx.actor, 'responses.names')
  const replies = await repliesOf(ctx, [...new Set(list.map((notice) => notice.subjectId))])
  const found = await findNoticed(ctx, [...new Set([...replies.values()].flatMap(({ caseId }) => caseId ?? []))])
  const concern = await concernOf(ctx, reader.actor)
  const t = translator(reader.locale)
  return new Map(
    list.flatMap(({ id, kind, data, subjectId }) => {
      const reply = replies.get(subjectId)
      if (!reply) return []
      const { account, person, caseId } = reply
      const text = t(replyMailWords.subject, { name: nameOf(t, { account, person: named ? person : null }) })
      const on = caseId === null ? undefined : found.get(caseId)
      const told = on
        ? { text, path: `/cases/${on.id}`, over: overOf(kind, data, on, concern) }
        : { text, path: `/voices/${subjectId}`, over: null }
      return [[id, told]]
    }),
  )
}

async function repliesOf(ctx: Ctx, ids: string[]) {
  if (!ids.length) return new Map<string, never>()
  const kept = keptCases(ctx)
  const rows = await read(ctx)
    .select({ id: voices.id, caseId: voices.caseId, account: accounts.name, person: contacts.name })
    .from(voices)
    .leftJoin(accounts, eq(accounts.id, voices.accountId))
    .leftJoin(contacts, eq(contacts.id, voices.contactId))
    .where(
      and(
        inArray(voices.id, ids),
        isNull(voices.deletedAt),
        kept ? sql`(${voices.caseId} is null or ${voices.caseId} not in ${kept})` : undefined,
      ),
    )
  return new Map(rows.map((row) => [row.id, row]))
}
