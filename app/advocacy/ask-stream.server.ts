import { guardAsk, settleAsk } from '#app/advocacy/asking/send-ask.server.ts'
import { guardQuote, settleQuote } from '#app/advocacy/quotes/guard-quote.server.ts'
import type { MailStream } from '#app/email/template.ts'

/** What goes to advocates: asks, and quotes that they are to approve. Each is looked at by its own rules before it leaves. */
export const askStream: MailStream = {
  guard: (ctx, message) => (message.refKind === 'quote' ? guardQuote(ctx, message) : guardAsk(ctx, message)),
  settled: (ctx, message, outcome) =>
    message.refKind === 'quote' ? settleQuote(ctx, message, outcome) : settleAsk(ctx, message, outcome),
}
