import { z } from 'zod'
import { isId } from '#app/platform/id.ts'
import { cleanText } from '#app/platform/text.ts'
import { rewardStates, type RewardState } from '#db/enums/advocacy-rewards.ts'

/** What colleagues do, and what the rules do: `bar` for who may not accept gifts, `undo` when the act is taken back. */
export const rewardVerbs = ['approve', 'unapprove', 'issue', 'cancel', 'restore', 'bar', 'undo'] as const
export type RewardVerb = (typeof rewardVerbs)[number]

/** What may be done in which state, and where it leads. Nothing leaves `issued`. */
const table: Record<RewardVerb, Partial<Record<RewardState, RewardState>>> = {
  approve: { earned: 'approved' },
  unapprove: { approved: 'earned' },
  issue: { approved: 'issued' },
  cancel: { earned: 'cancelled', approved: 'cancelled', barred: 'cancelled' },
  restore: { cancelled: 'earned', barred: 'earned' },
  bar: { earned: 'barred', approved: 'barred' },
  undo: { earned: 'cancelled', approved: 'cancelled', barred: 'cancelled' },
}

/** The state that a verb leads to, or null when the state refuses it. */
export const after = (state: RewardState, verb: RewardVerb): RewardState | null => table[verb][state] ?? null

/** Why a reward was cancelled when no colleague did it: the referral went back a step, or the person was erased. */
export const ownReasons = ['reopened', 'erased'] as const

/** Whether it is withheld from who may not accept gifts: points alone are a gift too, unless their rule says that they are none. */
export const isGift = (of: { giftKind: string | null; pointsAnyway: boolean }): boolean =>
  of.giftKind !== null || !of.pointsAnyway

/** The points that count: not of what was cancelled, and of what was barred only where points are no gift. */
export const pointsOf = (of: { state: RewardState; points: number; pointsAnyway: boolean }): number =>
  of.state === 'cancelled' || (of.state === 'barred' && !of.pointsAnyway) ? 0 : of.points

const words = (most: number) =>
  z
    .string()
    .max(most)
    .optional()
    .transform((text) => (text === undefined ? null : cleanText(text)))

/** What colleagues may do with one reward. A cancellation needs its reason. */
export const changeRewardInput = z.object({
  id: z.string().max(64).refine(isId),
  verb: z.enum(['approve', 'unapprove', 'issue', 'cancel', 'restore']),
  reason: words(300),
  reference: words(100),
})

/** The most that are changed by one press: more than a page holds. */
export const mostAtOnce = 200

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const rewardFilter = z.object({
  state: z
    .enum([...rewardStates, 'all'])
    .catch('earned')
    .default('earned'),
  person: z.string().refine(isId).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
})
