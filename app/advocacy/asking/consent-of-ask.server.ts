import { askKindAt } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { consentText } from '#app/advocacy/consent-texts.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { askKinds } from '#db/enums/advocacy.ts'

type Spoken = 'en' | 'ja'

/** What is stored of the words that somebody agreed to by saying yes to an ask: the version of its kind, and their language. */
export const askText = (version: number, language: Spoken): string => `ask-${version}/${language}`

/** The words that were agreed to, on the page after an answer or by saying yes to an ask; null when nobody knows them. */
export async function agreedWords(
  ctx: Ctx,
  kind: string,
  stored: string,
): Promise<{ text: string; language: Spoken } | null> {
  const parts = /^ask-(\d{1,6})\/(en|ja)$/.exec(stored)
  if (!parts) return consentText(kind, stored)
  const of = askKinds.find((one) => one === kind)
  if (!of) return null
  const language = parts[2] as Spoken
  const found = await askKindAt(ctx, of, Number(parts[1])).catch(() => null)
  return found && { text: found.content.wording[language].consent, language }
}
