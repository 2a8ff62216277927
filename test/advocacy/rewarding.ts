import { asc, eq, inArray } from 'drizzle-orm'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { addReferral } from '#app/advocacy/referrals/add-referral.server.ts'
import { changeReferral } from '#app/advocacy/referrals/change-referral.server.ts'
import { rewardSubscribers } from '#app/advocacy/rewards/reward-subscribers.server.ts'
import { editRule, getRule } from '#app/advocacy/rewards/rules.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { AskKind } from '#db/enums/advocacy.ts'
import type { RewardRule } from '#db/enums/advocacy-rewards.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { rewards } from '#db/schema/advocacy-rewards.ts'
import { events } from '#db/schema/audit.ts'
import type { World } from '#test/world.ts'

type Typed = Partial<Record<'points' | 'amount' | 'currency' | 'listId' | 'thingEn' | 'thingJa', string>> & {
  gift?: 'none' | 'amount' | 'code' | 'thing'
  on?: 'on'
  pointsAnyway?: 'on'
}

/** A colleague writes a rule as the form posts it. */
export async function setRule(w: World, rule: RewardRule, over: Typed = {}) {
  w.clock.advance(1)
  const base = (await getRule(w.ctx(), rule)).number
  return editRule(w.ctx(), rule, { base, on: 'on', points: '10', pointsAnyway: 'on', gift: 'none', ...over })
}

/** Hands every event that earns something to its subscriber, as the jobs do. */
export async function deliver(w: World): Promise<void> {
  const rows = await w.store.db.select().from(events).where(inArray(events.type, Object.keys(rewardSubscribers))).orderBy(asc(events.at), asc(events.id)) // prettier-ignore
  for (const event of rows)
    for (const subscriber of rewardSubscribers[event.type]!) await (await subscriber.load())(w.system(), event)
}

let leads = 0
/** A customer recommends us to somebody new. */
export async function referred(w: World, contactId: string): Promise<string> {
  const n = ++leads
  w.clock.advance(1)
  const lead = { name: `Lead ${n}`, email: `lead${n}@lead${n}.example`, company: `Lead ${n}` }
  return (await addReferral(w.ctx(), { contactId, ...lead })).id
}

/** Moves a referral, and hands its events on. */
export async function move(w: World, id: string, ...verbs: ('qualify' | 'win' | 'lose' | 'reopen')[]): Promise<void> {
  for (const verb of verbs) {
    w.clock.advance(1)
    await changeReferral(w.ctx(), { id, verb, ...(verb === 'win' && { amount: '¥1,000' }), ...(verb === 'lose' && { reason: 'No' }) }) // prettier-ignore
    await deliver(w)
  }
}

/** What somebody said yes to is done. */
export async function done(
  w: World,
  contactId: string,
  kind: AskKind,
  accountId: string | null = null,
): Promise<string> {
  const id = newId('ask', w.now())
  w.clock.advance(1)
  await w.store.write(async (tx) => {
    await tx.insert(asks).values({ id, kind, version: 0, contactId, accountId, state: 'accepted', channel: 'hand', holderId: w.admin.id!, reservedAt: w.now(), reservedUntil: w.now(), quarter: 8104, language: 'en' }) // prettier-ignore
  })
  await finishAsk(w.ctx(), id)
  await deliver(w)
  return id
}

export const ledger = (w: World) => w.store.db.select().from(rewards).orderBy(asc(rewards.earnedAt), asc(rewards.id))
export const rewardRow = async (w: World, id: string) => (await w.store.db.select().from(rewards).where(eq(rewards.id, id)))[0]! // prettier-ignore
