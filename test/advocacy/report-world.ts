import { eq } from 'drizzle-orm'
import { answerAsk } from '#app/advocacy/asking/answer-ask.server.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { queueAsk } from '#app/advocacy/asking/queue-ask.server.ts'
import { reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { guardAsk, settleAsk } from '#app/advocacy/asking/send-ask.server.ts'
import { addReferral } from '#app/advocacy/referrals/add-referral.server.ts'
import { changeReferral } from '#app/advocacy/referrals/change-referral.server.ts'
import type { ReferralVerb } from '#app/advocacy/referrals/referral.ts'
import { write } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { AskKind, AskState } from '#db/enums/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { messages } from '#db/schema/email.ts'
import { insert } from '#test/make.ts'
import type { World } from '#test/world.ts'

const words = { subject: 'A favour, {name}', body: 'Would you?\n\n{sender}' }

/** Lets the mail of a written ask leave when it is due, through the last look. @returns whether it left */
export async function leaves(w: World, askId: string): Promise<boolean> {
  const [ask] = await w.store.db.select().from(asks).where(eq(asks.id, askId))
  if (ask?.dueAt == null) return false
  w.clock.set(Math.max(w.now(), ask.dueAt))
  const [mail] = await w.store.db.select().from(messages).where(eq(messages.refId, askId))
  if (!mail || (await write(w.system(), (ctx) => guardAsk(ctx, mail))) !== null) return false
  await w.store.write(async (tx) => void (await tx.update(messages).set({ state: 'sent', sentAt: w.now() }).where(eq(messages.id, mail.id)))) // prettier-ignore
  await write(w.system(), (ctx) => settleAsk(ctx, mail, 'sent'))
  return true
}

/** Asks a person by mail, as colleagues do: reserved, written, sent. */
export async function asked(w: World, contactId: string, kind: AskKind = 'referral', ctx = w.ctx()): Promise<string> {
  const got = await reserveAsk(ctx, { kind, contactId })
  if (got.kind !== 'reserved') throw new Error(`refused: ${got.blocks.join()}`)
  await queueAsk(ctx, { askId: got.askId, ...words })
  if (!(await leaves(w, got.askId))) throw new Error('the mail did not leave')
  return got.askId
}

/** What the person answers; `done`: a yes that came about. */
export async function says(w: World, contactId: string, askId: string, what: 'accept' | 'decline' | 'done') {
  const ctx = w.ctx({ kind: 'contact', id: contactId })
  await answerAsk(ctx, { askId, answer: what === 'done' ? 'accept' : what, language: 'en' })
  if (what === 'done') await finishAsk(w.ctx(), askId)
}

let leads = 0

/** A referral of a person, moved on by verbs; `amount`: what it is worth when it is won. */
export async function referred(w: World, contactId: string, verbs: ReferralVerb[] = [], amount = '¥1,000') {
  const n = ++leads
  const { id } = await addReferral(w.ctx(), { contactId, name: `Lead ${n}`, email: `lead${n}@elsewhere${n}.example`, company: `Elsewhere ${n}` }) // prettier-ignore
  for (const verb of verbs) await changeReferral(w.ctx(), { id, verb, reason: 'because', amount })
  return id
}

/** An ask as a year of work leaves it, for tests that need many. */
export async function pastAsk(w: World, contactId: string, { sentAt = w.now(), state = 'expired', kind = 'referral' }: { sentAt?: number; state?: AskState; kind?: AskKind } = {}) {
  return insert(w.store, asks, {
    id: newId('ask', sentAt),
    kind,
    version: 0,
    contactId,
    state,
    channel: 'mail',
    holderId: w.admin.id!,
    reservedAt: sentAt,
    reservedUntil: sentAt,
    quarter: 0,
    language: 'en',
    sentAt,
  })
} // prettier-ignore
