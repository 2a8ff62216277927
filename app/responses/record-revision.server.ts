import { and, count, eq, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Language } from '#app/platform/languages.ts'
import { isTestAnswer, type AnswerInvitation } from '#app/responses/get-answering-invitation.server.ts'
import type { Class } from '#db/enums/statistics.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { statement } from '#db/statement.ts'

const p = sql.placeholder

const findPosted = statement((db) =>
  db
    .select({
      score: responseRevisions.score,
      comment: responseRevisions.comment,
      standing: responseRevisions.standing,
    })
    .from(responseRevisions)
    .where(eq(responseRevisions.submissionKey, p('key'))),
)
const countRevisions = statement((db) =>
  db
    .select({ n: count() })
    .from(responseRevisions)
    .where(eq(responseRevisions.responseId, p('responseId'))),
)
const insertResponse = statement((db) =>
  db.insert(responses).values({
    id: p('id'),
    invitationId: p('invitationId'),
    programId: p('programId'),
    versionId: p('versionId'),
    contactId: p('contactId'),
    accountId: p('accountId'),
    state: p('state'),
    score: p('score'),
    class: p('class'),
    comment: p('comment'),
    language: p('language'),
    answeredAt: p('at'),
    day: p('day'),
    counts: p('counts'),
    isTest: p('isTest'),
    tier: p('tier'),
    region: p('region'),
    industry: p('industry'),
    plan: p('plan'),
    stage: p('stage'),
    department: p('department'),
    products: p('products'),
    ownerId: p('ownerId'),
    arrBaseMinor: p('arrBaseMinor'),
  }),
)
/** The first counted answer after suspects only: now it has a time. */
const confirmResponse = statement((db) =>
  db
    .update(responses)
    .set({
      state: 'counted',
      score: sql`${p('score')}`,
      class: sql`${p('class')}`,
      comment: sql`${p('comment')}`,
      // Who took an answer back and gives it anew keeps the day of the first.
      answeredAt: sql`case when ${responses.state} = 'withdrawn' then ${responses.answeredAt} else ${p('at')} end`,
      day: sql`case when ${responses.state} = 'withdrawn' then ${responses.day} else ${p('day')} end`,
      counts: sql`${sql.param(p('counts'), responses.counts)}`,
    })
    .where(eq(responses.id, p('id'))),
)
const changeResponse = statement((db) =>
  db
    .update(responses)
    .set({ score: sql`${p('score')}`, class: sql`${p('class')}`, comment: sql`${p('comment')}` })
    .where(eq(responses.id, p('id'))),
)
const supersede = statement((db) =>
  db
    .update(responseRevisions)
    .set({ standing: 'superseded' })
    .where(
      and(eq(responseRevisions.responseId, p('responseId')), eq(responseRevisions.standing, 'accepted').inlineParams()),
    ),
)
const insertRevision = statement((db) =>
  db.insert(responseRevisions).values({
    id: p('id'),
    responseId: p('responseId'),
    number: p('number'),
    score: p('score'),
    comment: p('comment'),
    evidence: p('evidence'),
    standing: p('standing'),
    reasons: p('reasons'),
    actor: p('actor'),
    at: p('at'),
    submissionKey: p('submissionKey'),
  }),
)

/** A press makes what was seen before it needless. */
const supersedeTentative = statement((db) =>
  db
    .update(responseRevisions)
    .set({ standing: 'superseded' })
    .where(and(eq(responseRevisions.responseId, p('responseId')), eq(responseRevisions.standing, 'tentative'))),
)
/** What is shown of an answer that is not confirmed: what the person seemed to say last. */
const showTentative = statement((db) =>
  db
    .update(responses)
    .set({
      state: 'unconfirmed',
      score: sql`${p('score')}`,
      class: sql`${p('class')}`,
      answeredAt: sql`${p('at')}`,
      day: sql`${p('day')}`,
    })
    .where(eq(responses.id, p('id'))),
)

/** What was posted before under a nonce, or null. */
export async function findSubmission(ctx: TxCtx, key: string) {
  const [posted] = await findPosted(ctx.tx, { key })
  return posted ?? null
}

