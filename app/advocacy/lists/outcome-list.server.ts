import { and, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { headerKey } from '#app/accounts/import/header-key.ts'
import { carryOut, rehearse, type LineOutcome } from '#app/advocacy/lists/carry-out.server.ts'
import type { OutcomeColumn } from '#app/advocacy/lists/columns.ts'
import { mostLines, type ListLine } from '#app/advocacy/lists/read-list.server.ts'
import type { ReferralVerb } from '#app/advocacy/referrals/referral.ts'
import { settleReferral } from '#app/advocacy/referrals/settle-referral.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { emailKey } from '#app/platform/text.ts'
import { referrals, type ReferralState } from '#db/schema/advocacy-referrals.ts'

/** What a CRM may call where a deal stands. */
const outcomes: [ReferralVerb, readonly string[]][] = [
  ['win', ['won', 'win', 'closed won', '受注', '成約', '契約']],
  ['lose', ['lost', 'lose', 'closed lost', '失注', '不成立']],
  ['qualify', ['qualified', 'qualify', 'opportunity', '商談中', '商談', '有望']],
  ['reject', ['rejected', 'reject', 'disqualified', '対象外', '却下']],
]
const verbs = new Map(outcomes.flatMap(([verb, words]) => words.map((word) => [headerKey(word), verb] as const)))

const cell = z.string().max(2_000).default('')

/** Lines of a list of outcomes, as the check hands them to whoever carries them out. */
export const outcomeRows = z
  .array(
    z.object({
      line: z.number().int(),
      id: cell,
      email: cell,
      outcome: cell,
      amount: cell,
      currency: cell,
      reason: cell,
    }),
  )
  .min(1)
  .max(mostLines)
export type OutcomeRow = z.output<typeof outcomeRows>[number]

export interface Settled {
  id: string
  fresh: boolean
  state: ReferralState
}

export const toOutcomeRows = (lines: ListLine<OutcomeColumn>[]): OutcomeRow[] =>
  outcomeRows.parse(lines.map(({ line, cells }) => ({ line, ...Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, text.slice(0, 2_000)])) }))) // prettier-ignore

/** What each line would come to, by what happens when it is carried out. */
export function rehearseOutcomes(ctx: Ctx, rows: OutcomeRow[]): Promise<LineOutcome<Settled>[]> {
  authorise(ctx, 'advocates.edit')
  return rehearse(ctx, rows, settle)
}

/** Moves referrals as a list says; one that is there already, with the same deal, stays as it is. */
export function settleOutcomes(ctx: Ctx, rows: OutcomeRow[]): Promise<LineOutcome<Settled>[]> {
  authorise(ctx, 'advocates.edit')
  return carryOut(ctx, rows, settle)
}

async function settle(ctx: Ctx, row: OutcomeRow): Promise<Settled> {
  const verb = verbs.get(headerKey(row.outcome))
  if (!verb) throw new Invalid('outcome_unknown')
  const id = await findReferral(ctx, row)
  const { changed, state } = await settleReferral(ctx, {
    id,
    verb,
    reason: row.reason || undefined,
    amount: row.amount || undefined,
    currency: row.currency || undefined,
  })
  return { id, fresh: changed, state }
}

/** By our id, else the newest of the lead’s that is worked on, else the newest that has ended. */
async function findReferral(ctx: Ctx, { id, email }: OutcomeRow): Promise<string> {
  if (id !== '') {
    if (!isId(id)) throw new Invalid('referral_unknown')
    return id
  }
  if (email === '') throw new Invalid('lead_missing')
  const of = (states: ReferralState[]) =>
    read(ctx)
      .select({ id: referrals.id })
      .from(referrals)
      .where(and(eq(referrals.leadEmailKey, emailKey(email)), inArray(referrals.state, states)))
      .orderBy(desc(referrals.createdAt), desc(referrals.id))
      .limit(1)
  const [found] = [...(await of(['new', 'qualified', 'won'])), ...(await of(['review', 'lost', 'rejected']))]
  if (!found) throw new Invalid('referral_unknown')
  return found.id
}
