import { leadColumns, outcomeColumns } from '#app/advocacy/lists/columns.ts'
import { keepLeads, leadRows, rehearseLeads, toLeadRows, type LeadRow } from '#app/advocacy/lists/lead-list.server.ts'
import type { DoneLine, ListKind } from '#app/advocacy/lists/list-kinds.ts'
import {
  outcomeRows,
  rehearseOutcomes,
  settleOutcomes,
  toOutcomeRows,
  type OutcomeRow,
} from '#app/advocacy/lists/outcome-list.server.ts'
import { readList } from '#app/advocacy/lists/read-list.server.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { Refusal } from '#app/platform/errors.ts'

type Rows = { kind: 'leads'; rows: LeadRow[] } | { kind: 'outcomes'; rows: OutcomeRow[] }

/** A list was written beforehand: it saw no state that could have changed. */
const inLists: Record<string, string> = { referral_state: 'outcome_state' }

/** @throws Invalid as `readList` */
export async function readReferralList(kind: ListKind, content: AsyncIterable<Uint8Array>): Promise<Rows> {
  return kind === 'leads'
    ? { kind, rows: toLeadRows(await readList(content, { headers: leadColumns })) }
    : { kind, rows: toOutcomeRows(await readList(content, { headers: outcomeColumns })) }
}

/** The lines of a checked list, as its page posts them. @throws Refusal 400 when they are none */
export function rowsOf(kind: ListKind, posted: unknown): Rows {
  let given: unknown
  try {
    given = JSON.parse(String(posted))
  } catch {
    throw new Refusal(400, 'bad_request')
  }
  const read = kind === 'leads' ? leadRows.safeParse(given) : outcomeRows.safeParse(given)
  if (!read.success) throw new Refusal(400, 'bad_request')
  return { kind, rows: read.data } as Rows
}

/** What each line comes to: beforehand, or done. `say`: a refusal in the reader's words. */
export async function doReferralList(
  ctx: Ctx,
  { list, rehearsed, say }: { list: Rows; rehearsed: boolean; say: (code: string) => string },
): Promise<DoneLine[]> {
  const outcomes =
    list.kind === 'leads'
      ? await (rehearsed ? rehearseLeads : keepLeads)(ctx, list.rows)
      : await (rehearsed ? rehearseOutcomes : settleOutcomes)(ctx, list.rows)
  return list.rows.map((row, i) => {
    const outcome = outcomes[i]!
    const done = 'done' in outcome ? outcome.done : null
    const isNew = list.kind === 'leads' && rehearsed && done?.fresh === true
    return {
      line: row.line,
      lead: ('name' in row && row.name) || row.email || ('id' in row ? row.id : '') || '–',
      row,
      refused: 'refused' in outcome ? say(inLists[outcome.refused] ?? outcome.refused) : null,
      id: done && !isNew ? done.id : null,
      fresh: done?.fresh ?? false,
      state: done?.state ?? null,
    }
  })
}
