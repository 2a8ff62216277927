import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { amongTexts, manyTexts } from '#db/fragments.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { statement } from '#db/statement.ts'
import type { Db } from '#db/store/store.ts'

const findKeys = statement((db) =>
  db
    .select({ key: responseRevisions.submissionKey })
    .from(responseRevisions)
    .where(amongTexts(responseRevisions.submissionKey, 'texts')),
)

/** Those of these keys under which an answer is written down. */
export const knownSubmissions = async (db: Db, keys: string[]): Promise<Set<string>> =>
  new Set((await findKeys(db, { texts: manyTexts(keys) })).map((row) => row.key))

const responseColumns = ['id', 'invitationId', 'programId', 'versionId', 'contactId', 'accountId', 'state', 'score', 'class', 'comment', 'language', 'answeredAt', 'day', 'counts', 'isTest', 'tier', 'region', 'industry', 'plan', 'stage', 'department', 'products', 'ownerId', 'arrBaseMinor'] as const // prettier-ignore
const insertResponses = rowsInsert(responses, responseColumns)
const insertRevisions = rowsInsert(responseRevisions, ['id', 'responseId', 'number', 'score', 'comment', 'evidence', 'standing', 'reasons', 'actor', 'at', 'submissionKey']) // prettier-ignore

type ResponseRow = Required<Pick<typeof responses.$inferInsert, (typeof responseColumns)[number]>>

/**
 * Writes answers down that were given long ago, to another tool: counted with their own dates, and nothing follows from
 * them. `key` is what each is known by, so that none comes in twice.
 */
export async function addPastAnswers(ctx: TxCtx, answers: (ResponseRow & { key: string })[]): Promise<void> {
  const at = ctx.now()
  await insertResponses(ctx.tx, answers)
  await insertRevisions(
    ctx.tx,
    answers.map(({ id, score, comment, key }) => ({
      id: newId('rev', at), // now, so that what indexes new revisions finds it
      responseId: id,
      number: 1,
      score,
      comment,
      evidence: 'import' as const,
      standing: 'accepted' as const,
      reasons: [],
      actor: ctx.actor.kind,
      at,
      submissionKey: key,
    })),
  )
}
