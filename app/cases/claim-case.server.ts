import { and, eq, isNull, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { claimInput } from '#app/cases/case.ts'
import { findCase, type CaseRow } from '#app/cases/change-case.server.ts'
import { Conflict, Forbidden } from '#app/platform/errors.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { cases } from '#db/schema/cases.ts'

/**
 * "I take it". A case that nobody has claimed is open to everybody who works cases; claiming one's own again is fine.
 * @throws Conflict `case_taken` when a colleague was first, `case_state` when it is closed
 */
export async function claimCase(ctx: Ctx, input: z.input<typeof claimInput>): Promise<CaseRow> {
  const { caseId } = claimInput.parse(input)
  const me = ctx.actor.kind === 'user' ? ctx.actor.id : null
  return write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found.claimedAt === null ? {} : { ownerId: me })
    if (me === null) throw new Forbidden()
    if (found.state === 'closed') throw new Conflict('case_state')
    const [row] = await ctx.tx
      .update(cases)
      .set({
        ownerId: me,
        claimedAt: ctx.now(),
        snoozedUntil: null,
        lockVersion: found.lockVersion + 1,
      })
      .where(and(eq(cases.id, caseId), isNull(cases.claimedAt), ne(cases.state, 'closed')))
      .returning()
    if (!row) {
      const latest = await findCase(ctx, caseId)
      if (latest.claimedAt !== null && latest.ownerId === me) return latest
      throw new Conflict(latest.state === 'closed' ? 'case_state' : 'case_taken')
    }
    if (found.ownerId !== me) await remark(ctx, caseId)
    await recordEvent(ctx, {
      type: 'cases.claimed',
      subject: { kind: 'case', id: caseId },
      accountId: row.accountId,
      data: { ownerId: me, fromOwnerId: found.ownerId },
    })
    return row
  })
}
