import { and, eq, inArray } from 'drizzle-orm'
import { askerOf } from '#app/advocacy/asking/asker.server.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { queueAsk } from '#app/advocacy/asking/queue-ask.server.ts'
import { reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { stopAsk } from '#app/advocacy/asking/stop-ask.server.ts'
import { pendingStates } from '#app/advocacy/asking/ask.ts'
import { blockWords } from '#app/advocacy/asking/words.ts'
import { askKind } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { endBody, endItem, reserveBody, reserveItem, writeBody, writeItem } from '#app/integrations/advocacy-bodies.ts'
import { eachItem, type Came, type Saying } from '#app/integrations/each-item.server.ts'
import { findContact } from '#app/integrations/find-contact.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { translate } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import type { AskKind, AskState } from '#db/enums/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/**
 * Reserves an ask of each of these people in the name of a colleague. Who is reserved, written to or asked for the same by
 * them already is `unchanged`: the same call once more takes no second place in any budget.
 */
export async function reserveMany(ctx: Ctx, body: unknown, saying: Saying) {
  authorise(ctx, 'asks.make')
  const { kind, askedBy, channel, items } = reserveBody.parse(body)
  const asker = await askerOf(ctx, askedBy)
  return eachItem(items, reserveItem, saying, async ({ contact }): Promise<Came & Record<string, unknown>> => {
    const contactId = await findContact(ctx, contact)
    const got = await reserveAsk(ctx, { kind, contactId, channel, askedBy }).catch((error: unknown) => {
      throw error instanceof NotFound ? new NotFound('no_advocate') : error
    })
    if (got.kind === 'reserved') return { status: 'reserved', id: got.askId, contactId, until: iso(got.until) }
    const own = asker && (await openAsk(ctx, { contactId, kind, holderId: asker.id }))
    if (own) return { status: 'unchanged', id: own, contactId }
    const why = got.blocks.map((block) => translate(saying.locale, blockWords[block]))
    return {
      status: 'rejected',
      code: 'ask_forbidden',
      detail: formats(saying.locale, 'UTC').list(why),
      contactId,
      blocks: got.blocks,
    }
  })
}

/** Hands over what is reserved, in words of its own or of its language. The same words again change nothing. */
export async function writeMany(ctx: Ctx, body: unknown, saying: Saying) {
  authorise(ctx, 'asks.make')
  const { askedBy, texts, items } = writeBody.parse(body)
  await askerOf(ctx, askedBy)
  return eachItem(items, writeItem, saying, async ({ id, subject, body }) => {
    const ask = await findAsk(ctx, id)
    const language = ask.language === 'ja' ? 'ja' : 'en'
    const own = subject !== undefined && body !== undefined ? { subject, body } : null
    const text = own ?? texts[language] ?? (await askKind(ctx, ask.kind)).content.wording[language]
    const { dueAt } = await queueAsk(ctx, { askId: id, askedBy, subject: text.subject, body: text.body })
    return { status: ask.state === 'queued' ? 'unchanged' : 'queued', id, dueAt: iso(dueAt) }
  })
}

/** Stops asks, or says that what was agreed to is done. One that is there already is `unchanged`. */
export async function endMany(ctx: Ctx, verb: 'stop' | 'finish', body: unknown, saying: Saying) {
  authorise(ctx, verb === 'stop' ? 'asks.stop' : 'asks.make', { ownerId: 'anybody' })
  const { items } = endBody.parse(body)
  const ended: AskState = verb === 'stop' ? 'cancelled' : 'done'
  return eachItem(items, endItem, saying, async ({ id, why }) => {
    const { state } = await findAsk(ctx, id)
    if (state === ended) return { status: 'unchanged', id }
    try {
      await (verb === 'stop' ? stopAsk(ctx, { askId: id, why }) : finishAsk(ctx, id))
    } catch (error) {
      // Somebody was faster, with the same.
      if (error instanceof Conflict && (await findAsk(ctx, id)).state === ended) return { status: 'unchanged', id }
      throw error
    }
    return { status: verb === 'stop' ? 'stopped' : 'done', id }
  })
}

const iso = (at: number) => new Date(at).toISOString()

async function findAsk(ctx: Ctx, id: string) {
  const [row] = await read(ctx)
    .select({ kind: asks.kind, state: asks.state, language: asks.language })
    .from(asks)
    .where(eq(asks.id, id))
  if (!row) throw new NotFound('ask_unknown')
  return row
}

async function openAsk(ctx: Ctx, of: { contactId: string; kind: AskKind; holderId: string }): Promise<string | null> {
  const [row] = await read(ctx)
    .select({ id: asks.id })
    .from(asks)
    .where(
      and(
        eq(asks.contactId, of.contactId),
        eq(asks.kind, of.kind),
        eq(asks.holderId, of.holderId),
        inArray(asks.state, [...pendingStates]),
      ),
    )
    .limit(1)
  return row?.id ?? null
}
