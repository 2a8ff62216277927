import { and, count, eq, sql } from 'drizzle-orm'
import { as, authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { TooMany } from '#app/platform/errors.ts'
import { closedBecause, type AnswerInvitation, type Closed } from '#app/responses/get-answering-invitation.server.ts'
import { holdInvitation } from '#app/responses/hold-invitation.server.ts'
import { getProgramByVersion } from '#app/surveys/get-program.server.ts'
import { improveId, questionsFor, readValue, type AnswerValue } from '#app/surveys/question.ts'
import { events } from '#db/schema/audit.ts'
import { responseAnswers } from '#db/schema/responses.ts'
import type { Question } from '#db/schema/surveys.ts'

/** Changes that one answer takes in after it was given: what comes after is machines at play. */
const mostChanges = 100

export interface Given {
  questionId: string
  /** The values of the field, as they were sent. */
  values: string[]
}

export type Kept =
  | { kind: 'kept' }
  /** What is wrong, by question; the others were kept, unless something was sent that was not asked. */
  | { kind: 'refused'; problems: Record<string, { code: 'required' | 'too_long'; n?: number }> }
  /** Somebody sent what was not asked: nothing is kept. */
  | { kind: 'not_asked' }
  | { kind: 'closed'; why: Closed }

/**
 * Keeps what a person says to the questions beyond the score, each under its question; said again it replaces what was
 * said, and the same again changes nothing. `asked`: the questions that stood on the page.
 * @throws TooMany after 100 changes
 */
export async function keepAnswers(
  ctx: Ctx,
  input: { invitationId: string; gen: number; language: string; asked: string[]; given: Given[] },
): Promise<Kept> {
  authorise(ctx, 'answer.give')
  return write(ctx, async (ctx) => {
    const invitation = await holdInvitation(ctx, input.invitationId)
    const closed = closedBecause(invitation, input.gen, ctx.now())
    if (closed || !invitation) return { kind: 'closed', why: closed ?? 'unknown' }
    if (!invitation.responseId || !invitation.class || invitation.responseState !== 'counted')
      return { kind: 'not_asked' }
    const questions = await askedOf(ctx, invitation, input.language)
    const isAsked = (id: string) => questions.some((question) => question.id === id)
    if (![...input.asked, ...input.given.map((one) => one.questionId)].every(isAsked)) return { kind: 'not_asked' }

    const problems: Extract<Kept, { kind: 'refused' }>['problems'] = {}
    const values: { questionId: string; value: AnswerValue }[] = []
    for (const question of questions.filter((one) => input.asked.includes(one.id))) {
      const found = readValue(question, input.given.find((one) => one.questionId === question.id)?.values ?? [])
      if ('value' in found) values.push({ questionId: question.id, value: found.value })
      else if ('empty' in found) {
        if (question.required) problems[question.id] = { code: 'required' }
      } else if (found.problem === 'too_long') problems[question.id] = { code: 'too_long', n: found.n }
      else return { kind: 'not_asked' }
    }
    await keep(as(ctx, { kind: 'contact', id: invitation.contactId }) as TxCtx, invitation, values)
    return Object.keys(problems).length ? { kind: 'refused', problems } : { kind: 'kept' }
  })
}

/** What this person is asked: the questions of the version they were invited with, and the passive what to improve. */
async function askedOf(ctx: Ctx, invitation: AnswerInvitation, language: string) {
  const found = await getProgramByVersion(ctx, invitation.versionId)
  const own = questionsFor(found?.version.content.questions ?? [], invitation.class!, language)
  return invitation.class === 'mid' ? [...own, improve] : own
}

const improve: Pick<Question, 'id' | 'kind' | 'required' | 'options'> = { id: improveId, kind: 'text', required: false }

async function keep(ctx: TxCtx, invitation: AnswerInvitation, values: { questionId: string; value: AnswerValue }[]) {
  const responseId = invitation.responseId!
  const stored = await ctx.tx.select().from(responseAnswers).where(eq(responseAnswers.responseId, responseId))
  const changed = values.filter(({ questionId, value }) => {
    const before = stored.find((row) => row.questionId === questionId)
    return JSON.stringify(before?.value) !== JSON.stringify(value)
  })
  if (changed.length === 0) return
  await refuseEndless(ctx, responseId)
  const at = ctx.now()
  await ctx.tx
    .insert(responseAnswers)
    .values(changed.map((one) => ({ responseId, ...one, at })))
    .onConflictDoUpdate({
      target: [responseAnswers.responseId, responseAnswers.questionId],
      set: { value: sql`excluded.value`, at: sql`excluded.at` },
    })
  await recordEvent(ctx, {
    type: 'responses.said_more',
    subject: { kind: 'response', id: responseId },
    accountId: invitation.accountId,
    contactId: invitation.contactId,
    data: { programId: invitation.programId, questions: changed.map((one) => one.questionId) },
  })
}

/** @throws TooMany when somebody keeps changing what they said */
export async function refuseEndless(ctx: TxCtx, responseId: string): Promise<void> {
  const [row] = await ctx.tx
    .select({ n: count() })
    .from(events)
    .where(and(eq(events.subjectKind, 'response'), eq(events.subjectId, responseId), eq(events.actorKind, 'contact')))
  if (row!.n >= mostChanges) throw new TooMany(3600)
}
