import { count, inArray, type SQL } from 'drizzle-orm'
import type { Ahead } from '#app/accounts/undo/ahead.ts'
import type { MadeIds } from '#app/accounts/undo/grown-here.server.ts'
import { weightier, type KeptReason } from '#app/accounts/undo/kept.ts'
import type { GrownElsewhere } from '#app/accounts/undo/made-facts.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { referralLinks, referrals } from '#db/schema/advocacy-referrals.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { invitations, outreach, preferences, waveChoices } from '#db/schema/delivery.ts'
import { responses } from '#db/schema/responses.ts'
import { voices } from '#db/schema/voices.ts'
import type { Db } from '#db/store/store.ts'

/**
 * What customers and colleagues have done since with rows that an import made. `ownWish` are people whose wish for no
 * mail comes from the batch itself: it alone is no growth.
 */
export const grownElsewhere =
  (ownWish: ReadonlySet<string>): GrownElsewhere =>
  async (ctx, made, ahead) => {
    const grown = new Map<string, KeptReason>()
    const note = (id: string | null, reason: KeptReason) => {
      if (id !== null) grown.set(id, weightier(grown.get(id), reason))
    }
    for (const reason of ['answered', 'invited'] as const)
      for (const [id, n] of await answersAndInvitations(ctx, made, reason))
        if (n - ahead.gone('answers', id) > 0) note(id, reason)
    for (const { of, what, reason } of ties) {
      const ids = of === 'contact' ? made.contactIds : made.accountIds
      if (!ids.length) continue
      for (const { id, more } of await what(read(ctx), ids)) if (more !== 'all' || !ownWish.has(id!)) note(id, reason)
    }
    return grown
  }

type Found = { id: string | null; more?: string }[]

/** Where else a row may be named. `more`: the scope of a wish. */
const ties: { of: 'contact' | 'account'; reason: KeptReason; what: (db: Db, ids: string[]) => PromiseLike<Found> }[] = [
  { of: 'contact', reason: 'invited', what: (db, ids) => db.selectDistinct({ id: outreach.contactId }).from(outreach).where(inArray(outreach.contactId, ids)) },
  { of: 'contact', reason: 'case', what: (db, ids) => db.selectDistinct({ id: casePeople.contactId }).from(casePeople).where(inArray(casePeople.contactId, ids)) },
  { of: 'contact', reason: 'advocate', what: (db, ids) => db.select({ id: advocates.contactId }).from(advocates).where(inArray(advocates.contactId, ids)) },
  { of: 'contact', reason: 'advocate', what: (db, ids) => db.selectDistinct({ id: referralLinks.contactId }).from(referralLinks).where(inArray(referralLinks.contactId, ids)) },
  { of: 'contact', reason: 'advocate', what: (db, ids) => db.selectDistinct({ id: referrals.contactId }).from(referrals).where(inArray(referrals.contactId, ids)) },
  { of: 'contact', reason: 'voice', what: (db, ids) => db.selectDistinct({ id: voices.contactId }).from(voices).where(inArray(voices.contactId, ids)) },
  { of: 'contact', reason: 'wish', what: (db, ids) => db.select({ id: preferences.contactId, more: preferences.scope }).from(preferences).where(inArray(preferences.contactId, ids)) },
  { of: 'contact', reason: 'chosen', what: (db, ids) => db.selectDistinct({ id: waveChoices.contactId }).from(waveChoices).where(inArray(waveChoices.contactId, ids)) },
  { of: 'account', reason: 'case', what: (db, ids) => db.selectDistinct({ id: cases.accountId }).from(cases).where(inArray(cases.accountId, ids)) },
  { of: 'account', reason: 'advocate', what: (db, ids) => db.selectDistinct({ id: asks.accountId }).from(asks).where(inArray(asks.accountId, ids)) },
  { of: 'account', reason: 'advocate', what: (db, ids) => db.selectDistinct({ id: referrals.accountId }).from(referrals).where(inArray(referrals.accountId, ids)) },
  { of: 'account', reason: 'voice', what: (db, ids) => db.selectDistinct({ id: voices.accountId }).from(voices).where(inArray(voices.accountId, ids)) },
] // prettier-ignore

/** How many answers, or invitations (each answer has one), hang on each row. */
async function answersAndInvitations(
  ctx: Ctx,
  { contactIds, accountIds }: MadeIds,
  which: 'answered' | 'invited',
): Promise<Map<string, number>> {
  const table = which === 'answered' ? responses : invitations
  const found = new Map<string, number>()
  for (const [column, ids] of [
    [table.contactId, contactIds],
    [table.accountId, accountIds],
  ] as const) {
    // prettier-ignore
    if (!ids.length) continue
    const where: SQL = inArray(column, ids)
    const rows = await read(ctx).select({ id: column, n: count() }).from(table).where(where).groupBy(column)
    for (const { id, n } of rows) found.set(id!, n)
  }
  return found
}

/** Notes answers that will be gone from the people and accounts that they hang on. */
export function noteGoneAnswers(ahead: Ahead, answers: { contactId: string | null; accountId: string | null }[]) {
  for (const { contactId, accountId } of answers) {
    ahead.less('answers', contactId)
    ahead.less('answers', accountId)
  }
}
