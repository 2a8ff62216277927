import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { parseForm } from '#app/platform/http/form.server.ts'
import { isLanguage, languages } from '#app/platform/languages.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { byLanguage, editProgramSchema, halfTypedSchema } from '#app/surveys/program.ts'
import { standardWordingIn } from '#app/surveys/wordings.ts'
import { getBrand } from '#app/access/get-organisation.server.ts'
import type { Wording } from '#db/schema/surveys.ts'
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
  return { program, locale, wordings, brand: shown, organisation: await getOrganisation(ctx) }
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
