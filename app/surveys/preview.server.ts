import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { parseForm } from '#app/platform/http/form.server.ts'
import { isLocale, type Locale } from '#app/platform/words.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { editProgramSchema, wordingSchema } from '#app/surveys/program.ts'
import { paces, questionKinds, type Pace } from '#db/enums/surveys.ts'
import { classes } from '#db/enums/statistics.ts'
import type { Question, Wording } from '#db/schema/surveys.ts'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { z } from 'zod'

/** Half-typed words are shown as they are. */
const loose = z.object({
  brandId: editProgramSchema.shape.brandId.optional(),
  wording: z.object({ en: wordingSchema.partial(), ja: wordingSchema.partial() }).partial().optional(),
})

/** What a preview shows: the saved words, with those that a form brings laid over them. */
export async function previewOf(ctx: Ctx, programId: string, language: string | null, form?: FormData) {
  const { program, version, brand } = await getProgram(ctx, programId)
  const locale: Locale = isLocale(language) ? language : 'en'
  const typed = form ? parseForm(form, loose, locale) : null
  const given = typed?.status === 'success' ? typed.value : null
  const saved = version.content.wording
  const wording = { en: over(saved.en, given?.wording?.en), ja: over(saved.ja, given?.wording?.ja) }
  const shown = given?.brandId && given.brandId !== brand.id ? await getBrand(ctx, given.brandId) : brand
  const asks = form ? typedAsks(form, locale) : null
  const { questions = [], pace = 'one' } = asks ?? version.content
  return { program, locale, wording, questions, pace, brand: shown, organisation: await getOrganisation(ctx) }
}

/** The questions as they are typed, half-done ones too; null when the form has none. */
function typedAsks(form: FormData, locale: Locale): { questions: Question[]; pace: Pace } | null {
  if (!form.has('withQuestions')) return null
  const read = parseForm(form, looseQuestions, locale)
  if (read.status !== 'success') return { questions: [], pace: 'one' }
  const questions = read.value.questions.map(({ words, options, required, ...one }, i) => ({
    ...one,
    id: `preview-${i}`,
    required: required ?? false,
    words: { en: words.en ?? '…', ja: words.ja ?? '…' },
    options: options
      .filter((option) => option.words.en ?? option.words.ja)
      .map((option, n) => ({ id: `${n}`, words: { en: option.words.en ?? '…', ja: option.words.ja ?? '…' } })),
  }))
  return { questions, pace: read.value.pace ?? 'one' }
}

const halfTexts = z.object({ en: z.string().optional(), ja: z.string().optional() }).prefault({})
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

const over = (saved: Wording, typed: Partial<Wording> | undefined): Wording => ({ ...saved, ...typed })
