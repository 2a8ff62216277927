import type { Ctx } from '#app/audit/context.server.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import type { CaseFilter } from '#app/cases/case-filter.server.ts'
import { listCases, type ListedCase } from '#app/cases/list-cases.server.ts'
import { writeCursor } from '#app/platform/cursor.server.ts'

/**
 * What comes after a case in its queue, or before it when it is the last; null when nothing else is there. Asked
 * before the case moves, since afterwards its place is gone.
 */
export async function findNextCase(ctx: Ctx, filter: CaseFilter, caseId: string): Promise<ListedCase | null> {
  const { rankAt } = await findCase(ctx, caseId)
  const { cases: after } = await listCases(ctx, { ...filter, after: writeCursor(rankAt, caseId), limit: 1 })
  if (after[0]) return after[0]
  const { cases: first } = await listCases(ctx, { ...filter, after: undefined, limit: 2 })
  return first.find((one) => one.id !== caseId) ?? null
}
