import { and, desc, eq, inArray } from 'drizzle-orm'
import { mayStep } from '#app/advocacy/asking/may-step.ts'
import { boardColumns, mostOnColumn } from '#app/advocacy/asking/board.ts'
import { narrowed, type AsksFilter } from '#app/advocacy/asking/list-asks.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { mostOnTab } from '#app/platform/counted.ts'
import type { AskState } from '#db/enums/advocacy.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

/** The pipeline of asks in columns: in each the newest few, and how many there are. Whoever may see advocates sees it. */
export async function getBoard(ctx: Ctx, filter: Pick<AsksFilter, 'kind' | 'mine'>) {
  authorise(ctx, 'advocates.read')
  return Promise.all(
    boardColumns.map(async ({ key, states }) => ({
      key,
      n: await countUpTo(read(ctx), asks, inColumn(ctx, states, filter), mostOnTab),
      cards: await cardsOf(ctx, states, filter),
    })),
  )
}

const inColumn = (ctx: Ctx, states: readonly AskState[], filter: Pick<AsksFilter, 'kind' | 'mine'>) =>
  and(inArray(asks.state, [...states]), narrowed(ctx, filter))

async function cardsOf(ctx: Ctx, states: readonly AskState[], filter: Pick<AsksFilter, 'kind' | 'mine'>) {
  const rows = await read(ctx)
    .select({
      id: asks.id,
      kind: asks.kind,
      state: asks.state,
      channel: asks.channel,
      contactId: asks.contactId,
      person: contacts.name,
      account: accounts.name,
      ownerId: accounts.ownerId,
      holderId: asks.holderId,
      holder: users.name,
      reservedAt: asks.reservedAt,
      reservedUntil: asks.reservedUntil,
      dueAt: asks.dueAt,
      sentAt: asks.sentAt,
      answeredAt: asks.answeredAt,
      laterAt: asks.laterAt,
      doneAt: asks.doneAt,
      endedAt: asks.endedAt,
    })
    .from(asks)
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .leftJoin(accounts, eq(accounts.id, asks.accountId))
    .leftJoin(users, eq(users.id, asks.holderId))
    .where(inColumn(ctx, states, filter))
    .orderBy(desc(asks.reservedAt), desc(asks.id))
    .limit(mostOnColumn)
  return rows.map((row) => ({
    ...row,
    ...mayStep(ctx.actor, row),
    since: row.doneAt ?? row.endedAt ?? row.answeredAt ?? row.sentAt ?? row.reservedAt,
  }))
}

export type BoardCard = Awaited<ReturnType<typeof cardsOf>>[number]
