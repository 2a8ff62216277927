import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import type { NewTouch } from '#app/responses/write-touches.server.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { responses } from '#db/schema/responses.ts'
import { clicks, touches } from '#db/schema/responses-touches.ts'

type Tap = Pick<NewTouch, 'invitationId' | 'programId' | 'score' | 'at' | 'method'>

const upsert = rowsInsert(clicks, ['invitationId', 'programId', 'score', 'at'], { replace: [clicks.invitationId] })

/**
 * Keeps one click for each invitation whose score link a person followed and that has no counted answer: the latest
 * score. `exposed`: what is known of these came from machines, so it is looked up again.
 */
export async function keepClicks(
  ctx: TxCtx,
  given: { tapped: readonly Tap[]; exposed: ReadonlySet<string>; answered: readonly string[] },
): Promise<void> {
  const { tx } = ctx
  const again = given.exposed.size ? await tapsOf(ctx, [...given.exposed]) : []
  const gone = [...given.exposed, ...given.answered]
  if (gone.length) await tx.delete(clicks).where(inArray(clicks.invitationId, gone))
  const latest = new Map<string, typeof clicks.$inferInsert>()
  for (const { invitationId, programId, score, at, method } of [...again, ...given.tapped]) {
    if (programId === null || score === null || method === 'POST') continue
    if ((latest.get(invitationId)?.at ?? 0) <= at) latest.set(invitationId, { invitationId, programId, score, at })
  }
  if (!latest.size) return
  const counted = await tx
    .select({ id: responses.invitationId })
    .from(responses)
    .where(and(inArray(responses.invitationId, [...latest.keys()]), eq(responses.state, 'counted')))
  for (const { id } of counted) latest.delete(id)
  await upsert(tx, [...latest.values()])
}

/** The answer counts by another way than a press: its click is no longer open. */
export async function dropClick({ tx }: TxCtx, invitationId: string): Promise<void> {
  await tx.delete(clicks).where(eq(clicks.invitationId, invitationId))
}

const tapsOf = ({ tx }: TxCtx, invitationIds: string[]): Promise<Tap[]> =>
  tx
    .select()
    .from(touches)
    .where(and(inArray(touches.invitationId, invitationIds), eq(touches.kind, 'person'), isNotNull(touches.score)))
    .orderBy(asc(touches.at))
