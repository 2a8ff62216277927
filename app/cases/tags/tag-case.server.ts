import { and, count, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { findCase } from '#app/cases/change-case.server.ts'
import { mostTags, tagField } from '#app/cases/tags/tag.ts'
import { Invalid } from '#app/platform/errors.ts'
import { rowLock } from '#db/lock.ts'
import { cases, caseTags } from '#db/schema/cases.ts'

export const tagInput = z.object({ caseId: z.string().min(1).max(64), tag: tagField })

const lockCase = rowLock(cases, cases.id)

/** Puts a tag on a case, open or closed; nothing when it has it. @throws Invalid `case_tags` when it has twenty */
export async function tagCase(ctx: Ctx, input: z.input<typeof tagInput>): Promise<void> {
  const { caseId, tag } = tagInput.parse(input)
  await write(ctx, async (ctx) => {
    await lockCase(ctx.tx, caseId)
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    const [put] = await ctx.tx.insert(caseTags).values({ caseId, tag, at: ctx.now() }).onConflictDoNothing().returning({ tag: caseTags.tag }) // prettier-ignore
    if (!put) return
    const [{ n } = { n: 0 }] = await ctx.tx.select({ n: count() }).from(caseTags).where(eq(caseTags.caseId, caseId))
    if (n > mostTags) throw new Invalid('case_tags', { tag: 'case_tags' })
    await recordEvent(ctx, {
      type: 'cases.tagged',
      subject: { kind: 'case', id: caseId },
      accountId: found.accountId,
      data: { tag },
    })
  })
}

/** Takes a tag off a case; nothing when it doesn't have it. */
export async function untagCase(ctx: Ctx, input: z.input<typeof tagInput>): Promise<void> {
  const { caseId, tag } = tagInput.parse(input)
  await write(ctx, async (ctx) => {
    const found = await findCase(ctx, caseId)
    authorise(ctx, 'cases.work', found)
    const [gone] = await ctx.tx
      .delete(caseTags)
      .where(and(eq(caseTags.caseId, caseId), eq(caseTags.tag, tag)))
      .returning({ tag: caseTags.tag })
    if (!gone) return
    await recordEvent(ctx, {
      type: 'cases.untagged',
      subject: { kind: 'case', id: caseId },
      accountId: found.accountId,
      data: { tag },
    })
  })
}
