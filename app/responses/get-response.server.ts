import { and, desc, eq } from 'drizzle-orm'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { listAnswers } from '#app/responses/list-answers.server.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { listResponseTopics } from '#app/responses/topics/list-response-topics.server.ts'
import { withoutNames } from '#app/responses/list-responses.server.ts'
import { listed } from '#app/responses/listed.server.ts'
import { questionIn } from '#app/surveys/wordings.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { programVersions, programs } from '#db/schema/surveys.ts'

/** One answer with the question as it was asked and every revision, newest first. @throws NotFound */
export async function getResponse(ctx: Ctx, id: string) {
  authorise(ctx, 'responses.read')
  if (!isId(id)) throw new NotFound()
  const db = read(ctx)
  const [row] = await db
    .select({
      ...listed,
      sentAt: invitations.sentAt,
      content: programVersions.content,
      version: programVersions.number,
      brandId: programs.brandId,
      tier: responses.tier,
      region: responses.region,
      industry: responses.industry,
      plan: responses.plan,
      stage: responses.stage,
    })
    .from(responses)
    .innerJoin(programs, eq(programs.id, responses.programId))
    .innerJoin(programVersions, eq(programVersions.id, responses.versionId))
    .innerJoin(invitations, eq(invitations.id, responses.invitationId))
    .leftJoin(contacts, eq(contacts.id, responses.contactId))
    .leftJoin(accounts, eq(accounts.id, responses.accountId))
    .where(and(eq(responses.id, id), shownTo(ctx)))
  if (!row) throw new NotFound()
  const revisions = await db
    .select({
      id: responseRevisions.id,
      number: responseRevisions.number,
      score: responseRevisions.score,
      comment: responseRevisions.comment,
      evidence: responseRevisions.evidence,
      standing: responseRevisions.standing,
      reasons: responseRevisions.reasons,
      at: responseRevisions.at,
    })
    .from(responseRevisions)
    .where(eq(responseRevisions.responseId, id))
    .orderBy(desc(responseRevisions.number))
    .limit(100)
  const { content, brandId, ...shown } = row
  const topics = (await listResponseTopics(ctx, [id])).get(id) ?? []
  const answers = (await listAnswers(ctx, [row])).get(id) ?? []
  const question = questionIn(content.wording, row.language, (await getBrand(ctx, brandId)).name)
  return { response: { ...withoutNames(ctx, shown), topics, answers, question }, revisions }
}
