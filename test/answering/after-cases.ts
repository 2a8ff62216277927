import { logContact } from '#app/cases/log-contact.server.ts'
import type { UserRow } from '#test/make.ts'
import type { World } from '#test/world.ts'

/** The owner of a case speaks to everybody on it. */
export const replyAllDone = (w: World, owner: UserRow, caseId: string) =>
  logContact(w.ctx(owner.actor), { caseId, kind: 'call', text: 'We spoke.' })
