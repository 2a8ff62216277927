import { asc, eq, inArray } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { improveId, sayValue, textIn, type AnswerValue } from '#app/surveys/question.ts'
import { fillQuestion } from '#app/surveys/wordings.ts'
import { responseWords } from '#app/responses/words.ts'
import type { Word } from '#app/platform/words.ts'
import { responseAnswers } from '#db/schema/responses.ts'
import { brands } from '#db/schema/platform.ts'
import { programVersions, programs, type Question } from '#db/schema/surveys.ts'

/** What somebody said to one question beyond the score. */
export interface ShownAnswer {
  questionId: string
  kind: Question['kind']
  /** For whom it was asked: somebody who changed their score may have answered those of two classes. */
  for: Question['for']
  /** In both languages of the house. */
  question: Word
  said: Word
  value: AnswerValue
}

/**
 * What was said to the questions beyond the score, by answer, in the order of the questions. It asks no permission: who
 * may read the answer may read this, and nobody else is to call it.
 */
export async function listAnswers(
  ctx: Ctx,
  of: { id: string; versionId: string }[],
): Promise<Map<string, ShownAnswer[]>> {
  const found = new Map<string, ShownAnswer[]>()
  if (of.length === 0) return found
  const rows = await read(ctx)
    .select()
    .from(responseAnswers)
    .where(
      inArray(
        responseAnswers.responseId,
        of.map((one) => one.id),
      ),
    ) // prettier-ignore
    .orderBy(asc(responseAnswers.at))
  if (rows.length === 0) return found
  const versionOf = new Map(of.map((one) => [one.id, one.versionId]))
  const versions = await read(ctx)
    .select({ id: programVersions.id, content: programVersions.content, company: brands.name })
    .from(programVersions)
    .innerJoin(programs, eq(programs.id, programVersions.programId))
    .innerJoin(brands, eq(brands.id, programs.brandId))
    .where(inArray(programVersions.id, [...new Set(rows.map((row) => versionOf.get(row.responseId)!))]))
  for (const { id, versionId } of of) {
    const version = versions.find((one) => one.id === versionId)
    const asked = (version?.content.questions ?? []).map((one) => fillQuestion(one, { company: version!.company }))
    const place = (questionId: string) => (asked.findIndex((one) => one.id === questionId) + 1 || asked.length + 1) - 1
    const mine = rows
      .filter((row) => row.responseId === id)
      .toSorted((a, b) => place(a.questionId) - place(b.questionId))
    if (mine.length)
      found.set(id, mine.map((row) => showAnswer(asked[place(row.questionId)] ?? null, row.questionId, row.value))) // prettier-ignore
  }
  return found
}

function showAnswer(question: Question | null, questionId: string, value: AnswerValue): ShownAnswer {
  const both = (say: (locale: 'en' | 'ja') => string) => ({ en: say('en'), ja: say('ja') })
  return {
    questionId,
    kind: question?.kind ?? 'text',
    for: question?.for ?? (questionId === improveId ? 'mid' : 'any'),
    question: question
      ? both((locale) => textIn(question.words, locale))
      : questionId === improveId
        ? responseWords.improve
        : both(() => questionId),
    said: both((locale) => sayValue(question ?? { kind: 'text' }, value, locale)),
    value,
  }
}
