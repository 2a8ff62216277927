import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'

/** An event for each account that changed hands by an import, its undo, the API or a merge, so that other rooms hear of it. */
export async function tellMoved(ctx: TxCtx, list: { id: string; from: string | null; to: string | null }[]) {
  for (const { id, from, to } of list)
    if (from !== to)
      await recordEvent(ctx, {
        type: 'accounts.moved_by_list',
        subject: { kind: 'account', id },
        accountId: id,
        data: { from, to },
      })
}
