import { and, eq, inArray } from 'drizzle-orm'
import { standInOf } from '#app/access/absences/works-for.server.ts'
import { referralNoticeWords as words } from '#app/advocacy/referrals/notice-words.ts'
import { read, write, type Ctx } from '#app/audit/context.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import type { Teller } from '#app/notifications/notice.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { translator } from '#app/platform/words.ts'
import { userRoles, users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'

/** Referrals as a notice needs them, by id. */
export async function findToldReferrals(ctx: Ctx, ids: string[]) {
  const rows = await read(ctx)
    .select({
      id: referrals.id,
      state: referrals.state,
      lead: referrals.leadName,
      company: referrals.company,
      checks: referrals.checks,
      referrer: contacts.name,
      account: accounts.name,
      ownerId: accounts.ownerId,
      takenBy: referrals.ownerId,
    })
    .from(referrals)
    .leftJoin(contacts, eq(contacts.id, referrals.contactId))
    .leftJoin(accounts, eq(accounts.id, referrals.accountId))
    .where(inArray(referrals.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Puts into words that a lead came in, or waits for review; over once somebody has gone on with it. */
export const referralTeller: Teller = async (ctx, reader, list) => {
  const found = await findToldReferrals(ctx, [...new Set(list.map((notice) => notice.subjectId))])
  const t = translator(reader.locale)
  return new Map(
    list.flatMap((notice) => {
      const of = found.get(notice.subjectId)
      if (!of?.lead) return []
      const reviewed = notice.kind === 'referral_review'
      const text = t(reviewed ? words.toldReview : words.toldNew, {
        lead: of.lead,
        company: of.company ?? '–',
        referrer: of.referrer ?? t(words.somebody),
        account: of.account ?? '–',
      })
      const over = of.state === (reviewed ? 'review' : 'new') ? null : 'handled'
      return [[notice.id, { text, path: `/referrals/${of.id}`, over }]]
    }),
  )
}

/**
 * Subscriber of leads that come in: the owner of the account that recommends, who stands in for them, and every marketer
 * hear of it, and of what waits for review.
 */
export async function tellOfReferral(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const of = (await findToldReferrals(ctx, [event.subjectId])).get(event.subjectId)
    if (!of?.lead || (of.state !== 'new' && of.state !== 'review')) return
    const marketers = await ctx.tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(userRoles, eq(userRoles.userId, users.id))
      .where(and(eq(userRoles.role, 'marketer'), eq(users.state, 'active')))
    const standIn = of.ownerId === null ? null : await standInOf(ctx, of.ownerId)
    const userIds = [of.ownerId, standIn, of.takenBy, ...marketers.map(({ id }) => id)].filter((id) => id !== null)
    await notify(ctx, event, {
      kind: of.state === 'review' ? 'referral_review' : 'referral_new',
      userIds,
      subject: { kind: 'referral', id: of.id },
    })
  })
}
