import { z } from 'zod'
import { cleanText } from '#app/platform/text.ts'
import type { ThanksMail, Tier } from '#db/enums/advocacy-rewards.ts'

/** The tiers of an install that has not said otherwise. */
export const standardTiers: Tier[] = [
  {
    key: 'friend',
    from: 10,
    name: { en: 'Friend', ja: 'フレンド' },
    benefits: { en: 'News about what is coming, before others.', ja: '新機能のご案内を、いち早くお届けします。' },
  },
  {
    key: 'advocate',
    from: 50,
    name: { en: 'Advocate', ja: 'アドボケイト' },
    benefits: {
      en: 'Early access to new features, and a direct line to our product team.',
      ja: '新機能を先行してお使いいただけます。製品チームへの専用窓口もご用意します。',
    },
  },
  {
    key: 'ambassador',
    from: 150,
    name: { en: 'Ambassador', ja: 'アンバサダー' },
    benefits: {
      en: 'A seat at our yearly meeting, and a say in what we build next.',
      ja: '年次ミーティングへのご招待と、今後の開発についてのご意見交換の場をご用意します。',
    },
  },
]

export const standardReached: ThanksMail = {
  on: true,
  wording: {
    en: {
      subject: 'Thank you, {name}',
      body: 'Dear {name},\n\nthanks to all that you have done for us you are now “{tier}” at {company}. We are grateful to have you with us.',
    },
    ja: {
      subject: '{name} 様へ、心より御礼申し上げます',
      body: '{name} 様\n\nいつもお力添えをいただき、誠にありがとうございます。このたび、{company} の「{tier}」にお迎えいたしました。今後ともどうぞよろしくお願いいたします。',
    },
  },
}

export const standardAnniversary: ThanksMail = {
  on: true,
  wording: {
    en: {
      subject: 'A year more with you, {name}: thank you',
      body: 'Dear {name},\n\nfor {years} now you have been recommending {company}. We don’t take that for granted. Thank you!',
    },
    ja: {
      subject: '{name} 様、いつもありがとうございます',
      body: '{name} 様\n\n{company} をご支援いただいて、{years}になります。日頃のお力添えに、心より御礼申し上げます。',
    },
  },
}

/** What the words of a mail of thanks may have filled in. */
export const thanksVariables = ['name', 'company', 'tier', 'years'] as const

/** Fills `{name}` and its like; what is none of them stays as it is written. */
export const fillThanks = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]! : whole))

/** The highest tier that so many points have reached; null before the first. */
export const tierOf = (tiers: readonly Tier[], points: number): Tier | null =>
  [...tiers].sort((a, b) => b.from - a.from).find((tier) => points >= tier.from) ?? null

/** The next one, and how far it is; null at the top. */
export function nextTier(tiers: readonly Tier[], points: number): { tier: Tier; missing: number } | null {
  const tier = [...tiers].sort((a, b) => a.from - b.from).find((one) => one.from > points)
  return tier ? { tier, missing: tier.from - points } : null
}

const text = (most: number) =>
  z
    .string()
    .max(most)
    .transform((given) => cleanText(given) ?? '')
    .pipe(z.string().min(1).max(most))
const ticked = z
  .literal('on')
  .optional()
  .transform((given) => given === 'on')

/** The tiers as they are typed; their keys stay. */
export const tiersForm = z.object({
  tiers: z
    .array(
      z.object({
        key: z.string().regex(/^[a-z_]{1,20}$/),
        from: z.coerce.number().int().min(1).max(1_000_000),
        nameEn: text(40),
        nameJa: text(40),
        benefitsEn: text(500),
        benefitsJa: text(500),
      }),
    )
    .min(1)
    .max(6),
})

/** A mail of thanks as it is typed. */
export const thanksForm = z.object({
  which: z.enum(['reached', 'anniversary']),
  on: ticked,
  subjectEn: text(200),
  subjectJa: text(200),
  bodyEn: text(3_000),
  bodyJa: text(3_000),
})
