import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { parseForm } from '#app/platform/http/form.server.ts'
import { isLanguage, languages } from '#app/platform/languages.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { byLanguage, editProgramSchema, halfTypedSchema } from '#app/surveys/program.ts'
import { standardWordingIn } from '#app/surveys/wordings.ts'
import { classes } from '#db/enums/statistics.ts'
import { paces, questionKinds, type Pace } from '#db/enums/surveys.ts'
import { getBrand } from '#app/access/get-organisation.server.ts'
import type { Question, Wording } from '#db/schema/surveys.ts'
import { z } from 'zod'

/** Half-typed words are shown as they are; a field that is empty shows what is saved. */
const loose = z.object({
  brandId: editProgramSchema.shape.brandId.optional(),
  wording: byLanguage(halfTypedSchema).partial().optional(),
})

/** What a preview shows: the saved words, with those that a form brings laid over them. */
export async function previewOf(ctx: Ctx, programId: string, language: string | null, form?: FormData) {
  const { program, version, brand } = await getProgram(ctx, programId)
  const typed = form ? parseForm(form, loose, 'en') : null
  const given = typed?.status === 'success' ? typed.value : null
  const saved = version.content.wording
  const wordings = { ...saved }
  for (const one of languages) {
    const words = given?.wording?.[one]
    // A language that was just added has no words that are saved: the standard ones stand in for what isn't typed yet.
    if (words) wordings[one] = over(saved[one] ?? standardWordingIn(one, program.metric, program.kind), words)
  }
  const shown = given?.brandId && given.brandId !== brand.id ? await getBrand(ctx, given.brandId) : brand
  const locale = isLanguage(language) && wordings[language] ? language : 'en'
  const asks = form ? typedAsks(form) : null
  const { questions = [], pace = 'one' } = asks ?? version.content
  return { program, locale, wordings, questions, pace, brand: shown, organisation: await getOrganisation(ctx) }
}

function over(saved: Wording, typed: z.output<typeof halfTypedSchema>): Wording {
  const given = <T extends object>(part: T | undefined) =>
    Object.fromEntries(Object.entries(part ?? {}).filter(([, text]) => text !== undefined))
  return {
    ...saved,
    ...given(typed),
    followUp: { ...saved.followUp, ...given(typed.followUp) },
    thanks: { ...saved.thanks, ...given(typed.thanks) },
  }
}

/** The questions as they are typed, half-done ones too; null when the form has none. */
function typedAsks(form: FormData): { questions: Question[]; pace: Pace } | null {
  if (!form.has('withQuestions')) return null
  const read = parseForm(form, looseQuestions, 'en')
  if (read.status !== 'success') return { questions: [], pace: 'one' }
  const questions = read.value.questions.map(({ words, options, required, ...one }, i) => ({
    ...one,
    id: `preview-${i}`,
    required: required ?? false,
    words: { ...unwritten, ...words },
    options: options
      .filter((option) => Object.keys(option.words).length > 0)
      .map((option, n) => ({ id: `${n}`, words: { ...unwritten, ...option.words } })),
  }))
  return { questions, pace: read.value.pace ?? 'one' }
}

/** Stands where nothing is typed yet in the two languages that every question has. */
const unwritten = { en: '…', ja: '…' }
const halfTexts = z
  .record(z.string(), z.string().optional())
  .prefault({})
  .transform((texts) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text)))
const looseQuestions = z.object({
  pace: z.enum(paces).optional(),
  questions: z
    .array(
      z.object({
        kind: z.enum(questionKinds).catch('choice'),
        for: z.enum(['any', ...classes]).catch('any'),
        required: z.boolean().optional(),
        words: halfTexts,
        options: z.array(z.object({ words: halfTexts })).default([]),
      }),
    )
    .default([]),
})
