import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { inSteps, item, step, type Said } from '#app/answering/my-data/item.ts'
import type { Item } from '#app/answering/my-data/my-data.ts'
import type { Sayer } from '#app/answering/my-data/sayer.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { DAY } from '#app/platform/day.ts'
import { exponentOf } from '#app/ui/formats.ts'
import { improveId, sayValue, textIn, type AnswerValue } from '#app/surveys/question.ts'
import { fillQuestion, questionIn } from '#app/surveys/wordings.ts'
import { bylineParts } from '#db/enums/advocacy-quotes.ts'
import { caseEntries, casePeople, cases } from '#db/schema/cases.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { giftBars, rewards } from '#db/schema/advocacy-rewards.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responseAnswers, responseRevisions, responses } from '#db/schema/responses.ts'
import { brands } from '#db/schema/platform.ts'
import { programVersions, programs, type VersionContent } from '#db/schema/surveys.ts'
import { voices } from '#db/schema/voices.ts'

/** What a person was asked, what they answered, and what they said elsewhere. */
export async function* gatherSaid(ctx: Ctx, contactId: string, say: Sayer): AsyncGenerator<Item> {
  yield* asked(ctx, contactId, say)
  yield* answered(ctx, contactId, say)
  yield* spoken(ctx, contactId, say)
  yield* quoted(ctx, contactId, say)
  yield* rewarded(ctx, contactId, say)
  yield* followed(ctx, contactId, say)
}

async function* asked(ctx: Ctx, contactId: string, say: Sayer): AsyncGenerator<Item> {
  const rows = inSteps((after) =>
    read(ctx)
      .select({
        id: invitations.id,
        sentAt: invitations.sentAt,
        answeredAt: invitations.answeredAt,
        declined: invitations.declined,
        content: programVersions.content,
        company: brands.name,
      }) // prettier-ignore
      .from(invitations)
      .innerJoin(programVersions, eq(programVersions.id, invitations.versionId))
      .innerJoin(programs, eq(programs.id, invitations.programId))
      .innerJoin(brands, eq(brands.id, programs.brandId))
      .where(and(eq(invitations.contactId, contactId), eq(invitations.state, 'sent'), gt(invitations.id, after)))
      .orderBy(asc(invitations.id))
      .limit(step),
  )
  for await (const row of rows)
    yield item('asked', [
      ['when', ...say.time(row.sentAt)],
      ['question', questionIn(row.content.wording, say.is, row.company)],
      ['answered', ...say.time(row.answeredAt)],
      ['state', row.declined, row.declined && say.t(declinedWords[row.declined])],
    ])
}

const declinedWords = {
  not_my_job: words.meNotMyJob,
  told_already: words.meToldAlready,
  taken_back: words.takenBack,
}
const answerWords = { counted: words.meCounted, unconfirmed: words.meUnconfirmed, withdrawn: words.takenBack }

async function* answered(ctx: Ctx, contactId: string, say: Sayer): AsyncGenerator<Item> {
  const db = read(ctx)
  const mine = eq(responses.contactId, contactId)
  const rows = inSteps((after) =>
    db
      .select({
        id: responses.id,
        at: responses.answeredAt,
        state: responses.state,
        score: responses.score,
        comment: responses.comment,
        content: programVersions.content,
        company: brands.name,
      }) // prettier-ignore
      .from(responses)
      .innerJoin(programVersions, eq(programVersions.id, responses.versionId))
      .innerJoin(programs, eq(programs.id, responses.programId))
      .innerJoin(brands, eq(brands.id, programs.brandId))
      .where(and(mine, gt(responses.id, after)))
      .orderBy(asc(responses.id))
      .limit(step),
  )
  for await (const row of rows) {
    const more = await db
      .select()
      .from(responseAnswers)
      .where(eq(responseAnswers.responseId, row.id))
      .orderBy(asc(responseAnswers.at))
    yield item('answers', [
      ['when', ...say.time(row.at)],
      ['question', questionIn(row.content.wording, say.is, row.company)],
      ['score', row.state === 'withdrawn' ? null : row.score],
      ['text', row.comment],
      ...more.flatMap(({ questionId, value }) => further(row, questionId, value, say)),
      ['state', row.state, say.t(answerWords[row.state])],
    ])
  }
  const versions = inSteps((after) =>
    db
      .select({
        id: responseRevisions.id,
        at: responseRevisions.at,
        score: responseRevisions.score,
        comment: responseRevisions.comment,
      }) // prettier-ignore
      .from(responseRevisions)
      .innerJoin(responses, eq(responses.id, responseRevisions.responseId))
      .where(and(mine, gt(responseRevisions.id, after)))
      .orderBy(asc(responseRevisions.id))
      .limit(step),
  )
  for await (const { at, score, comment } of versions)
    yield item('versions', [['when', ...say.time(at)], ['score', score], ['text', comment]]) // prettier-ignore
}

