import type { TxCtx } from '#app/audit/context.server.ts'
import type { Language } from '#app/platform/languages.ts'
import { rowsInsert } from '#db/insert-rows.ts'
import { invitations } from '#db/schema/delivery.ts'

const insert = rowsInsert(invitations, ['id', 'programId', 'versionId', 'contactId', 'accountId', 'channel', 'occasion', 'respondentKey', 'state', 'dueAt', 'expiresAt', 'answeredAt', 'language', 'gen', 'isTest', 'createdAt']) // prettier-ignore

/** What an answer of another tool hangs on. */
export interface PastInvitation {
  id: string
  programId: string
  versionId: string
  contactId: string | null
  accountId: string | null
  /** What the answer is known by. */
  key: string
  at: number
  language: Language
  isTest: boolean
}

/**
 * Notes invitations that another tool once sent and that were answered. They count in no response rate, since nobody
 * here knows how many were sent, and in no rule of how often somebody is asked.
 */
export const addPastInvitations = (ctx: TxCtx, past: PastInvitation[]): Promise<void> =>
  insert(
    ctx.tx,
    past.map(({ key, at, ...one }) => ({
      ...one,
      channel: 'import' as const,
      occasion: `ext:${key}`,
      respondentKey: one.contactId ?? key,
      state: 'sent' as const,
      dueAt: at,
      expiresAt: at,
      answeredAt: at,
      gen: 1,
      createdAt: ctx.now(),
    })),
  )
