import { guardAsk, settleAsk } from '#app/advocacy/asking/send-ask.server.ts'
import { guardQuote, settleQuote } from '#app/advocacy/quotes/guard-quote.server.ts'
import { guardConsentMail } from '#app/advocacy/company/guard-consent-mail.server.ts'
import { guardThanks, settleThanks } from '#app/advocacy/rewards/queue-thanks.server.ts'
import { guardReward } from '#app/advocacy/rewards/render-reward-mail.server.ts'
import type { MailStream } from '#app/email/template.ts'

const streams: Record<string, MailStream> = {
  ask: { guard: guardAsk, settled: settleAsk },
  quote: { guard: guardQuote, settled: settleQuote },
  consent: { guard: guardConsentMail },
  reward: { guard: guardReward },
  thanks: { guard: guardThanks, settled: settleThanks },
}

/** What goes to advocates: asks, quotes to approve, what their company agreed to, rewards and thanks. Each is looked at by its own rules before it leaves. */
export const askStream: MailStream = {
  guard: (ctx, message) => (streams[message.refKind]?.guard ?? guardAsk)(ctx, message),
  settled: async (ctx, message, outcome) => {
    await streams[message.refKind]?.settled?.(ctx, message, outcome)
  },
}
