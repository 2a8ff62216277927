import { inArray, sql } from 'drizzle-orm'
import { handOverViews } from '#app/access/hand-over-views.server.ts'
import { handOverAccountAdvocates, handOverContactAdvocate } from '#app/advocacy/hand-over-advocates.server.ts'
import { handOverAccountAsks, handOverContactAsks } from '#app/advocacy/asking/hand-over-asks.server.ts'
import {
  handOverAccountReferrals,
  handOverContactReferrals,
} from '#app/advocacy/referrals/hand-over-referrals.server.ts'
import { handOverCompanyConsents, handOverSignatures } from '#app/advocacy/company/keep-company-consents.server.ts'
import { handOverAccountRewards, handOverContactRewards } from '#app/advocacy/rewards/hand-over-rewards.server.ts'
import { handOverQuotes } from '#app/advocacy/quotes/hand-over-quotes.server.ts'
import { absorbAccount, absorbContact, holdBoth, type Absorbing } from '#app/accounts/merging/absorb.server.ts'
import type { MergeKind } from '#app/accounts/merging/fields.ts'
import {
  handOverChildren,
  handOverHolds,
  handOverPeople,
  handOverStages,
} from '#app/accounts/merging/hand-over.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { handOverAccountCases, handOverContactCases } from '#app/cases/joining/hand-over-cases.server.ts'
import {
  handOverAccountInvitations,
  handOverContactInvitations,
  handOverOutreach,
  handOverWaveChoices,
  handOverWishes,
} from '#app/delivery/hand-over-invitations.server.ts'
import { oneAtATime } from '#app/insights/add-to-scores.server.ts'
import { refreshRepeatsOf } from '#app/insights/refresh-repeats.server.ts'
import { handOverAnswers } from '#app/responses/hand-over-answers.server.ts'
import { handOverVoices } from '#app/voices/hand-over-voices.server.ts'
import { forUpdate } from '#db/fragments.ts'
import type { Repointing } from '#db/repoint.ts'
import { imports } from '#db/schema/accounts.ts'
import { nameLock } from '#db/lock.ts'

type Step = (ctx: TxCtx, pair: Repointing, most: number) => Promise<number>

/**
 * What each room does, in this order. Invitations come first: an answer that is being given holds its invitation, so it is
 * waited for and then moves with the others; one that is given later finds the survivor. Cases come before holds.
 */
const steps: Record<MergeKind, Step[]> = {
  account: [
    handOverAccountInvitations,
    (ctx, pair, most) => handOverAnswers(ctx, 'accountId', pair, most),
    (ctx, pair, most) => handOverVoices(ctx, 'accountId', pair, most),
    handOverAccountCases,
    handOverAccountAdvocates,
    handOverAccountAsks,
    handOverAccountReferrals,
    handOverCompanyConsents,
    (ctx, pair, most) => handOverQuotes(ctx, 'accountId', pair, most),
    handOverAccountRewards,
    handOverPeople,
    handOverStages,
    handOverChildren,
    (ctx, pair, most) => handOverHolds(ctx, 'acc', pair, most),
    handOverViews,
  ],
  contact: [
    handOverContactInvitations,
    handOverOutreach,
    handOverContactAnswers,
    (ctx, pair, most) => handOverVoices(ctx, 'contactId', pair, most),
    handOverContactCases,
    handOverContactAdvocate,
    handOverContactAsks,
    handOverContactReferrals,
    handOverSignatures,
    (ctx, pair, most) => handOverQuotes(ctx, 'contactId', pair, most),
    handOverContactRewards,
    handOverWishes,
    handOverWaveChoices,
    (ctx, pair, most) => handOverHolds(ctx, 'con', pair, most),
    handOverViews,
  ],
}

/** Which of a person's answers is the latest is another question once two people are one. */
async function handOverContactAnswers(ctx: TxCtx, pair: Repointing, most: number): Promise<number> {
  const moved = await handOverAnswers(ctx, 'contactId', pair, most)
  if (!moved) return 0
  await oneAtATime(ctx.tx)
  await refreshRepeatsOf(ctx, [pair.from, pair.into])
  return moved
}

/** Does the first step that has something to do. @returns whether there may be more */
export async function mergeSome(ctx: TxCtx, kind: MergeKind, pair: Repointing, most: number): Promise<boolean> {
  for (const step of steps[kind]) if (await step(ctx, pair, most)) return true
  return false
}

const oneMerge = nameLock('loop.merge')
/** Rounds of `most` rows that one transaction may take. */
const mostRounds = 200

/** Only one merge begins or ends at a time: what it decides by, no other may be changing. */
export const takeTurns = (ctx: TxCtx) => oneMerge(ctx.tx)

/**
 * Moves all that is left and ends the merge, in one transaction. An import waits for it between two batches; whoever adds
 * something to either record just now is waited for, and their rows move as well.
 * @returns false when either record is gone
 */
export async function mergeWhole(ctx: TxCtx, kind: MergeKind, absorbing: Absorbing): Promise<boolean> {
  await takeTurns(ctx)
  await ctx.tx
    .select({ id: imports.id })
    .from(imports)
    .where(sql`${inArray(imports.state, ['applying', 'undoing'])} order by ${imports.id} ${forUpdate()}`)
  await moveAll(ctx, kind, absorbing)
  if (!(await holdBoth(ctx, kind, absorbing))) return false
  await moveAll(ctx, kind, absorbing)
  await (kind === 'account' ? absorbAccount : absorbContact)(ctx, absorbing)
  return true
}

async function moveAll(ctx: TxCtx, kind: MergeKind, pair: Repointing) {
  for (let round = 0; await mergeSome(ctx, kind, pair, 200); round++)
    if (round >= mostRounds) throw new Error('a merge finds no end')
}
