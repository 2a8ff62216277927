import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { findToldReferrals } from '#app/advocacy/referrals/referral-teller.server.ts'
import { referralNoticeWords as words } from '#app/advocacy/referrals/notice-words.ts'
import { checkWords, referralWords } from '#app/advocacy/referrals/words.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { findReader } from '#app/notifications/find-reader.server.ts'
import { notificationWords } from '#app/notifications/words.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'

/** The mail that tells a colleague of a lead that came in. */
export async function renderReferralNotice(ctx: Ctx, message: Message): Promise<Rendered> {
  const reader = await findReader(ctx, message.userId)
  const of = (await findToldReferrals(ctx, [message.refId])).get(message.refId)
  if (!reader || !of?.lead) throw new NotFound()
  const t = translator(reader.locale)
  const reviewed = message.payload.kind === 'referral_review'
  const [lead, company, account] = [of.lead, of.company ?? '–', of.account ?? '–']
  const referrer = of.referrer ?? t(words.somebody)
  const mail = await renderStaffMail({
    locale: reader.locale,
    subject: t(reviewed ? words.subjectReview : words.subjectNew, { lead, company }),
    body: t(reviewed ? words.toldReview : words.toldNew, { lead, company, referrer, account }),
    facts: [
      { name: t(referralWords.referrer), value: referrer },
      { name: t(referralWords.account), value: account },
      ...of.checks.map((check) => ({ name: t(words.checks), value: t(checkWords[check]) })),
    ],
    button: t(words.button),
    url: `${env.PUBLIC_URL}/referrals/${of.id}`,
    note: t(notificationWords.note),
  })
  return { fromName: (await getOrganisation(ctx)).name, ...mail }
}
