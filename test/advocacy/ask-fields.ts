import type { AskDraft } from '#app/advocacy/catalogue/ask-draft.ts'

/** What a browser would send of the form of a kind of ask: ticks that are not set are left out. */
export function fieldsOfAsk(draft: AskDraft): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {
    base: draft.base,
    consentMonths: draft.consentMonths,
    ...(draft.on && { on: draft.on }),
    ...(draft.thanks && { thanks: draft.thanks }),
  }
  for (const language of ['en', 'ja'] as const) {
    for (const [part, text] of Object.entries(draft.wording[language])) fields[`wording.${language}.${part}`] = text
    fields[`reward.${language}`] = draft.reward[language]
  }
  for (const [name, value] of Object.entries(draft.rules))
    if (name === 'mostOpen' || value !== '') fields[`rules.${name}`] = value
  return fields
}
