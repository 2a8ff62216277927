import { count } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { newestVersion, versionAfter } from '#app/cases/sla/find-target.server.ts'
import { goesBelow, listRecastable, type OpenCase } from '#app/cases/sla/list-recastable.server.ts'
import { policyInput, rowsOf, wrongIn, type PolicyTable } from '#app/cases/sla/policy.ts'
import { effectOf, recast } from '#app/cases/sla/recast.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { cases } from '#db/schema/cases.ts'

/** Open cases that a preview looks at: what a page can wait for. */
const mostLookedAt = 2_000
const batch = 500

export interface PolicyPreview {
  /** Open cases that saving would move, and how many of them were looked at. */
  open: number
  looked: number
  earlier: number
  /** Of the earlier ones: something that was in time is late at once. */
  late: number
  later: number
  same: number
}

/** @throws Invalid naming the fields */
export function checkTable(table: PolicyTable): void {
  const wrong = wrongIn(table)
  if (Object.keys(wrong).length) throw new Invalid('sla_table', wrong)
}

/** What a table of times does to open cases, before anybody saves it. @throws Invalid, Conflict `policy_changed` */
export async function previewPolicy(ctx: Ctx, input: z.input<typeof policyInput>): Promise<PolicyPreview> {
  const { base, rows: table } = policyInput.parse(input)
  authorise(ctx, 'settings.edit')
  checkTable(table)
  if (base !== (await newestVersion(ctx))) throw new Conflict('policy_changed')
  const rows = rowsOf(table)
  const below = await versionAfter(ctx, base, rows)
  const seen = { looked: 0, earlier: 0, late: 0, later: 0, same: 0 }
  if (below === 0) return { open: 0, ...seen }
  for (let after: string | null = null; seen.looked < mostLookedAt;) {
    const page: OpenCase[] = await listRecastable(ctx, { after, most: batch, below })
    for (const one of page) {
      const { moves, late } = effectOf(one, recast(one, rows, one.calendar), ctx.now())
      seen.looked++
      seen[moves]++
      if (late) seen.late++
    }
    if (page.length < batch) return { open: seen.looked, ...seen }
    after = page.at(-1)!.id
  }
  const [all] = await read(ctx).select({ n: count() }).from(cases).where(goesBelow(below))
  return { open: all!.n, ...seen }
}
