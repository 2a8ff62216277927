import { sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Language } from '#app/platform/languages.ts'
import { statement } from '#db/statement.ts'
import { scoreDeltas } from '#db/schema/insights.ts'
import type { Class } from '#db/enums/statistics.ts'

/** The traits of account and person at the time of answering, as the response keeps them. */
export interface ScoreSnapshot {
  tier: string | null
  region: string | null
  industry: string | null
  plan: string | null
  stage: string | null
  ownerId: string | null
  products: string[]
}

export interface ScoreDelta {
  responseId: string
  programId: string
  /** The response's day, also when its score is taken back later: the day never moves. */
  day: number
  language: Language
  snapshot: ScoreSnapshot
  /** 1 when the answer starts to count, -1 when it stops. A change of score is a -1 and a 1. */
  sign: 1 | -1
  class: Class
  score: number
}

const insert = statement((db) =>
  db.insert(scoreDeltas).values({
    id: sql.placeholder('id'),
    responseId: sql.placeholder('responseId'),
    programId: sql.placeholder('programId'),
    day: sql.placeholder('day'),
    tier: sql.placeholder('tier'),
    region: sql.placeholder('region'),
    industry: sql.placeholder('industry'),
    plan: sql.placeholder('plan'),
    stage: sql.placeholder('stage'),
    ownerId: sql.placeholder('ownerId'),
    language: sql.placeholder('language'),
    products: sql.placeholder('products'),
    n: sql.placeholder('n'),
    low: sql.placeholder('low'),
    mid: sql.placeholder('mid'),
    high: sql.placeholder('high'),
    sum: sql.placeholder('sum'),
  }),
)

/**
 * Notes that an answer started or stopped to count, in the transaction in which it did. Call it only for answers that
 * are in the score and no test (`responses.counts`). Nothing shared is updated: a job folds the notes into `scores`.
 */
export async function insertScoreDelta(ctx: TxCtx, delta: ScoreDelta): Promise<void> {
  const { snapshot, sign } = delta
  await insert(ctx.tx, {
    id: newId('scd', ctx.now()),
    responseId: delta.responseId,
    programId: delta.programId,
    day: delta.day,
    tier: snapshot.tier,
    region: snapshot.region,
    industry: snapshot.industry,
    plan: snapshot.plan,
    stage: snapshot.stage,
    ownerId: snapshot.ownerId,
    language: delta.language,
    products: snapshot.products,
    n: sign,
    low: delta.class === 'low' ? sign : 0,
    mid: delta.class === 'mid' ? sign : 0,
    high: delta.class === 'high' ? sign : 0,
    sum: sign * delta.score,
  })
}
