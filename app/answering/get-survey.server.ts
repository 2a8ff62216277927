import { eq, sql } from 'drizzle-orm'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import type { Survey } from '#app/answering/page.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { surveyOf } from '#app/answering/survey-of.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'
import { statement } from '#db/statement.ts'
import type { Store } from '#db/store/store.ts'

/** Milliseconds for which a survey is taken from memory: a new brand colour shows after that. */
const fresh = 5_000
/** Surveys kept in memory. */
const most = 200

interface Kept {
  survey: Survey
  made: string
  until: number
}
const kept = new WeakMap<Store, Map<string, Kept>>()

const find = statement((db) =>
  db
    .select({
      metric: programs.metric,
      integrity: programs.integrity,
      brandId: programs.brandId,
      content: programVersions.content,
    })
    .from(programVersions)
    .innerJoin(programs, eq(programs.id, programVersions.programId))
    .where(eq(programVersions.id, sql.placeholder('versionId'))),
)

/** The wording of a version with the brand and organisation of now; null when there is no such version. */
export async function getSurvey(ctx: Ctx, versionId: string): Promise<Survey | null> {
  let surveys = kept.get(ctx.store)
  if (!surveys) kept.set(ctx.store, (surveys = new Map()))
  const known = surveys.get(versionId)
  const now = ctx.now()
  if (known && known.until > now) return known.survey
  const [found] = await find(read(ctx), { versionId })
  if (!found) return null
  const brand = await getBrand(ctx, found.brandId)
  const { name, postalAddress, privacyUrl } = await getOrganisation(ctx)
  const survey = surveyOf({
    metric: found.metric,
    integrity: found.integrity,
    content: found.content,
    brand: { name: brand.name, colour: brand.colour, logoFileId: brand.logoFileId },
    organisation: { name, postalAddress, privacyUrl },
  })
  const made = JSON.stringify(survey)
  if (surveys.size >= most) surveys.clear()
  // The same object while nothing changed: its compiled pages stay.
  surveys.set(versionId, { survey: known?.made === made ? known.survey : survey, made, until: now + fresh })
  return surveys.get(versionId)!.survey
}
