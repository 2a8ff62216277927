import { asc, desc, eq } from 'drizzle-orm'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { defaultBrandId } from '#app/access/get-organisation.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { standardCaseRule } from '#app/surveys/case-rule.ts'
import { createProgramSchema, type CreateProgram } from '#app/surveys/program.ts'
import { standardWording } from '#app/surveys/wordings.ts'
import { Invalid } from '#app/platform/errors.ts'
import { brands } from '#db/schema/platform.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'

/**
 * Makes a draft with the standard wording of its metric in every language, for everybody, with the standard case rule.
 * @returns the program as stored
 */
export async function createProgram(ctx: Ctx, input: CreateProgram): Promise<typeof programs.$inferSelect> {
  const given = createProgramSchema.parse(input)
  authorise(ctx, 'programs.edit')
  return write(ctx, async (ctx) => {
    const at = ctx.now()
    const brandId = await storedBrand(ctx, given.brandId)
    const id = newId('prg', at)
    const versionId = newId('ver', at)
    const [program] = await ctx.tx
      .insert(programs)
      .values({
        id,
        name: given.name,
        metric: given.metric,
        kind: given.kind,
        state: 'draft',
        currentVersionId: versionId,
        brandId,
        audience: {},
        caseRule: standardCaseRule(given.metric, given.market),
        minIntervalDays: given.kind === 'relationship' ? 80 : 14,
        // A question about a ticket makes no sense a fortnight later.
        outsideRules: given.kind === 'transactional',
        inScore: true,
        createdAt: at,
        updatedAt: at,
      })
      .returning()
    await ctx.tx.insert(programVersions).values({
      id: versionId,
      programId: id,
      number: 1,
      content: { questionId: newId('que', at), wording: standardWording(given.metric, given.kind) },
      createdAt: at,
      createdBy: ctx.actor.id ?? ctx.actor.kind,
    })
    await recordEvent(ctx, {
      type: 'surveys.program_created',
      subject: { kind: 'program', id },
      data: { metric: given.metric, kind: given.kind },
    })
    return program!
  })
}

/** The brand asked for, or the default one, or the first there is. */
export async function storedBrand(ctx: TxCtx, id?: string): Promise<string> {
  const [brand] = await ctx.tx
    .select({ id: brands.id })
    .from(brands)
    .where(id ? eq(brands.id, id) : undefined)
    .orderBy(desc(eq(brands.id, defaultBrandId)), asc(brands.id))
    .limit(1)
  if (!brand) throw new Invalid('no_such_brand', { brandId: 'no_such_brand' })
  return brand.id
}
