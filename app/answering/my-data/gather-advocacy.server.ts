import { and, asc, eq, notInArray } from 'drizzle-orm'
import { referralPath } from '#app/advocacy/referrals/code.ts'
import { item } from '#app/answering/my-data/item.ts'
import type { Item } from '#app/answering/my-data/my-data.ts'
import type { Sayer } from '#app/answering/my-data/sayer.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { env } from '#app/platform/env.server.ts'
import type { AskState } from '#db/enums/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { referralLinks, referrals } from '#db/schema/advocacy-referrals.ts'

/** What became of an ask, as its customer reads it. */
const askWords: Record<Exclude<AskState, 'reserved' | 'lapsed'>, (typeof words)[keyof typeof words]> = {
  queued: words.meOpen,
  sent: words.meOpen,
  accepted: words.meGiven,
  done: words.meGiven,
  declined: words.meWithdrawn,
  expired: words.meWithdrawn,
  cancelled: words.meWithdrawn,
  later: words.meAdvocateNot,
}

/**
 * What a person was asked for, their own links, and how many came by them. Who came is not theirs to read, and what a
 * colleague is writing is not said yet.
 */
export async function* gatherAdvocacy(ctx: Ctx, contactId: string, say: Sayer): AsyncGenerator<Item> {
  const db = read(ctx)
  const asked = await db
    .select()
    .from(asks)
    .where(and(eq(asks.contactId, contactId), notInArray(asks.state, ['reserved', 'lapsed'])))
    .orderBy(asc(asks.id))
  for (const ask of asked)
    yield item('asks', [
      ['when', ...say.time(ask.sentAt ?? ask.reservedAt)],
      ['subject', ask.subject],
      ['answered', ...say.time(ask.answeredAt)],
      ['state', ask.state, say.t(askWords[ask.state as keyof typeof askWords])],
      ['ended', ...say.time(ask.doneAt ?? ask.endedAt)],
    ])
  const links = await db
    .select()
    .from(referralLinks)
    .where(eq(referralLinks.contactId, contactId))
    .orderBy(asc(referralLinks.createdAt), asc(referralLinks.code))
  for (const { code, createdAt, revokedAt } of links)
    yield item('referrals', [
      ['when', ...say.time(createdAt)],
      ['link', `${env.PUBLIC_URL}${referralPath(code)}`],
      ['ended', ...say.time(revokedAt)],
    ])
  const came = await db
    .select({ at: referrals.createdAt, state: referrals.state })
    .from(referrals)
    .where(eq(referrals.contactId, contactId))
    .orderBy(asc(referrals.createdAt), asc(referrals.id))
  for (const { at, state } of came) {
    const open = state === 'review' || state === 'new' || state === 'qualified'
    yield item('referrals', [
      ['when', ...say.time(at)],
      ['state', open ? 'open' : 'closed', say.t(open ? words.meOpen : words.meClosed)],
    ])
  }
}
