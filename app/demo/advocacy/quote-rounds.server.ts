import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { answerQuote } from '#app/advocacy/quotes/answer-quote.server.ts'
import { changeQuote } from '#app/advocacy/quotes/change-quote.server.ts'
import { makeQuote } from '#app/advocacy/quotes/make-quote.server.ts'
import { editProof } from '#app/advocacy/quotes/proof-settings.server.ts'
import { mayStep } from '#app/advocacy/quotes/quote.ts'
import { whyNotSend } from '#app/advocacy/quotes/why-not-send.server.ts'
import { as, read, type Ctx } from '#app/audit/context.server.ts'
import { inHours } from '#app/demo/days.ts'
import { between, chance } from '#app/demo/random.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import type { Worker } from '#app/demo/work-through.server.ts'
import { DAY, MINUTE } from '#app/platform/day.ts'
import { consents } from '#db/schema/advocacy.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { responses } from '#db/schema/responses.ts'

/** So many weeks before the anchor the first quote is made, one every so many days. */
const from = 40 * 7 * DAY
const every = 10 * DAY

/** What becomes of one after the other. */
const fates = ['published', 'published', 'withdrawn', 'published', 'declined', 'published', 'approved', 'draft', 'sent'] as const // prettier-ignore

type Quote = typeof quotes.$inferSelect

/** Out of what happy customers wrote and agreed to: drafts, some sent, most of these approved and published. */
export function planQuotes(stage: Stage, worker: Worker): void {
  stage.timeline.add(stage.anchor - from, {
    alone: (ctx) => editProof(as(ctx, stage.colleague('admin')), { shown: true, origins: '' }),
  })
  for (let n = 0, at = stage.anchor - from + DAY; at < stage.anchor - DAY; n++, at += every)
    stage.timeline.add(inHours(at), { alone: (ctx) => makeOne(stage, worker, ctx, fates[n % fates.length]!) })
}

async function makeOne(stage: Stage, worker: Worker, ctx: Ctx, fate: (typeof fates)[number]): Promise<void> {
  const answer = await nextAnswer(stage, ctx)
  if (!answer) return
  const { responseId, key } = answer
  const own = as(ctx, stage.colleague('marketer'))
  const { id } = await makeQuote(own, { responseId })
  const row = await quoteOf(ctx, id)
  if (fate === 'draft' || !row || (await ctx.store.write((tx) => whyNotSend({ ...ctx, tx }, row))) !== null) return
  await changeQuote(own, { id, lockVersion: row.lockVersion, verb: 'send' })
  const at = stage.clock.now()
  stage.timeline.add(at + 2 * MINUTE, { alone: () => worker.work() })
  if (fate === 'sent') return
  const step = (days: number, act: (ctx: Ctx, row: Quote) => Promise<void>) =>
    stage.timeline.add(inHours(at + days * DAY), {
      alone: async (ctx) => {
        const row = await quoteOf(ctx, id)
        if (row) await act(ctx, row)
      },
    })
  const days = between(1, 8, 'approves when', key)
  step(days, (ctx, row) => approve(ctx, row, fate === 'declined'))
  if (fate !== 'published' && fate !== 'withdrawn') return
  step(days + 2, async (ctx, row) => {
    if (mayStep(row.state, 'publish')) await changeQuote(as(ctx, stage.colleague('marketer')), { id, lockVersion: row.lockVersion, verb: 'publish' }) // prettier-ignore
  })
  if (fate !== 'withdrawn') return
  step(days + 30, async (ctx, { generation, contactId, state }) => {
    if (mayStep(state, 'withdraw')) await answerQuote(as(ctx, { kind: 'contact', id: contactId }), { id, verb: 'withdraw', generation }) // prettier-ignore
  })
}

async function approve(ctx: Ctx, row: Quote, declines: boolean): Promise<void> {
  const { id, lockVersion, generation, text, contactId, state } = row
  if (!mayStep(state, declines ? 'decline' : 'approve')) return
  const customer = as(ctx, { kind: 'contact', id: contactId })
  await answerQuote(
    customer,
    declines
      ? { id, verb: 'decline', generation, lockVersion }
      : { id, verb: 'approve', generation, lockVersion, text, name: chance('named', text) < 0.7, title: true, company: true }, // prettier-ignore
  )
}

/** A happy answer with words whose person agreed to be quoted and has no quote yet: the same in every demo. */
async function nextAnswer(stage: Stage, ctx: Ctx): Promise<{ responseId: string; key: string } | null> {
  const quoted = read(ctx).select({ id: quotes.contactId }).from(quotes)
  const rows = await read(ctx)
    .select({ responseId: responses.id, contactId: responses.contactId, at: responses.answeredAt })
    .from(consents)
    .innerJoin(responses, eq(responses.id, consents.responseId))
    .where(
      and(
        eq(consents.askType, 'quote'),
        eq(consents.state, 'given'),
        eq(responses.state, 'counted'),
        eq(responses.class, 'high'),
        isNotNull(responses.comment),
        sql`${responses.contactId} not in ${quoted}`,
      ),
    )
    .orderBy(asc(responses.answeredAt))
  const named = rows.flatMap(({ responseId, contactId, at }) => {
    const person = contactId === null ? undefined : stage.people.get(contactId)
    return person ? [{ responseId, key: `${person.externalId}/${at}` }] : []
  })
  const by = ({ key }: { key: string }) => chance('quoted', key)
  return named.toSorted((a, b) => by(a) - by(b))[0] ?? null
}

async function quoteOf(ctx: Ctx, id: string): Promise<Quote | undefined> {
  const [row] = await read(ctx).select().from(quotes).where(eq(quotes.id, id))
  return row
}
