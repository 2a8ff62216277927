import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { loadMatcher } from '#app/responses/topics/load-matcher.server.ts'
import { voices, voiceTopics } from '#db/schema/voices.ts'

const batch = 100

/** Gives a voice the topics that the rules find in it, and no others. */
export async function tagVoice(
  ctx: TxCtx,
  { id, text, day }: { id: string; text: string; day: number },
): Promise<void> {
  const { matcher } = await loadMatcher(ctx)
  await ctx.tx.delete(voiceTopics).where(and(eq(voiceTopics.voiceId, id), eq(voiceTopics.source, 'rule')))
  const rows = [...matcher.topicsOf(text)].map(([topicId, spans]) => ({
    voiceId: id,
    topicId,
    source: 'rule' as const,
    present: true,
    spans,
    day,
    actorId: null,
    at: ctx.now(),
  }))
  if (rows.length) await ctx.tx.insert(voiceTopics).values(rows).onConflictDoNothing()
}

/** Subscriber of `responses.retagged`: what was applied to all past comments is applied to all voices. */
export async function retagVoices(ctx: Ctx): Promise<void> {
  for (let after = ''; ;) {
    const from = after
    const last = await write(ctx, async (ctx) => {
      const some = await ctx.tx
        .select({ id: voices.id, text: voices.text, day: voices.day })
        .from(voices)
        .where(and(gt(voices.id, from), isNull(voices.deletedAt)))
        .orderBy(asc(voices.id))
        .limit(batch)
      for (const voice of some) await tagVoice(ctx, voice)
      return some.length < batch ? null : some.at(-1)!.id
    })
    if (last === null) return
    after = last
  }
}
