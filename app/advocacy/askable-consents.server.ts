import { and, eq, inArray } from 'drizzle-orm'
import { listHolds } from '#app/accounts/list-holds.server.ts'
import { consentKinds, type ConsentKind } from '#app/advocacy/consent-texts.ts'
import { holdsAt } from '#app/advocacy/consent-ends.server.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'

/** A kind of consent as the page after a happy answer shows it. */
export interface Askable {
  kind: ConsentKind
  /** It was given on this very answer: it may be taken back here. */
  given: boolean
}

/**
 * What a happy person is asked to agree to: what they haven't agreed to yet, or have on this answer. Nothing while the
 * business holds the person or the company back, nor of who has left.
 */
export async function askableConsents(
  ctx: Ctx,
  of: { contactId: string; accountId: string | null; responseId: string },
): Promise<Askable[]> {
  const db = read(ctx)
  const [person] = await db.select({ state: contacts.state }).from(contacts).where(eq(contacts.id, of.contactId))
  if (person?.state !== 'active') return []
  const held = [
    ...(await listHolds(db, `con:${of.contactId}`)),
    ...(of.accountId ? await listHolds(db, `acc:${of.accountId}`) : []),
  ].filter((hold) => hold.until === null || hold.until > ctx.now())
  if (held.length) return []
  const given = await db
    .select({ kind: consents.askType, responseId: consents.responseId })
    .from(consents)
    .where(
      and(eq(consents.party, `con:${of.contactId}`), holdsAt(ctx.now()), inArray(consents.askType, [...consentKinds])),
    )
  return consentKinds.flatMap((kind) => {
    const known = given.find((one) => one.kind === kind)
    return known && known.responseId !== of.responseId ? [] : [{ kind, given: known !== undefined }]
  })
}
