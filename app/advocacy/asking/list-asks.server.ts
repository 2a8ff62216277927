import { and, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { pendingStates } from '#app/advocacy/asking/ask.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { isId } from '#app/platform/id.ts'
import { askKinds, askStates, type AskState } from '#db/enums/advocacy.ts'
import { below } from '#db/keyset.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** What belongs together on a tab. */
export const askGroups = {
  pending: pendingStates,
  yes: ['accepted', 'done'],
  ended: ['declined', 'later', 'expired', 'cancelled', 'lapsed'],
} as const satisfies Record<string, readonly AskState[]>

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const asksFilter = z.object({
  group: z.enum(['pending', 'yes', 'ended']).catch('pending').default('pending'),
  /** One state of them. */
  state: z.enum(askStates).optional().catch(undefined),
  kind: z.enum(askKinds).optional().catch(undefined),
  contact: z.string().refine(isId).optional().catch(undefined),
  /** Only what the reader asks. */
  mine: z.literal('1').optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
})

export type AsksFilter = z.output<typeof asksFilter>

/** What the list and the board narrow alike. */
export const narrowed = (ctx: Ctx, { kind, mine }: Pick<AsksFilter, 'kind' | 'mine'>) =>
  and(
    kind ? eq(asks.kind, kind) : undefined,
    mine ? eq(asks.holderId, ctx.actor.kind === 'user' ? ctx.actor.id : '') : undefined,
  )

/** As many as are written to at a time. */
const mostReserved = 50

/** Asks, the newest first. Whoever may see advocates sees who asks whom. */
export async function listAsks(ctx: Ctx, input: z.input<typeof asksFilter> = {}) {
  const filter = asksFilter.parse(input)
  authorise(ctx, 'advocates.read')
  const from = readCursor(filter.after, 'number')
  const rows = await read(ctx)
    .select({
      id: asks.id,
      kind: asks.kind,
      state: asks.state,
      channel: asks.channel,
      contactId: asks.contactId,
      person: contacts.name,
      accountId: asks.accountId,
      account: accounts.name,
      ownerId: accounts.ownerId,
      holderId: asks.holderId,
      holder: users.name,
      reservedAt: asks.reservedAt,
      reservedUntil: asks.reservedUntil,
      dueAt: asks.dueAt,
      sentAt: asks.sentAt,
      remindedAt: asks.remindedAt,
      answeredAt: asks.answeredAt,
      laterAt: asks.laterAt,
      doneAt: asks.doneAt,
      endedAt: asks.endedAt,
      cancelReason: asks.cancelReason,
      language: asks.language,
    })
    .from(asks)
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .leftJoin(accounts, eq(accounts.id, asks.accountId))
    .leftJoin(users, eq(users.id, asks.holderId))
    .where(
      and(
        filter.state ? eq(asks.state, filter.state) : inArray(asks.state, [...askGroups[filter.group]]),
        narrowed(ctx, filter),
        filter.contact ? eq(asks.contactId, filter.contact) : undefined,
        from ? below(asks.reservedAt, asks.id, from) : undefined,
      ),
    )
    .orderBy(desc(asks.reservedAt), desc(asks.id))
    .limit(filter.limit + 1)
  const shown = rows.slice(0, filter.limit).map((row) => ({
    ...row,
    // What nobody wrote in time is nobody's, whether or not somebody has looked since.
    state: row.state === 'reserved' && row.reservedUntil <= ctx.now() ? ('lapsed' as const) : row.state,
  }))
  const last = rows.length > filter.limit ? shown.at(-1)! : null
  return { asks: shown, next: last ? writeCursor(last.reservedAt, last.id) : null }
}

export type ListedAsk = Awaited<ReturnType<typeof listAsks>>['asks'][number]

/** What the reader has reserved to write a mail and not written yet, the first first: at most 50. */
export async function listReserved(ctx: Ctx) {
  authorise(ctx, 'asks.make')
  if (ctx.actor.kind !== 'user') return []
  const rows = await read(ctx)
    .select({
      id: asks.id,
      kind: asks.kind,
      language: asks.language,
      contactId: asks.contactId,
      person: contacts.name,
      account: accounts.name,
      until: asks.reservedUntil,
      ownSubject: asks.subject,
      ownBody: asks.body,
    })
    .from(asks)
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .leftJoin(accounts, eq(accounts.id, asks.accountId))
    .where(and(eq(asks.holderId, ctx.actor.id), eq(asks.state, 'reserved'), eq(asks.channel, 'mail')))
    .orderBy(asks.reservedAt, asks.id)
    .limit(mostReserved)
  return rows.filter((row) => row.until > ctx.now())
}

export type ReservedAsk = Awaited<ReturnType<typeof listReserved>>[number]
