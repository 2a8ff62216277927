import { eq, inArray } from 'drizzle-orm'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { askingWords as words } from '#app/advocacy/asking/words.ts'
import { read, write, type Ctx } from '#app/audit/context.server.ts'
import { standInOf } from '#app/access/absences/works-for.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import type { Teller } from '#app/notifications/notice.ts'
import { notify } from '#app/notifications/notify.server.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** Asks as a notice needs them, by id. */
export async function findToldAsks(ctx: Ctx, ids: string[]) {
  const rows = await read(ctx)
    .select({
      id: asks.id,
      kind: asks.kind,
      state: asks.state,
      channel: asks.channel,
      reservedUntil: asks.reservedUntil,
      dueAt: asks.dueAt,
      subject: asks.subject,
      body: asks.body,
      person: contacts.name,
      account: accounts.name,
      ownerId: accounts.ownerId,
      holderId: asks.holderId,
      holder: users.name,
    })
    .from(asks)
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .leftJoin(accounts, eq(accounts.id, asks.accountId))
    .leftJoin(users, eq(users.id, asks.holderId))
    .where(inArray(asks.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Puts into words that a customer is about to be asked; over once it has left or was stopped. */
export const askTeller: Teller = async (ctx, reader, list) => {
  const found = await findToldAsks(ctx, [...new Set(list.map((notice) => notice.subjectId))])
  const t = translator(reader.locale)
  const format = formats(reader.locale, reader.zone)
  return new Map(
    list.flatMap((notice) => {
      const of = found.get(notice.subjectId)
      if (!of) return []
      const byHand = of.channel === 'hand'
      const text = t(byHand ? words.toldByHand : words.told, {
        holder: of.holder ?? '–',
        person: of.person,
        account: of.account ?? '–',
        kind: t(askKindNames[of.kind]),
        date: of.dueAt === null ? '–' : format.dateTime(of.dueAt),
      })
      return [[notice.id, { text, path: '/asks', over: isAhead(of, ctx.now()) ? null : 'ended' }]]
    }),
  )
}

type Told = NonNullable<Awaited<ReturnType<typeof findToldAsks>> extends Map<string, infer One> ? One : never>

/** Whether it may still be stopped before the customer is asked. */
const isAhead = ({ state, channel, reservedUntil }: Told, now: number) =>
  channel === 'hand' ? state === 'reserved' && reservedUntil > now : state === 'queued'

/**
 * Subscriber of `advocacy.ask_written`, and of `advocacy.ask_reserved` by hand, where nothing is written before: the owner of
 * the account, and who stands in for them, hear of it while they can stop it.
 */
export async function tellOwnerOfAsk(ctx: Ctx, event: EventRow): Promise<void> {
  await write(ctx, async (ctx) => {
    const of = (await findToldAsks(ctx, [event.subjectId])).get(event.subjectId)
    // In whose name a program asks knows of it.
    if (!of?.ownerId || !isAhead(of, ctx.now()) || of.ownerId === of.holderId) return
    const standIn = await standInOf(ctx, of.ownerId)
    await notify(ctx, event, {
      kind: 'ask_written',
      userIds: standIn === null ? [of.ownerId] : [of.ownerId, standIn],
      subject: { kind: 'ask', id: of.id },
    })
  })
}
