import { and, count, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { id } from '#app/cases/case.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import { lockCase } from '#app/cases/lock-case.server.ts'
import { mostTags, tagField } from '#app/cases/tags/tag.ts'
import { Invalid } from '#app/platform/errors.ts'
import { caseTags } from '#db/schema/cases.ts'

export const tagInput = z.object({ caseId: id, tag: tagField })

/**
 * Puts a tag on a case, open or closed.
 * @returns whether it did; the case may have it already
 * @throws Invalid `case_tags` when it has twenty
 */
export async function tagCase(ctx: Ctx, input: z.input<typeof tagInput>): Promise<boolean> {
  const { caseId, tag } = tagInput.parse(input)
  return write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    await lockCase(ctx.tx, caseId)
    const [put] = await ctx.tx.insert(caseTags).values({ caseId, tag, at: ctx.now() }).onConflictDoNothing().returning({ tag: caseTags.tag }) // prettier-ignore
    if (!put) return false
    const [{ n } = { n: 0 }] = await ctx.tx.select({ n: count() }).from(caseTags).where(eq(caseTags.caseId, caseId))
    if (n > mostTags) throw new Invalid('case_tags', { tag: 'case_tags' })
    await recordEvent(ctx, {
      type: 'cases.tagged',
      subject: { kind: 'case', id: caseId },
      accountId: found.accountId,
    })
    return true
  })
}

/** Takes a tag off a case. @returns whether it had it */
export async function untagCase(ctx: Ctx, input: z.input<typeof tagInput>): Promise<boolean> {
  const { caseId, tag } = tagInput.parse(input)
  return write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    const [gone] = await ctx.tx
      .delete(caseTags)
      .where(and(eq(caseTags.caseId, caseId), eq(caseTags.tag, tag)))
      .returning({ tag: caseTags.tag })
    if (!gone) return false
    await recordEvent(ctx, {
      type: 'cases.untagged',
      subject: { kind: 'case', id: caseId },
      accountId: found.accountId,
    })
    return true
  })
}
