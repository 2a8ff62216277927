import { eq } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { guardNotice } from '#app/notifications/guard-notice.server.ts'
import { notify, type NewNotice } from '#app/notifications/notify.server.ts'
import type { Actor } from '#app/audit/actor.ts'
import type { Message } from '#app/email/template.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { noticeTellers } from '#app/mails.server.ts'
import { events } from '#db/schema/audit.ts'
import { messages } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notificationChoices, notifications, notificationSettings } from '#db/schema/notifications.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { insert, type UserRow } from '#test/make.ts'
import type { World } from '#test/world.ts'

export type EventRow = typeof events.$inferSelect

/** An event of a case, by whoever acts. */
export async function happened(w: World, actor: Actor = w.system().actor, subjectId = 'case_1'): Promise<EventRow> {
  const id = await write(w.ctx(actor), (ctx) => recordEvent(ctx, { type: 'cases.opened', subject: { kind: 'case', id: subjectId } })) // prettier-ignore
  const [event] = await w.store.db.select().from(events).where(eq(events.id, id))
  return event!
}

/** Tells somebody of an event of their case. */
export const tell = (w: World, event: EventRow, userId: string, over: Partial<NewNotice> = {}) =>
  write(w.system(), (ctx) =>
    notify(ctx, event, {
      kind: 'case_opened',
      userIds: [userId],
      subject: { kind: 'case', id: event.subjectId },
      ...over,
    }),
  )

export const noticesOf = (w: World, userId: string) =>
  w.store.db.select().from(notifications).where(eq(notifications.userId, userId)).orderBy(notifications.id)
export const mailsOf = (w: World, userId: string) =>
  w.store.db.select().from(messages).where(eq(messages.userId, userId)).orderBy(messages.id)
/** Why a mail to a colleague would not be sent now; null when it would. */
export const guardOf = (w: World, mail: Message) => write(w.system(), (ctx) => guardNotice(noticeTellers)(ctx, mail))
export const hookJobs = (w: World) => w.store.db.select().from(jobs).where(eq(jobs.kind, 'notifications.call-hook'))

export const choose = (
  w: World,
  user: UserRow,
  choice: Partial<typeof notificationChoices.$inferInsert> = {},
) => insert(w.store, notificationChoices, { userId: user.id, kind: 'case_opened', inApp: true, mail: 'now', hook: true, ...choice }) // prettier-ignore

export const settings = (w: World, user: UserRow, over: Partial<typeof notificationSettings.$inferInsert> = {}) =>
  insert(w.store, notificationSettings, { userId: user.id, digestAt: 510, updatedAt: w.now(), ...over })

/** An open case of an account that is somebody's. */
export async function openCase(w: World, owner: UserRow, name = 'Aoi Trading', score = 3) {
  const account = await w.account({ name, ownerId: owner.id })
  const contact = await w.contact({ accountId: account.id, name: 'Mori Hana' })
  const response = await makeResponse(w, await makeProgram(w), { contact, score, comment: 'Too slow.' })
  const { caseId } = await write(w.system(), (ctx) =>
    openOrJoinCase(ctx, {
      response,
      severity: 'normal',
      account: { id: account.id, ownerId: owner.id },
      contactId: contact.id,
    }),
  )
  const all = await w.store.db.select().from(events).where(eq(events.subjectId, caseId))
  return { caseId, response, contact, account, event: all.find((event) => event.type === 'cases.opened')! }
}

/** One run of a job, without a worker. */
export const run = (w: World, handler: JobHandler, payload: Record<string, unknown> = {}, attempt = 1) =>
  handler(w.system(), { id: 'job_test', attempt, payload, progress: async () => {}, stopping: () => false })
