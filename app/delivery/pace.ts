import type { ContactRules, Pace } from '#db/enums/delivery.ts'

export const mostDays = 730
export const mostPeople = 10_000

/** The pace of an account's tier, when it has one of its own: else that of all. */
export function paceOf({ all, tiers }: ContactRules, tier: string | null): Pace {
  return tier !== null && Object.hasOwn(tiers, tier) ? tiers[tier]! : all
}
