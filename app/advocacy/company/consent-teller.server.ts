import { eq, inArray, sql } from 'drizzle-orm'
import { standInOf } from '#app/access/absences/works-for.server.ts'
import { companyWords as words } from '#app/advocacy/company/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { read, write, type Ctx } from '#app/audit/context.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import type { Teller } from '#app/notifications/notice.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { consents } from '#db/schema/advocacy.ts'
import { companyConsents } from '#db/schema/advocacy-consents.ts'

/** Consents of companies and of people as a notice needs them, by id. */
export async function findEnding(ctx: Ctx, ids: string[]) {
  const rows = await read(ctx)
    .select({
      id: consents.id,
      kind: consents.askType,
      state: consents.state,
      expiresAt: consents.expiresAt,
      contactId: contacts.id,
      person: contacts.name,
      accountId: accounts.id,
      account: accounts.name,
      ownerId: accounts.ownerId,
      recordedBy: companyConsents.recordedBy,
    })
    .from(consents)
    .leftJoin(companyConsents, eq(companyConsents.consentId, consents.id))
    .leftJoin(contacts, sql`${consents.party} = 'con:' || ${contacts.id}`)
    .leftJoin(accounts, sql`${accounts.id} = coalesce(${companyConsents.accountId}, ${contacts.accountId})`)
    .where(inArray(consents.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The page on which it is renewed. */
export const placeOfConsent = (of: { contactId: string | null; accountId: string | null }): string =>
  of.contactId === null ? `/accounts/${of.accountId}/consents` : `/contacts/${of.contactId}`

/** Puts into words that a consent is about to end; over once it has, by whichever way. */
export const consentTeller: Teller = async (ctx, reader, list) => {
  const found = await findEnding(ctx, [...new Set(list.map((notice) => notice.subjectId))])
  const t = translator(reader.locale)
  const format = formats(reader.locale, reader.zone)
  return new Map(
    list.flatMap((notice) => {
      const of = found.get(notice.subjectId)
      if (!of || of.expiresAt === null) return []
      const text = t(words.endsSoon, {
        who: of.person ?? of.account ?? '–',
        kind: t(askKindNames[of.kind]),
        date: format.date(of.expiresAt),
      })
      return [[notice.id, { text, path: placeOfConsent(of), over: of.state === 'given' ? null : 'ended' }]]
    }),
  )
}

/** Subscriber of `advocacy.consent_ending`: the owner of the account, who stands in for them, and who had kept it. */
export async function tellOfEnd(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const of = (await findEnding(ctx, [event.subjectId])).get(event.subjectId)
    if (of?.state !== 'given') return
    const standIn = of.ownerId === null ? null : await standInOf(ctx, of.ownerId)
    const userIds = [of.ownerId, standIn, of.recordedBy].filter((id) => id !== null)
    await notify(ctx, event, { kind: 'consent_ends', userIds, subject: { kind: 'consent', id: of.id } })
  })
}
