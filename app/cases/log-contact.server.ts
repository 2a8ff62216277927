import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { contactInput } from '#app/cases/case.ts'
import { changeCase, clockOf, findCase, type CaseRow } from '#app/cases/change-case.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { countUse } from '#app/cases/replies/edit-templates.server.ts'
import { casePeople } from '#db/schema/cases.ts'

/**
 * Somebody spoke or wrote to the customer: who waited has a reply, and their clock stops. Whoever does it on a case
 * that nobody has claimed has claimed it.
 */
export async function logContact(
  ctx: Ctx,
  input: z.input<typeof contactInput>,
  /** `entryId`: of its entry, a new one when left out; `reached`: several people of the case and no others. */
  { entryId, reached: places }: { entryId?: string; reached?: string[] } = {},
): Promise<CaseRow> {
  const { caseId, kind, text, casePersonId, templateId } = contactInput.parse(input)
  return write(ctx, async (ctx) => {
    await lockCase(ctx.tx, caseId)
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    const reached = await ctx.tx
      .update(casePeople)
      .set({ state: 'replied', repliedAt: ctx.now() })
      .where(
        and(
          eq(casePeople.caseId, caseId),
          eq(casePeople.state, 'waiting'),
          casePersonId ? eq(casePeople.id, casePersonId) : undefined,
          places ? inArray(casePeople.id, places) : undefined,
        ),
      )
      .returning({ id: casePeople.id })
    const row = await changeCase(ctx, {
      caseId,
      verb: 'contact',
      event: 'cases.contacted',
      set: {
        contactedAt: found.contactedAt ?? ctx.now(),
        claimedAt: found.claimedAt ?? (found.ownerId === ctx.actor.id ? ctx.now() : null),
        ...(await clockOf(ctx, found)),
      },
      data: { kind, reached: reached.length },
      entry: { kind, text, id: entryId },
    })
    if (kind === 'mail_out' && templateId) await countUse(ctx, templateId)
    return row
  })
}
