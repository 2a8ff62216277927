import { z } from 'zod'
import { answers, laterMonths } from '#app/advocacy/asking/ask.ts'
import { holdAsk } from '#app/advocacy/asking/change-ask.server.ts'
import { takeAnswer } from '#app/advocacy/asking/take-answer.server.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'

const input = z.object({
  askId: z.string().max(60),
  answer: z.enum(answers),
  /** With `later`: after so many months. */
  months: z.union(laterMonths.map((n) => z.literal(n))).default(3),
  /** In which language the words were read that a yes agrees to. */
  language: z.enum(['en', 'ja']),
})

/**
 * What a customer says to an ask, by its link: yes, no, or later. They may change their mind until it is done; the same again
 * changes nothing. A yes is kept as consent to the words of the version that was asked, and ends with a later no.
 * @returns false when it is over: done, stopped, or never sent
 * @throws NotFound; Forbidden for anybody else
 */
export async function answerAsk(ctx: Ctx, given: z.input<typeof input>): Promise<boolean> {
  const { askId, ...said } = input.parse(given)
  authorise(ctx, 'answer.give')
  return write(ctx, async (ctx) => {
    const ask = await holdAsk(ctx, askId)
    if (!ask) throw new NotFound()
    if (ctx.actor.kind !== 'contact' || ctx.actor.id !== ask.contactId) throw new Forbidden()
    return takeAnswer(ctx, ask, { ...said, source: 'ask' })
  })
}
