import { z } from 'zod'
import { emailAddress } from '#app/accounts/email-address.ts'
import { carryOut, rehearse, type LineOutcome } from '#app/advocacy/lists/carry-out.server.ts'
import type { LeadColumn } from '#app/advocacy/lists/columns.ts'
import { findPeople } from '#app/advocacy/lists/find-people.server.ts'
import type { ListLine } from '#app/advocacy/lists/read-list.server.ts'
import { mostLines } from '#app/advocacy/lists/read-list.server.ts'
import { addReferral } from '#app/advocacy/referrals/add-referral.server.ts'
import { readCode } from '#app/advocacy/referrals/code.ts'
import { personOfCode } from '#app/advocacy/referrals/receive-referral.server.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { ReferralState } from '#db/enums/advocacy-referrals.ts'

const cell = z.string().max(2_000).default('')

/** Lines of a list of leads, as the check hands them to whoever carries them out. */
export const leadRows = z
  .array(
    z.object({
      line: z.number().int(),
      referrer: cell,
      name: cell,
      email: cell,
      company: cell,
      message: cell,
    }),
  )
  .min(1)
  .max(mostLines)
export type LeadRow = z.output<typeof leadRows>[number]

export interface KeptLead {
  id: string
  fresh: boolean
  state: ReferralState
}

export const toLeadRows = (lines: ListLine<LeadColumn>[]): LeadRow[] =>
  leadRows.parse(lines.map(({ line, cells }) => ({ line, ...Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, text.slice(0, 2_000)])) }))) // prettier-ignore

/** What each lead would come to, by what happens when it is kept. */
export async function rehearseLeads(ctx: Ctx, rows: LeadRow[]): Promise<LineOutcome<KeptLead>[]> {
  authorise(ctx, 'advocates.edit')
  const keep = await keeper(ctx, rows)
  return rehearse(ctx, rows, keep)
}

/** Keeps the leads of a list: one that is there already stays as it is. */
export async function keepLeads(ctx: Ctx, rows: LeadRow[]): Promise<LineOutcome<KeptLead>[]> {
  authorise(ctx, 'advocates.edit')
  const keep = await keeper(ctx, rows)
  return carryOut(ctx, rows, keep)
}

async function keeper(ctx: Ctx, rows: LeadRow[]) {
  const find = await findPeople(ctx, rows.map(({ referrer }) => referrer)) // prettier-ignore
  return async (ctx: Ctx, { referrer, line: _, ...lead }: LeadRow): Promise<KeptLead> => {
    if (!emailAddress(lead.email)) throw new Invalid('email_invalid')
    const known = find(referrer)
    if (!known && !readCode(referrer)) throw new Invalid('referrer_unknown')
    const by = known ? { contactId: known.id, code: null } : await personOfCode(ctx, referrer)
    return addReferral(ctx, { ...lead, message: lead.message || undefined, ...by, source: 'file' })
  }
}
