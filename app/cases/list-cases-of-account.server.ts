import type { Ctx } from '#app/audit/context.server.ts'
import { listCases } from '#app/cases/list-cases.server.ts'

/** The newest cases of an account: open ones first. */
export async function casesOf(ctx: Ctx, account: string) {
  const [open, closed] = [
    await listCases(ctx, { account, limit: 50 }),
    await listCases(ctx, { account, scope: 'closed', limit: 50 }),
  ]
  return [...open.cases, ...closed.cases]
}
