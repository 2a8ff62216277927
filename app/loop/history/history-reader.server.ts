import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Import, OpenImport } from '#app/accounts/import/open-import.server.ts'
import type { ReadItem } from '#app/accounts/import/read-item.ts'
import type { Line } from '#app/accounts/import/read-lines.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { AnswerKeys } from '#app/loop/history/answer-keys.ts'
import { answerReader, type PastAnswer, type PastProgram } from '#app/loop/history/read-answer.ts'
import { fold } from '#app/platform/text.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import type { RejectReason } from '#db/schema/accounts.ts'
import { programs } from '#db/schema/surveys.ts'

/** A past answer, who gave it, and what it is known by: the same answer has the same key in every file. */
export interface PastItem {
  item: ReadItem
  answer: PastAnswer
  key: string
}

/** The program that a new one will be, until it is made: nothing is written for it before that. */
const toBeMade = 'prg_new'

/** What reads the lines of a file of past answers, in their order: each is one, or refused with reasons. */
export async function historyReader(ctx: Ctx, row: Import) {
  const { zone, locale } = await getOrganisation(ctx)
  const stored = await ctx.store.db.select().from(programs).where(askedPrograms).limit(1000)
  const byName = new Map<string, PastProgram | null>()
  const byId = new Map<string, PastProgram>()
  for (const { id, name, metric, currentVersionId: versionId, inScore } of stored) {
    if (versionId === null) continue
    const program = { id, metric, versionId, inScore }
    byId.set(id, program)
    byName.set(fold(name), byName.has(fold(name)) ? null : program)
  }
  const { programId, newProgram } = row.options ?? {}
  const made = newProgram && { id: toBeMade, metric: newProgram.metric, versionId: '', inScore: true }
  const read = answerReader(row.mapping, {
    zone,
    now: ctx.now(),
    readings: row.counts?.readings ?? [],
    programs: byName,
    program: (programId ? byId.get(programId) : undefined) ?? made ?? null,
  })
  const keys = new AnswerKeys(ctx.keys.fingerprint)
  return {
    locale,
    read(line: Line, open: OpenImport): PastItem | RejectReason[] {
      const item = open.item(line)
      const answer = read(line)
      if (item.reasons || Array.isArray(answer))
        return [...(item.reasons ?? []), ...(Array.isArray(answer) ? answer : [])]
      const { key, sameAs } = keys.meet(line.line, item, answer)
      return sameAs === null ? { item, answer, key } : [{ code: 'answer_twice', values: { first: sameAs } }]
    },
  }
}