/** How many submissions of this answer are written down. */
export async function revisionsOf(ctx: TxCtx, responseId: string): Promise<number> {
  const [row] = await countRevisions(ctx.tx, { responseId })
  return row!.n
}

export interface NewRevision {
  score: number
  class: Class
  comment: string | null
  language: Language
  submissionKey: string
  /** Calendar day in the organisation's zone. */
  day: number
  /** Why it is kept in quarantine; null when it is the answer now, or may become it. */
  reason: string | null
  /** Given without a press: what was seen on the page, to be confirmed or kept aside. */
  implicit?: 'tentative' | 'quarantined'
}

export interface Recorded {
  responseId: string
  revisionId: string
  /** Whether it is this person's first counted answer to the invitation. */
  first: boolean
  isTest: boolean
  counts: boolean
  /** The day of the first counted answer, which never moves. */
  day: number
}

/**
 * Writes one submission down and makes the response the projection of its accepted revision. The invitation's row
 * must be locked and `invitation` read after that; `recorded` is how many submissions there are already.
 */
export async function recordRevision(
  ctx: TxCtx,
  invitation: AnswerInvitation,
  revision: NewRevision,
  recorded: number,
): Promise<Recorded> {
  const { tx } = ctx
  const at = ctx.now()
  const accepts = revision.reason === null && !revision.implicit
  const isTest = isTestAnswer(invitation)
  const counts = accepts && invitation.program.inScore && !isTest
  const responseId = invitation.responseId ?? newId('rsp', at)
  const first = accepts && !invitation.accepted
  const again = invitation.responseState === 'withdrawn'
  if (!invitation.responseId) {
    await insertResponse(tx, newResponse(invitation, revision, { id: responseId, at, accepts, counts, isTest }))
  } else if (accepts) {
    const { score, class: scoreClass, comment, day } = revision
    const projection = { id: responseId, score, class: scoreClass, comment, at, day, counts }
    await (first ? supersedeTentative : supersede)(tx, { responseId })
    await (first ? confirmResponse : changeResponse)(tx, projection)
  } else if (revision.implicit === 'tentative') {
    const { score, class: scoreClass, day } = revision
    await showTentative(tx, { id: responseId, score, class: scoreClass, at, day })
  }
  const revisionId = newId('rev', at)
  await insertRevision(tx, {
    id: revisionId,
    responseId,
    number: recorded + 1,
    score: revision.score,
    comment: revision.comment,
    evidence: revision.implicit ? 'implicit' : 'explicit',
    standing: accepts ? 'accepted' : (revision.implicit ?? 'quarantined'),
    reasons: revision.reason === null ? [] : [revision.reason],
    actor: ctx.actor.id ? `${ctx.actor.kind}:${ctx.actor.id}` : ctx.actor.kind,
    at,
    submissionKey: revision.submissionKey,
  })
  return {
    responseId,
    revisionId,
    first,
    isTest,
    counts,
    day: first && !again ? revision.day : (invitation.day ?? revision.day),
  }
}

/**
 * The row of a first submission, with person and account as they are at answering: segment trends must not move when an
 * account does. Field by field: an object put together of three takes longer than the insert.
 */
function newResponse(
  invitation: AnswerInvitation,
  revision: NewRevision,
  made: { id: string; at: number; accepts: boolean; counts: boolean; isTest: boolean },
) {
  const { account } = invitation
  return {
    id: made.id,
    invitationId: invitation.id,
    programId: invitation.programId,
    versionId: invitation.versionId,
    contactId: invitation.contactId,
    accountId: invitation.accountId,
    state: made.accepts ? 'counted' : 'unconfirmed',
    score: revision.score,
    class: revision.class,
    comment: revision.comment,
    language: revision.language,
    at: made.at,
    day: revision.day,
    counts: made.counts,
    isTest: made.isTest,
    department: invitation.department,
    tier: account?.tier ?? null,
    region: account?.region ?? null,
    industry: account?.industry ?? null,
    plan: account?.plan ?? null,
    stage: account?.stage ?? null,
    products: account?.products ?? [],
    ownerId: account?.ownerId ?? null,
    arrBaseMinor: account?.arrBaseMinor ?? null,
  }
}
