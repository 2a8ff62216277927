import { z } from 'zod'
import { readDeal } from '#app/advocacy/referrals/deal.ts'
import { cleanText } from '#app/platform/text.ts'
import { exponentOf } from '#app/ui/formats.ts'
import { rewardRules, type Gift, type RewardRule, type RewardTerms } from '#db/enums/advocacy-rewards.ts'

export const mostPoints = 10_000
/** In minor units: a million yen, ten thousand dollars. */
export const mostMinor = 1_000_000

/** What a rule earns before anybody has said so: nothing. */
export const noTerms: RewardTerms = { on: false, points: 0, pointsAnyway: true, gift: null }

export const rewardRuleSchema = z.enum(rewardRules as unknown as [RewardRule, ...RewardRule[]])

const ticked = z
  .literal('on')
  .optional()
  .transform((given) => given === 'on')
const line = z
  .string()
  .max(200)
  .default('')
  .transform((text) => cleanText(text)?.replace(/\s*\n\s*/g, ' ') ?? '')

/** The form of a rule. `base`: number of the version that was changed. */
export const ruleForm = z.object({
  base: z.coerce.number().int().min(0).max(1_000_000),
  on: ticked,
  points: z.coerce.number().int().min(0).max(mostPoints),
  pointsAnyway: ticked,
  gift: z.enum(['none', 'amount', 'code', 'thing']),
  amount: z.string().max(60).optional(),
  currency: z.string().max(10).optional(),
  listId: z.string().max(64).optional(),
  thingEn: line,
  thingJa: line,
})
type Typed = z.output<typeof ruleForm>

/** What was typed as terms, or what is wrong with which field. Whether the list is there is not looked at. */
export function termsOf(
  typed: Typed,
  baseCurrency: string,
): { terms: RewardTerms } | { fields: Record<string, string> } {
  const { on, points, pointsAnyway } = typed
  const gift = giftOf(typed, baseCurrency)
  if (gift !== null && 'fields' in gift) return gift
  if (on && points === 0 && gift === null) return { fields: { points: 'reward_nothing' } }
  return { terms: { on, points, pointsAnyway, gift } }
}

function giftOf(typed: Typed, baseCurrency: string): Gift | null | { fields: Record<string, string> } {
  if (typed.gift === 'none') return null
  if (typed.gift === 'code') return typed.listId ? { kind: 'code', listId: typed.listId } : { fields: { listId: 'reward_no_list' } } // prettier-ignore
  if (typed.gift === 'thing') {
    if (!typed.thingEn || !typed.thingJa) return { fields: { [typed.thingEn ? 'thingJa' : 'thingEn']: 'reward_words' } }
    return { kind: 'thing', en: typed.thingEn, ja: typed.thingJa }
  }
  const read = readDeal(typed, baseCurrency)
  if (!('deal' in read)) return { fields: { [read.field]: read.wrong } }
  const { dealMinor: minor, currency } = read.deal
  if (minor > mostMinor) return { fields: { amount: 'reward_too_much' } }
  return { kind: 'amount', minor, currency }
}

/** What a form of these terms holds. */
export function typedOf({ points, pointsAnyway, on, gift }: RewardTerms) {
  const amount = gift?.kind === 'amount' ? String(gift.minor / 10 ** exponentOf(gift.currency)) : ''
  return {
    on,
    points: String(points),
    pointsAnyway,
    gift: gift?.kind ?? 'none',
    amount,
    currency: gift?.kind === 'amount' ? gift.currency : '',
    listId: gift?.kind === 'code' ? gift.listId : '',
    thingEn: gift?.kind === 'thing' ? gift.en : '',
    thingJa: gift?.kind === 'thing' ? gift.ja : '',
  }
}
