import type { AskOfKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import type { AskRules, AskWording } from '#db/enums/advocacy.ts'

/** A kind of ask as its form holds it: numbers as they are typed, a tick as `on`. */
export interface AskDraft {
  base: string
  on: string
  wording: Record<'en' | 'ja', AskWording>
  rules: { [name in keyof AskRules]: AskRules[name] extends unknown[] ? string[] : string }
  reward: Record<'en' | 'ja', string>
  consentMonths: string
  thanks: string
}

const tick = (yes: boolean) => (yes ? 'on' : '')

export function draftOfAsk({
  number,
  content: { on, wording, rules, reward, consentMonths, thanks },
}: AskOfKind): AskDraft {
  return {
    base: String(number),
    on: tick(on),
    wording,
    rules: {
      promoterDays: String(rules.promoterDays),
      consent: tick(rules.consent),
      companyConsent: tick(rules.companyConsent),
      quietDays: String(rules.quietDays),
      coolDownDays: String(rules.coolDownDays),
      healths: rules.healths,
      renewalDays: String(rules.renewalDays),
      languages: rules.languages,
      mostOpen: rules.mostOpen === null ? '' : String(rules.mostOpen),
    },
    reward: reward ?? { en: '', ja: '' },
    consentMonths: String(consentMonths ?? 0),
    thanks: tick(thanks ?? false),
  }
}
