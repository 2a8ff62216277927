import { asc, eq } from 'drizzle-orm'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import type { Message } from '#app/email/template.ts'
import { monthlyScores } from '#app/insights/monthly/get-monthly.server.ts'
import { getMonthlySettings } from '#app/insights/monthly/get-monthly-settings.server.ts'
import { isOpen, findLink, makeLink, monthlyToken } from '#app/insights/monthly/monthly-links.server.ts'
import { mostRecipients, nthWorkingDay, sendHour } from '#app/insights/monthly/monthly.ts'
import { dayOf, startOfDay } from '#app/platform/calendar.ts'
import { addMonths, HOUR, isoOfMonth, monthStart } from '#app/platform/day.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Locale } from '#app/platform/words.ts'
import { users } from '#db/schema/access.ts'
import { monthlyIssues, monthlyRecipients } from '#db/schema/insights.ts'

/** The next instant at which the mails are due, from the month of `now` on, whether they were sent or not. */
export async function dueOf(ctx: Ctx, workingDay: number) {
  const { zone } = await getOrganisation(ctx)
  const start = monthStart(dayOf(ctx.now(), zone))
  const calendar = await getWorkingCalendar(ctx, startOfDay(start, zone))
  const day = nthWorkingDay(start, workingDay, calendar)
  return { about: addMonths(start, -1), day, at: startOfDay(day, zone) + sendHour * HOUR }
}

/**
 * The job of every hour: from the hour that is due on, writes the mails of last month, once. The month's row and all of
 * its mails are one transaction: a crash leaves all of them or none, and whoever comes second finds the row. A due
 * hour that was slept through is made up for; one before the page was switched on is not.
 * @returns how many mails
 */
export async function sendMonthly(ctx: Ctx): Promise<number> {
  const settings = await getMonthlySettings(ctx)
  if (!settings.enabled) return 0
  const due = await dueOf(ctx, settings.workingDay)
  const { zone } = await getOrganisation(ctx)
  if (ctx.now() < due.at || dayOf(settings.since, zone) > due.day) return 0
  const { main } = await monthlyScores(ctx, due.about)
  return write(ctx, async (ctx) => {
    const recipients = await ctx.tx
      .select()
      .from(monthlyRecipients)
      .where(eq(monthlyRecipients.state, 'active'))
      .orderBy(asc(monthlyRecipients.id))
      .limit(mostRecipients)
    const [issue] = await ctx.tx
      .insert(monthlyIssues)
      .values({
        month: due.about,
        at: ctx.now(),
        figures: { metric: main?.metric ?? 'nps', value: main?.score?.value ?? null, n: main?.score?.n ?? 0 },
        recipients: recipients.length,
      })
      .onConflictDoNothing()
      .returning()
    if (!issue) return 0
    for (const one of recipients) {
      const linkId = await makeLink(ctx, { month: due.about, recipientId: one.id, language: one.language })
      await enqueueMessage(ctx, {
        key: `monthly/${isoOfMonth(due.about)}/${one.id}`,
        stream: 'report',
        template: 'insights.monthly',
        payload: { linkId },
        to: { email: one.email },
        ref: { kind: 'monthly_link', id: linkId },
      })
    }
    await recordEvent(ctx, {
      type: 'insights.monthly_sent',
      subject: { kind: 'month', id: isoOfMonth(due.about) },
      data: { recipients: recipients.length },
    })
    return recipients.length
  })
}

/** Mails the page of last month to who asks, as its readers would get it; nothing else follows from it. @returns the address */
export async function tryMonthly(ctx: Ctx, { language }: { language: Locale }): Promise<string> {
  authorise(ctx, 'settings.edit')
  const { actor } = ctx
  if (actor.kind !== 'user') throw new Forbidden()
  const { zone } = await getOrganisation(ctx)
  const month = addMonths(monthStart(dayOf(ctx.now(), zone)), -1)
  return write(ctx, async (ctx) => {
    const [me] = await ctx.tx.select({ email: users.email }).from(users).where(eq(users.id, actor.id))
    if (!me) throw new Forbidden()
    const linkId = await makeLink(ctx, { month, recipientId: null, language })
    await enqueueMessage(ctx, {
      key: `monthly-try/${newId('try', ctx.now())}`,
      stream: 'report',
      template: 'insights.monthly',
      payload: { linkId },
      to: { email: me.email, userId: actor.id },
      ref: { kind: 'monthly_link', id: linkId },
    })
    await recordEvent(ctx, { type: 'insights.monthly_tried', subject: { kind: 'month', id: isoOfMonth(month) } })
    return me.email
  })
}

/** Before-send guard: nothing goes to who has left the list, or was taken off it, since. */
export async function guardMonthly(ctx: TxCtx, message: Message): Promise<string | null> {
  const link = await findLink(ctx, monthlyToken(ctx, message.refId))
  if (!link || !isOpen(ctx, link)) return 'link_ended'
  return link.recipientId === null || link.state === 'active' ? null : 'recipient_stopped'
}
