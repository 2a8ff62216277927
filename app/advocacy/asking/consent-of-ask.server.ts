import { askKindAt } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { consentText, nameShown } from '#app/advocacy/consent-texts.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { askKinds, type AskContent, type AskKind } from '#db/enums/advocacy.ts'

type Spoken = 'en' | 'ja'

/**
 * What is stored of the words that somebody agreed to by saying yes to an ask: the version of its kind, and their language;
 * `.2` where it was said as well that their name shows on the page of their link.
 */
export const askText = (kind: AskKind, version: number, language: Spoken): string =>
  `ask-${version}${kind === 'referral' ? '.2' : ''}/${language}`

/** The words that a yes to an ask agrees to: those of its kind, and for a referral that one's name shows. */
export const askConsent = (kind: AskKind, content: AskContent, language: Spoken): string =>
  withName(content.wording[language].consent, kind === 'referral', language)

const withName = (text: string, named: boolean, language: Spoken) =>
  named ? `${text}${language === 'en' ? ' ' : ''}${nameShown[language]}` : text

/** The words that were agreed to, on the page after an answer or by saying yes to an ask; null when nobody knows them. */
export async function agreedWords(
  ctx: Ctx,
  kind: string,
  stored: string,
): Promise<{ text: string; language: Spoken } | null> {
  const parts = /^ask-(\d{1,6})(\.2)?\/(en|ja)$/.exec(stored)
  if (!parts) return consentText(kind, stored)
  const of = askKinds.find((one) => one === kind)
  if (!of) return null
  const language = parts[3] as Spoken
  const found = await askKindAt(ctx, of, Number(parts[1])).catch(() => null)
  const named = parts[2] !== undefined
  return found && { text: withName(found.content.wording[language].consent, named, language), language }
}
