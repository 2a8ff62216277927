import { guardAsk, settleAsk } from '#app/advocacy/asking/send-ask.server.ts'
import { guardQuote, settleQuote } from '#app/advocacy/quotes/guard-quote.server.ts'
import { guardConsentMail } from '#app/advocacy/company/guard-consent-mail.server.ts'
import type { MailStream } from '#app/email/template.ts'

/** What goes to advocates: asks, quotes that they are to approve, what their company agreed to. Each is looked at by its own rules before it leaves. */
export const askStream: MailStream = {
  guard: (ctx, message) =>
    message.refKind === 'quote'
      ? guardQuote(ctx, message)
      : message.refKind === 'consent'
        ? guardConsentMail(ctx, message)
        : guardAsk(ctx, message),
  settled: async (ctx, message, outcome) => {
    if (message.refKind === 'quote') await settleQuote(ctx, message, outcome)
    else if (message.refKind === 'ask') await settleAsk(ctx, message, outcome)
  },
}
