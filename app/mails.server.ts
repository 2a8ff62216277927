import { askTeller } from '#app/advocacy/asking/ask-teller.server.ts'
import { consentTeller } from '#app/advocacy/company/consent-teller.server.ts'
import { askStream } from '#app/advocacy/ask-stream.server.ts'
import { referralTeller } from '#app/advocacy/referrals/referral-teller.server.ts'
import { caseTeller } from '#app/cases/notices/case-teller.server.ts'
import { replyTeller } from '#app/cases/notices/reply-teller.server.ts'
import { guardCaseMail } from '#app/cases/replies/guard-case-mail.server.ts'
import { guardInvitation } from '#app/delivery/guard-invitation.server.ts'
import { guardMonthly } from '#app/insights/monthly/send-monthly.server.ts'
import { settleInvitation } from '#app/loop/settle-invitation.server.ts'
import type { MailStream, MailTemplate } from '#app/email/template.ts'
import type { Tellers } from '#app/notifications/notice.ts'
import { guardNotice } from '#app/notifications/guard-notice.server.ts'
import { troubleTeller } from '#app/notifications/trouble-teller.ts'

/*
 * What is told and mailed, and by whom it is put into words: beside the subscriptions, the other file that sees every room.
 * What renders a mail is imported when first needed.
 */

/** Kind of notice → what puts it into words for who is told. Needed within transactions, which wait for no import. */
export const noticeTellers: Tellers = {
  case_opened: caseTeller,
  case_joined: caseTeller,
  case_assigned: caseTeller,
  case_reply: replyTeller,
  case_mention: caseTeller,
  sla_warning: caseTeller,
  sla_late: caseTeller,
  ask_written: askTeller,
  consent_ends: consentTeller,
  referral_new: referralTeller,
  referral_review: referralTeller,
  trouble: troubleTeller,
}

/** Mail stream → what may stop a message before it is sent, and who is told how it ended. */
export const mailStreams: Partial<Record<string, MailStream>> = {
  invitation: { guard: guardInvitation, settled: settleInvitation },
  case: { guard: guardCaseMail(guardNotice(noticeTellers)) },
  ask: askStream,
  staff: { guard: guardNotice(noticeTellers) },
  report: { guard: guardMonthly },
}

/** Template name → what renders a message. */
export const mailTemplates: Record<string, () => Promise<MailTemplate>> = {
  'access.invite': () => import('#app/access/render-link-mail.server.tsx').then((file) => file.renderInvite),
  'access.reset': () => import('#app/access/render-link-mail.server.tsx').then((file) => file.renderReset),
  'access.sender-test': () => import('#app/access/render-test-mail.server.tsx').then((file) => file.renderSenderTest),
  'advocacy.ask-notice': () =>
    import('#app/advocacy/asking/render-ask-notice.server.ts').then((file) => file.renderAskNotice),
  'advocacy.ask': () => import('#app/advocacy/asking/render-ask-mail.server.tsx').then((file) => file.renderAskMail),
  'advocacy.consent-notice': () =>
    import('#app/advocacy/company/render-consent-notice.server.ts').then((file) => file.renderConsentNotice),
  'advocacy.company-consent': () =>
    import('#app/advocacy/company/render-consent-mail.server.tsx').then((file) => file.renderConsentMail),
  'advocacy.referral-link': () =>
    import('#app/advocacy/asking/render-link-mail.server.tsx').then((file) => file.renderLinkMail),
  'advocacy.referral-notice': () =>
    import('#app/advocacy/referrals/render-referral-notice.server.ts').then((file) => file.renderReferralNotice),
  'advocacy.quote': () =>
    import('#app/advocacy/quotes/render-quote-mail.server.tsx').then((file) => file.renderQuoteMail),
  'advocacy.reward': () =>
    import('#app/advocacy/rewards/render-reward-mail.server.ts').then((file) => file.renderRewardMail),
  'advocacy.thanks': () =>
    import('#app/advocacy/rewards/render-thanks-mail.server.ts').then((file) => file.renderThanksMail),
  'answering.my-data': () =>
    import('#app/answering/my-data/render-my-data-mail.server.ts').then((file) => file.renderMyDataMail),
  'cases.opened': () => import('#app/cases/render-case-mail.server.ts').then((file) => file.renderCaseMail),
  'cases.replied': () => import('#app/cases/render-reply-mail.server.ts').then((file) => file.renderReplyMail),
  'cases.notice': () => import('#app/cases/notices/render-notice-mail.server.ts').then((file) => file.renderNoticeMail),
  'cases.reply': () => import('#app/cases/replies/render-answer-mail.server.tsx').then((file) => file.renderAnswerMail),
  'insights.monthly': () =>
    import('#app/insights/monthly/render-monthly-mail.server.tsx').then((file) => file.renderMonthly),
  'notifications.alert': () => import('#app/notifications/render-alert.server.ts').then((file) => file.renderAlert),
  'notifications.digest': () =>
    import('#app/notifications/render-digest.server.ts').then((file) => file.renderDigest(noticeTellers)),
  'delivery.wave-notice': () =>
    import('#app/delivery/render-wave-notice.server.tsx').then((file) => file.renderWaveNotice),
  invitation: () => import('#app/delivery/render-invitation.server.ts').then((file) => file.renderInvitation),
}
