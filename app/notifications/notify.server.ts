import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import type { EventRow } from '#app/jobs/job.ts'
import { listListeners, type Listener } from '#app/notifications/get-choices.server.ts'
import { hookTries } from '#app/notifications/hook.ts'
import { kindRules, mostMails, type Notice } from '#app/notifications/notice.ts'
import { afterQuiet, nextAt, QUARTER, quarterEnd } from '#app/notifications/quiet.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { NoticeKind } from '#db/enums/notifications.ts'
import { rowsLock } from '#db/lock.ts'
import { users } from '#db/schema/access.ts'
import { notifications } from '#db/schema/notifications.ts'

const lockPeople = rowsLock(users, users.id)

export interface NewNotice {
  kind: NoticeKind
  /** Whom it concerns; who did it themselves is not told. */
  userIds: string[]
  subject: { kind: string; id: string }
  /** Ids and codes that the words of its kind need. */
  data?: Notice['data']
  /** Mail, digest and hook wait until then, milliseconds UTC: who caused it may still change their mind. */
  notBefore?: number
  /** For a series of events that is told once: what stands for it instead of the event. */
  once?: string
}

/**
 * The one door of notifications: tells each of these people of an event, where and when they want to hear of such.
 * Each event once, however often it is called: in the transaction of the subscriber, by a row of its own.
 * @returns how many people are told
 */
export async function notify(ctx: TxCtx, event: EventRow, notice: NewNotice): Promise<number> {
  const self = event.actorKind === 'user' ? event.actorId : null
  const ids = [...new Set(notice.userIds)].filter((id) => id !== self)
  await lockPeople(ctx.tx, ids) // two events at once must not each take the fifth mail for theirs
  let told = 0
  for (const listener of await listListeners(ctx, notice.kind, ids))
    if (await tell(ctx, event, notice, listener)) told++
  return told
}

async function tell(ctx: TxCtx, event: EventRow, notice: NewNotice, to: Listener): Promise<boolean> {
  const { inApp, mail } = to.choice
  const hook = to.choice.hook && to.hasHook
  if (!inApp && mail === 'off' && !hook) return false
  const now = ctx.now()
  const from = Math.max(now, notice.notBefore ?? now)
  const due = afterQuiet(from, to.zone, to.quiet)
  const flooded = mail === 'now' && (await mailsBefore(ctx, to.userId, notice.kind, due)) >= mostMails
  const key = notice.once ?? event.id
  const [made] = await ctx.tx
    .insert(notifications)
    .values({
      id: newId('ntf', now),
      userId: to.userId,
      eventId: key,
      kind: notice.kind,
      subjectKind: notice.subject.kind,
      subjectId: notice.subject.id,
      data: notice.data ?? {},
      inApp,
      at: event.at,
      readAt: inApp ? null : now,
      mailAt: mail === 'now' && !flooded ? due : null,
      digestAt: flooded ? quarterEnd(due) : mail === 'digest' ? nextAt(from, to.zone, to.digestAt) : null,
    })
    .onConflictDoNothing({ target: [notifications.userId, notifications.eventId, notifications.kind] })
    .returning()
  if (!made) return false
  if (made.mailAt !== null) await mailIt(ctx, made, to, due > now ? due : undefined)
  if (hook)
    await enqueue(ctx, {
      kind: 'notifications.call-hook',
      key: `hook/${made.id}`,
      payload: { notificationId: made.id },
      runAt: due,
      maxAttempts: hookTries,
    })
  return true
}

/** How many mails of this kind the person gets in the quarter of an hour up to an instant. */
async function mailsBefore({ tx }: TxCtx, userId: string, kind: NoticeKind, due: number): Promise<number> {
  const recent = tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        eq(notifications.kind, kind),
        gt(notifications.mailAt, due - QUARTER),
        lte(notifications.mailAt, due),
      ),
    )
    .limit(mostMails)
    .as('recent')
  const [row] = await tx.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(recent)
  return row!.n
}

async function mailIt(ctx: TxCtx, made: Notice, to: Listener, dueAt: number | undefined) {
  const { stream, template } = kindRules[made.kind]
  await enqueueMessage(ctx, {
    key: `notice/${made.id}`,
    stream,
    template,
    payload: { ...made.data, kind: made.kind, noticeId: made.id },
    to: { email: to.email, userId: to.userId },
    ref: { kind: made.subjectKind, id: made.subjectId },
    ...(dueAt !== undefined && { dueAt }),
  })
}
