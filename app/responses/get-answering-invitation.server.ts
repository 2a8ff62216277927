import { and, eq, sql } from 'drizzle-orm'
import { organisationId } from '#app/access/get-organisation.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { organisation } from '#db/schema/platform.ts'
import { programs } from '#db/schema/surveys.ts'
import { statement } from '#db/statement.ts'

const answer = {
  responseId: responses.id,
  responseState: responses.state,
  score: responses.score,
  class: responses.class,
  answeredAt: responses.answeredAt,
}
const invitation = {
  id: invitations.id,
  gen: invitations.gen,
  state: invitations.state,
  reason: invitations.reason,
  expiresAt: invitations.expiresAt,
  language: invitations.language,
  programId: invitations.programId,
  versionId: invitations.versionId,
  contactId: invitations.contactId,
  accountId: invitations.accountId,
  sentDay: invitations.sentDay,
  doorId: invitations.doorId,
}

const findForPage = statement((db) =>
  db
    .select({
      ...invitation,
      ...answer,
      /** Whom the page greets: nobody at a shared mailbox, for who reads it is not the one it is called after, and no address. */
      name: sql<
        string | null
      >`case when ${contacts.isShared} or ${contacts.name} = '' or ${contacts.name} like '%@%' then null else ${contacts.name} end`,
      contactLanguage: contacts.language,
      contactState: contacts.state,
      isTest: invitations.isTest,
      contactIsTest: contacts.isTest,
      program: { changeDays: programs.changeDays },
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(eq(invitations.id, sql.placeholder('id'))),
)

const findForAnswer = statement((db) =>
  db
    .select({
      ...invitation,
      ...answer,
      isTest: invitations.isTest,
      /** Of the organisation; null before it is set up. */
      zone: organisation.zone,
      day: responses.day,
      counts: responses.counts,
      answerLanguage: responses.language,
      keptFrom: responses.keptFrom,
      /** Person's company as it was at the first submission: what an answer leaves in the numbers never moves with it. */
      stored: {
        products: responses.products, // first, for it is never null: Drizzle tells by the first whether there is a row
        tier: responses.tier,
        region: responses.region,
        industry: responses.industry,
        plan: responses.plan,
        stage: responses.stage,
        ownerId: responses.ownerId,
      },
      contactIsTest: contacts.isTest,
      department: contacts.department,
      account: {
        id: accounts.id,
        ownerId: accounts.ownerId,
        tier: accounts.tier,
        region: accounts.region,
        industry: accounts.industry,
        plan: accounts.plan,
        stage: accounts.stage,
        products: accounts.products,
        arrBaseMinor: accounts.arrBaseMinor,
      },
      program: {
        metric: programs.metric,
        caseRule: programs.caseRule,
        inScore: programs.inScore,
        integrity: programs.integrity,
        changeDays: programs.changeDays,
      },
      accepted: {
        id: responseRevisions.id,
        score: responseRevisions.score,
        comment: responseRevisions.comment,
        at: responseRevisions.at,
        submissionKey: responseRevisions.submissionKey,
      },
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .leftJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(accounts, eq(accounts.id, invitations.accountId))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .leftJoin(organisation, eq(organisation.id, organisationId))
    .leftJoin(
      responseRevisions,
      and(eq(responseRevisions.responseId, responses.id), eq(responseRevisions.standing, 'accepted').inlineParams()),
    )
    .where(eq(invitations.id, sql.placeholder('id'))),
)

export type PageInvitation = Awaited<ReturnType<typeof findForPage>>[number]
export type AnswerInvitation = Awaited<ReturnType<typeof findForAnswer>>[number]

/** What the survey page must know of an invitation; never a comment, which a forwarded mail would open. */
export async function getPageInvitation(ctx: Ctx, id: string): Promise<PageInvitation | null> {
  const [found] = await findForPage(read(ctx), { id })
  return found ?? null
}

/** What recording an answer must know: invitation, person and account as they are now, rules, and the answer so far. */
export async function getAnswerInvitation(ctx: Ctx, id: string): Promise<AnswerInvitation | null> {
  const [found] = await findForAnswer(read(ctx), { id })
  return found ?? null
}

/** Somebody who came by a link for everybody has no address that could be left alone. */
export const isUninvited = ({ doorId, contactId }: PageInvitation) => doorId !== null && contactId === null

/** Whether an answer is a test: sent as one, or given by somebody who is there to try things. */
export const isTestAnswer = ({ isTest, contactIsTest }: Pick<PageInvitation, 'isTest' | 'contactIsTest'>): boolean =>
  isTest || contactIsTest === true

/** The program in whose ledger of visits this one belongs; tests belong in none. */
export const ledgerOf = (invitation: PageInvitation): string | null =>
  isTestAnswer(invitation) ? null : invitation.programId

/** Why an invitation takes no answer; null when it does. */
export type Closed = 'unknown' | 'erased' | 'revoked' | 'cancelled' | 'expired'

/**
 * Whoever holds a link of the present generation may answer until it expires, also when the mail was reported as failed.
 * Who has answered may come back after that: how long it can be changed is another question (`mayChange`).
 */
export function closedBecause(
  invitation: Pick<PageInvitation, 'gen' | 'state' | 'reason' | 'expiresAt' | 'responseState'> | null,
  gen: number,
  now: number,
): Closed | null {
  if (!invitation) return 'unknown'
  if (invitation.reason === 'erased') return 'erased'
  if (invitation.gen !== gen) return 'revoked'
  if (invitation.state === 'cancelled' || invitation.state === 'skipped') return 'cancelled'
  return invitation.expiresAt <= now && invitation.responseState !== 'counted' ? 'expired' : null
}
