import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { answers, laterMonths } from '#app/advocacy/asking/ask.ts'
import { holdAsk, moveAsk, type Ask } from '#app/advocacy/asking/change-ask.server.ts'
import { refuseForbidden } from '#app/advocacy/asking/queue-ask.server.ts'
import { ownerOf } from '#app/advocacy/asking/stop-ask.server.ts'
import { takeAnswer } from '#app/advocacy/asking/take-answer.server.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { noteAsked } from '#app/delivery/note-outreach.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { cleanText } from '#app/platform/text.ts'
import { askWays } from '#db/enums/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** In characters. */
export const longestNote = 2_000
const note = z
  .string()
  .max(2 * longestNote)
  .transform((typed) => cleanText(typed) ?? '')
  .pipe(z.string().max(longestNote))

const said = {
  /** `none`: they haven't said yet. */
  answer: z.enum([...answers, 'none']),
  months: z.coerce.number().pipe(z.union(laterMonths.map((n) => z.literal(n)))).default(3), // prettier-ignore
  /** In which language the person was told what a yes agrees to. */
  language: z.enum(['en', 'ja']),
  /** The colleague has told them, in the words of the version. */
  told: z.boolean().default(false),
  note: note.default(''),
}
export const saidForm = z.object(said)
export const noteForm = z.object({ way: z.enum(askWays), text: note.pipe(z.string().min(1)), ...said })

const noteInput = noteForm.extend({ askId: z.string().max(60) })
const saidInput = saidForm.extend({ askId: z.string().max(60) })

/**
 * A colleague has asked by hand, and keeps what of and how; and what the person said, where they have. It is an ask like any
 * other: what forbids it by now forbids it here, and it counts in budgets, quiet days and the log of contacts.
 * @throws NotFound; Conflict when it isn't theirs, not reserved any more, or forbidden by now; Invalid as `recordSaid`
 */
export async function noteAsk(ctx: Ctx, given: z.input<typeof noteInput>): Promise<void> {
  const { askId, way, text, ...said } = noteInput.parse(given)
  authorise(ctx, 'asks.make')
  await write(ctx, async (ctx) => {
    const ask = await holdAsk(ctx, askId)
    if (!ask) throw new NotFound()
    if (ctx.actor.kind !== 'user' || ask.holderId !== ctx.actor.id) throw new Conflict('ask_not_yours')
    const at = ctx.now()
    if (ask.channel !== 'hand' || ask.state !== 'reserved' || ask.reservedUntil <= at) throw new Conflict('ask_lapsed')
    await refuseForbidden(ctx, ask)
    await moveAsk(ctx, ask, 'note', { set: { way, body: text, sentAt: at }, data: { way } })
    await noteAsked(ctx, { contactId: ask.contactId, accountId: ask.accountId, refId: ask.id, at })
    await hear(ctx, { ...ask, state: 'sent' }, said)
  })
}

/**
 * A colleague keeps what somebody said to an ask, by telephone or face to face, however they were asked. For a yes the
 * colleague has told them what they agree to, word for word: it is kept as consent, of source `staff`.
 * @throws NotFound; Conflict `ask_state` when it is over or was never asked; Invalid `told` when the words were not told
 */
export async function recordSaid(ctx: Ctx, given: z.input<typeof saidInput>): Promise<void> {
  const { askId, ...said } = saidInput.parse(given)
  await write(ctx, async (ctx) => {
    const ask = await holdAsk(ctx, askId)
    if (!ask) throw new NotFound()
    authorise(ctx, 'asks.make', await ownerOf(ctx, ask))
    await hear(ctx, ask, said)
  })
}

async function hear(ctx: TxCtx, ask: Ask, { note, told, answer, ...rest }: z.output<typeof saidForm>): Promise<void> {
  if (answer === 'accept' && !told) throw new Invalid('ask_words_untold', { told: 'ask_words_untold' })
  if (answer !== 'none' && !(await takeAnswer(ctx, ask, { ...rest, answer, source: 'staff' })))
    throw new Conflict('ask_state')
  if (note) await ctx.tx.update(asks).set({ note }).where(eq(asks.id, ask.id))
}
