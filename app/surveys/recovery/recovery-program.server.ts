import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { storedBrand } from '#app/surveys/create-program.server.ts'
import { recoveryName, recoveryWording } from '#app/surveys/recovery/recovery-wording.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'

/** Days in which the answer to the re-ask may be changed: as long as the case may still be opened again by it. */
const changeDays = 30

/**
 * The hidden program of the question that is asked after a case, made when it is first needed. It is in no score, opens no
 * case of its own, and neither waits for other programs nor makes them wait. Its words are those of this build: where
 * they have changed it gets a new version, and what was sent keeps the old ones.
 */
export async function recoveryProgram(ctx: TxCtx): Promise<{ versionId: string }> {
  const [known] = await ctx.tx
    .select({ versionId: programs.currentVersionId, content: programVersions.content, number: programVersions.number })
    .from(programs)
    .innerJoin(programVersions, eq(programVersions.id, programs.currentVersionId))
    .where(eq(programs.id, recoveryProgramId))
  if (known && isDeepStrictEqual(known.content.wording, recoveryWording)) return { versionId: known.versionId! }
  const at = ctx.now()
  if (!known) await makeProgram(ctx)
  const number = (known?.number ?? 0) + 1
  const versionId = `ver_recovery_${number}`
  await ctx.tx
    .insert(programVersions)
    .values({
      id: versionId,
      programId: recoveryProgramId,
      number,
      content: { questionId: known?.content.questionId ?? newId('que', at), wording: recoveryWording },
      createdAt: at,
      createdBy: 'system',
    })
    .onConflictDoNothing()
  await ctx.tx
    .update(programs)
    .set({ currentVersionId: versionId, updatedAt: at })
    .where(eq(programs.id, recoveryProgramId))
  return { versionId }
}

async function makeProgram(ctx: TxCtx): Promise<void> {
  const at = ctx.now()
  const { locale } = await getOrganisation(ctx)
  await ctx.tx
    .insert(programs)
    .values({
      id: recoveryProgramId,
      name: recoveryName[locale],
      metric: 'csat',
      kind: 'recovery',
      state: 'live',
      brandId: await storedBrand(ctx),
      audience: {},
      caseRule: { enabled: false, threshold: 0, severity: [] },
      minIntervalDays: 0,
      inScore: false,
      outsideRules: true,
      changeDays,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing()
}