/** What was said to a question beyond the score, under the question: choices by their words. */
function further(
  { content, company }: { content: VersionContent; company: string },
  questionId: string,
  value: AnswerValue,
  say: Sayer,
): Said[] {
  const asked = content.questions?.find((one) => one.id === questionId)
  const question = asked && fillQuestion(asked, { company })
  const improve = questionId === improveId ? say.t(words.improveTitle) : null
  return [
    ['question', question ? textIn(question.words, say.is) : improve],
    ['text', sayValue(question ?? { kind: 'text' }, value, say.is)],
  ]
}

async function* spoken(ctx: Ctx, contactId: string, say: Sayer): AsyncGenerator<Item> {
  const rows = await read(ctx)
    .select()
    .from(voices)
    .where(and(eq(voices.contactId, contactId), isNull(voices.deletedAt)))
    .orderBy(asc(voices.id))
  for (const row of rows)
    yield item('said', [['when', ...say.day(row.day * DAY)], ['text', row.whole ?? row.text]]) // prettier-ignore
}

/** Their words as we would publish them, or do. */
async function* quoted(ctx: Ctx, contactId: string, say: Sayer): AsyncGenerator<Item> {
  const rows = await read(ctx).select().from(quotes).where(eq(quotes.contactId, contactId)).orderBy(asc(quotes.id))
  for (const { createdAt, withdrawnAt, text, attribution, byline } of rows)
    yield item('said', [
      ['when', ...say.time(createdAt)],
      ['text', text],
      ...bylineParts.map((part): Said => [part, (attribution[part] && byline?.[part]) || null]),
      ['ended', ...say.time(withdrawnAt)],
    ])
}

/** What they earned by acts, and that they may not accept gifts. */
async function* rewarded(ctx: Ctx, contactId: string, say: Sayer): AsyncGenerator<Item> {
  for (const { at, reason, note } of await read(ctx).select().from(giftBars).where(eq(giftBars.party, `con:${contactId}`)))
    yield item('rewards', [['when', ...say.time(at)], ['what', `no_gifts:${reason}`], ['text', note]]) // prettier-ignore
  const rows = await read(ctx).select().from(rewards).where(eq(rewards.contactId, contactId)).orderBy(asc(rewards.earnedAt), asc(rewards.id)) // prettier-ignore
  for (const row of rows) {
    const amount =
      row.amountMinor === null ? null : `${row.amountMinor / 10 ** exponentOf(row.currency!)} ${row.currency}`
    yield item('rewards', [
      ['when', ...say.time(row.earnedAt)],
      ['what', row.rule],
      ['text', [row.thing?.en, amount, row.points > 0 ? `+${row.points}` : null].filter(Boolean).join(', ')],
      ['state', row.state],
      ['ended', ...say.time(row.endedAt)],
    ])
  }
}

const wishWords = { call: words.meWishCall, mail: words.meWishMail, none: words.meWishNone }

async function* followed(ctx: Ctx, contactId: string, say: Sayer): AsyncGenerator<Item> {
  const db = read(ctx)
  const rows = await db
    .select({ found: cases, person: casePeople })
    .from(casePeople)
    .innerJoin(cases, eq(cases.id, casePeople.caseId))
    .where(eq(casePeople.contactId, contactId))
    .orderBy(asc(cases.id))
  for (const { found, person } of rows) {
    const open = found.state !== 'closed'
    yield item('cases', [
      ['when', ...say.time(found.openedAt)],
      ['state', open ? 'open' : 'closed', say.t(open ? words.meOpen : words.meClosed)],
      ['ended', ...say.time(found.closedAt)],
      ['what', person.wish, person.wish && say.t(wishWords[person.wish])],
      ['phone', person.wishPhone],
    ])
    const wrote = await db
      .select()
      .from(caseEntries)
      .where(and(eq(caseEntries.caseId, found.id), eq(caseEntries.authorId, contactId)))
      .orderBy(asc(caseEntries.id))
    for (const { at, text } of wrote) yield item('said', [['when', ...say.time(at)], ['text', text]]) // prettier-ignore
  }
}
