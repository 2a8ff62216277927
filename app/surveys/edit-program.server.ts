import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { languages } from '#app/platform/languages.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import {
  caseRuleErrors,
  caseRuleForm,
  caseRuleOf,
  editProgramSchema,
  trimAudience,
  type EditProgram,
} from '#app/surveys/program.ts'
import { questionErrors, settleQuestions } from '#app/surveys/question.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { isUniqueViolation } from '#db/fragments.ts'
import { brands } from '#db/schema/platform.ts'
import { programVersions, programs, type Wordings } from '#db/schema/surveys.ts'

/**
 * Changes a program. New words make a new version: who was asked before keeps, and is shown, the words they were asked with.
 * @returns the program, and the number of its current version
 * @throws Conflict when somebody else changed it since `seenVersionId`, or it is archived
 */
export async function editProgram(
  ctx: Ctx,
  input: EditProgram,
): Promise<{ program: typeof programs.$inferSelect; version: number; newVersion: boolean }> {
  const given = editProgramSchema.parse(input)
  authorise(ctx, 'programs.edit')
  const saved = write(ctx, async (ctx) => {
    const [old] = await ctx.tx
      .select({ program: programs, version: programVersions })
      .from(programs)
      .innerJoin(programVersions, eq(programVersions.id, programs.currentVersionId))
      .where(and(askedPrograms, eq(programs.id, given.id)))
    if (!old) throw new NotFound()
    if (old.program.state === 'archived') throw new Conflict('program_archived')
    if (given.seenVersionId && given.seenVersionId !== old.version.id) throw new Conflict('program_changed')
    const errors = { ...caseRuleErrors(old.program.metric, given.caseRule), ...questionErrors(given.questions) }
    if (Object.keys(errors).length) throw new Invalid('invalid', errors)
    const [brand] = await ctx.tx.select({ id: brands.id }).from(brands).where(eq(brands.id, given.brandId))
    if (!brand) throw new Invalid('no_such_brand', { brandId: 'no_such_brand' })

    const at = ctx.now()
    const caseRule = caseRuleOf(given.caseRule)
    const integrity = given.integrity ?? old.program.integrity
    const before = old.version.content
    const wording = mergeWordings(before.wording, given)
    const asked = { questions: before.questions ?? [], pace: before.pace ?? 'one' }
    const asks = given.withQuestions
      ? {
          questions: settleQuestions(given.questions, asked.questions, (prefix) => newId(prefix, at)),
          pace: given.pace,
        }
      : asked
    const newVersion = !same(before.wording, wording) || !same(asked, asks)
    const versionId = newVersion ? newId('ver', at) : old.version.id
    const number = old.version.number + (newVersion ? 1 : 0)
    if (newVersion) {
      await ctx.tx.insert(programVersions).values({
        id: versionId,
        programId: given.id,
        number,
        content: { questionId: before.questionId, wording, ...asks },
        createdAt: at,
        createdBy: ctx.actor.id ?? ctx.actor.kind,
      })
    }
    const [program] = await ctx.tx
      .update(programs)
      .set({
        name: given.name,
        brandId: given.brandId,
        minIntervalDays: given.minIntervalDays,
        changeDays: given.changeDays,
        inScore: given.inScore,
        outsideRules: given.outsideRules,
        integrity,
        audience: trimAudience(given.audience),
        caseRule,
        currentVersionId: versionId,
        updatedAt: at,
      })
      .where(and(eq(programs.id, given.id), eq(programs.currentVersionId, old.version.id)))
      .returning()
    if (!program) throw new Conflict('program_changed')
    await recordEvent(ctx, {
      type: 'surveys.program_edited',
      subject: { kind: 'program', id: given.id },
      data: {
        version: number,
        newVersion,
        ...(integrity !== old.program.integrity && { integrity }),
        ...(!same(caseRuleForm(old.program.caseRule), caseRuleForm(caseRule)) && { caseRule }),
      },
    })
    return { program, version: number, newVersion }
  })
  return saved.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new Conflict('program_changed') : error // two editors made the same number
  })
}

/** What is kept, what is taken out, and over it what is given. */
function mergeWordings(saved: Wordings, { wording, takenOut }: z.output<typeof editProgramSchema>): Wordings {
  const merged: Wordings = { ...saved }
  for (const one of takenOut) delete merged[one]
  for (const one of languages) if (wording[one]) merged[one] = wording[one]
  return merged
}

/** Whether two of what is asked are the same, in whatever order their keys are stored. */
function same(a: object, b: object): boolean {
  const flat = (value: unknown): unknown =>
    value !== null && typeof value === 'object'
      ? Object.entries(value)
          .sort(([x], [y]) => (x < y ? -1 : 1))
          .map(([key, part]) => [key, flat(part)])
      : value
  return JSON.stringify(flat(a)) === JSON.stringify(flat(b))
}
