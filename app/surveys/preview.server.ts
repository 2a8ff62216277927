import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { parseForm } from '#app/platform/http/form.server.ts'
import { isLocale, type Locale } from '#app/platform/words.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { editProgramSchema, wordingSchema } from '#app/surveys/program.ts'
import type { Wording } from '#db/schema/surveys.ts'
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
  return { program, locale, wording, brand: shown, organisation: await getOrganisation(ctx) }
}

const over = (saved: Wording, typed: Partial<Wording> | undefined): Wording => ({ ...saved, ...typed })
