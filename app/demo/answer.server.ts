import { and, eq, ne } from 'drizzle-orm'
import { changeAdvocate } from '#app/advocacy/change-advocate.server.ts'
import { consentKinds } from '#app/advocacy/consent-texts.ts'
import { giveConsents } from '#app/advocacy/give-consents.server.ts'
import { after, type AdvocateVerb } from '#app/advocacy/advocate.ts'
import { as, read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { composeComment, composeSupportComment, topicOf } from '#app/demo/compose-comment.ts'
import { inHours } from '#app/demo/days.ts'
import { followCase } from '#app/demo/follow-case.server.ts'
import type { Person } from '#app/demo/people.ts'
import { between, chance } from '#app/demo/random.ts'
import { comments, csatScore, npsScore } from '#app/demo/scores.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import type { Survey } from '#app/demo/surveys.server.ts'
import type { Topic } from '#app/demo/topics.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { keepAnswers } from '#app/responses/keep-answers.server.ts'
import { furtherAnswers } from '#app/demo/further-questions.ts'
import { DAY } from '#app/platform/day.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'
import { classOf } from '#app/statistics/scale.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { cases } from '#db/schema/cases.ts'
import type { Class } from '#db/enums/statistics.ts'

export interface Given {
  invitationId: string
  contactId: string
  person: Person
  survey: Survey
  key: string
}

/** A customer answers: by the same door as a press on the survey page, half a minute after opening it. */
export async function recordDemoAnswer(stage: Stage, ctx: TxCtx, given: Given): Promise<void> {
  const { person, survey, key } = given
  const { company, language } = person
  const mood = { country: company.country, company: company.mood, person: person.mood, key }
  const isWave = 'wave' in survey
  const score = isWave ? npsScore(mood, survey.wave) : csatScore(mood, survey.troubled)
  const of = classOf(isWave ? 'nps' : 'csat', score)
  const topic: Topic = isWave ? topicOf(of, survey.wave, company.country, key) : 'support'
  const occasion = { score, class: of, language, key }
  const comment = !comments(of === 'low', key)
    ? null
    : isWave
      ? composeComment(occasion, topic, stage.said)
      : composeSupportComment(occasion, stage.said)
  await answer(ctx, given, score, comment, null)
  if (!isWave) await sayMore(stage, ctx, given, of)
  if (of === 'high') await agree(ctx, given)
  if (of === 'high' && isWave) await welcome(stage, ctx, given)
  if (of !== 'low') return
  const caseId = await openCaseOf(ctx, given.contactId)
  if (caseId) followCase(stage, { caseId, topic, key: `${company.externalId}/${key}` })
  // Some are won back before the quarter is over, and say so on the same page.
  if (chance('changes', key) < 0.03)
    stage.timeline.add(inHours(ctx.now() + between(4, 9, 'changes when', key) * DAY), {
      together: (ctx) => answer(ctx, given, isWave ? 8 : 4, null, isWave ? 8 : 4),
    })
}

/** One happy customer in three agrees to be asked for something, on the page after the answer. */
async function agree(ctx: TxCtx, { invitationId, person, key }: Given) {
  if (chance('agrees', key) > 0.35) return
  const give = consentKinds.filter((kind) => chance(`agrees ${kind}`, key) < 0.6)
  const language = person.language === 'ja' ? 'ja' : 'en'
  await giveConsents(as(ctx, { kind: 'contact', id: null }), { invitationId, language, give, takeBack: [] })
}

/** What the help desk asks beyond the score, by the same door as the page. */
async function sayMore(stage: Stage, ctx: TxCtx, { invitationId, person, key }: Given, of: Class) {
  const given = furtherAnswers(stage.asks, of, key)
  if (given.length === 0) return
  const asked = given.map((one) => one.questionId)
  const said = { invitationId, gen: 1, language: person.language, asked, given }
  const outcome = await keepAnswers(as(ctx, { kind: 'contact', id: null }), said)
  if (outcome.kind !== 'kept') throw new Error(`a further answer of the demo was not kept: ${outcome.kind}`)
}

async function answer(
  ctx: Ctx,
  { invitationId, person }: Given,
  score: number,
  comment: string | null,
  confirms: number | null,
) {
  const issuedAt = ctx.now() - 30_000
  const outcome = await recordAnswer(as(ctx, { kind: 'contact', id: null }), {
    invitationId,
    gen: 1,
    score,
    comment,
    language: person.language,
    nonce: { key: makeNonce(ctx.keys, invitationId, issuedAt, confirms), issuedAt, confirms },
  })
  if (outcome.kind !== 'recorded') throw new Error(`an answer of the demo was not recorded: ${outcome.kind}`)
}

async function openCaseOf(ctx: TxCtx, contactId: string): Promise<string | null> {
  const [found] = await read(ctx)
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(contacts, eq(contacts.accountId, cases.accountId))
    .where(and(eq(contacts.id, contactId), ne(cases.state, 'closed')))
  return found?.id ?? null
}

/** The marketer takes two of five up after a while; some are paused or let go later. */
async function welcome(stage: Stage, ctx: TxCtx, { contactId, person }: Given): Promise<void> {
  const name = person.externalId
  if (chance('welcomes', name) >= 0.4) return
  const [known] = await ctx.tx
    .select({ state: advocates.state })
    .from(advocates)
    .where(eq(advocates.contactId, contactId))
  if (known?.state !== 'candidate') return
  const at = ctx.now() + between(1, 20, 'welcomes when', name) * DAY
  const then = (days: number, verb: AdvocateVerb) =>
    stage.timeline.add(inHours(at + days * DAY), { together: (ctx) => change(stage, ctx, contactId, verb) })
  then(0, 'activate')
  const end = chance('ends', name)
  if (end < 0.08) then(45, 'pause')
  else if (end < 0.11) then(60, 'leave')
}

async function change(stage: Stage, ctx: TxCtx, contactId: string, verb: AdvocateVerb): Promise<void> {
  const [found] = await ctx.tx
    .select({ state: advocates.state })
    .from(advocates)
    .where(eq(advocates.contactId, contactId))
  if (found && after(found.state, verb)) await changeAdvocate(as(ctx, stage.colleague('marketer')), { contactId, verb })
}
