import { and, asc, desc, eq, gt, isNotNull, isNull, ne } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { looksLost } from '#app/insights/monthly/monthly.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { accounts } from '#db/schema/accounts.ts'
import { monthlyIssues, monthlyLinks, monthlyRecipients, monthlySettings, scoreTargets } from '#db/schema/insights.ts'
import { programs, programVersions } from '#db/schema/surveys.ts'

export type MonthlySettings = typeof monthlySettings.$inferSelect
export const monthlyId = 'monthly'

const usual: MonthlySettings = {
  id: monthlyId,
  enabled: false,
  since: 0,
  workingDay: 3,
  names: 'none',
  closeDays: 14,
  lostStages: null,
  unquoted: [],
  updatedAt: 0,
}

/** How the monthly page is made; what holds until an admin says otherwise. Open to every room. */
export async function getMonthlySettings(ctx: Ctx): Promise<MonthlySettings> {
  const [row] = await read(ctx).select().from(monthlySettings).where(eq(monthlySettings.id, monthlyId))
  return row ?? usual
}

export const listTargets = (ctx: Ctx) => read(ctx).select().from(scoreTargets)

/** All that the page of settings shows. */
export async function getMonthlyAdmin(ctx: Ctx) {
  authorise(ctx, 'settings.edit')
  const db = read(ctx)
  const organisation = await getOrganisation(ctx)
  const settings = await getMonthlySettings(ctx)
  const stages = await db
    .selectDistinct({ stage: accounts.stage })
    .from(accounts)
    .where(isNotNull(accounts.stage))
    .orderBy(asc(accounts.stage))
    .limit(100)
  const known = [...new Set([...stages.map((row) => row.stage!), ...(settings.lostStages ?? [])])]
  const recipients = await db
    .select({
      id: monthlyRecipients.id,
      email: monthlyRecipients.email,
      language: monthlyRecipients.language,
      state: monthlyRecipients.state,
      changedAt: monthlyRecipients.changedAt,
    })
    .from(monthlyRecipients)
    .where(ne(monthlyRecipients.state, 'removed'))
    .orderBy(asc(monthlyRecipients.emailKey))
    .limit(500)
  const links = await db
    .select({ recipientId: monthlyLinks.recipientId })
    .from(monthlyLinks)
    .where(and(isNull(monthlyLinks.revokedAt), gt(monthlyLinks.expiresAt, ctx.now())))
    .limit(2000)
  const [last] = await db.select().from(monthlyIssues).orderBy(desc(monthlyIssues.month)).limit(1)
  return {
    settings,
    lostStages: settings.lostStages ?? known.filter(looksLost),
    stages: known,
    targets: await listTargets(ctx),
    programs: (
      await db
        .select({
          id: programs.id,
          name: programs.name,
          metric: programs.metric,
          content: programVersions.content,
        })
        .from(programs)
        .innerJoin(programVersions, eq(programVersions.id, programs.currentVersionId))
        .where(and(askedPrograms, ne(programs.state, 'archived')))
        .orderBy(asc(programs.createdAt), asc(programs.id))
        .limit(200)
    ).map(({ content, ...program }) => ({
      ...program,
      why: {
        en: content.wording.en.why.replaceAll('{company}', organisation.name),
        ja: content.wording.ja.why.replaceAll('{company}', organisation.name),
      },
    })),
    recipients: recipients.map((one) => ({
      ...one,
      links: links.filter((link) => link.recipientId === one.id).length,
    })),
    last: last ? { month: last.month, at: last.at, recipients: last.recipients } : null,
  }
}
