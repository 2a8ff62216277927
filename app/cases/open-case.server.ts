import { and, eq, min, sql } from 'drizzle-orm'
import { getWorkingCalendar } from '#app/access/get-calendar.server.ts'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { replyDue, resolveDue, worse } from '#app/cases/due.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { findOnCase, landPerson } from '#app/cases/land-person.server.ts'
import { rankCase } from '#app/cases/rank-case.server.ts'
import { cancelRecovery } from '#app/cases/recovery/cancel-recovery.server.ts'
import { routeCase } from '#app/cases/routing/route-case.server.ts'
import { routeJoined } from '#app/cases/routing/route-joined.server.ts'
import { pausesOf } from '#app/cases/sla/clock-rows.server.ts'
import { findTarget } from '#app/cases/sla/find-target.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { instantAfter, nextMark } from '#app/cases/sla/run.ts'
import { wakeUp } from '#app/cases/snoozing/wake-up.server.ts'
import { turnClock } from '#app/cases/sla/turn-clock.server.ts'
import { subjectKeyOf } from '#app/cases/subject-key.ts'
import { MINUTE } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'
import type { Class } from '#db/schema/responses.ts'
import type { LandReason } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'
import { statement } from '#db/statement.ts'

export interface UnhappyAnswer {
  /** `answeredAt`: when the accepted revision was given. */
  response: { id: string; score: number; class: Class; answeredAt: number }
  severity: Severity
  /** Why it is on a case at all. */
  why?: LandReason
  account: { id: string; ownerId: string | null } | null
  contactId: string | null
  /** The colleague who must not see it. */
  keptFrom?: string | null
}

/** What a colleague heard or read, and took for unhappy. */
export type UnhappyVoice = Omit<UnhappyAnswer, 'response' | 'why' | 'keptFrom'> & { voice: { id: string } }

interface Said extends Omit<UnhappyAnswer, 'response'> {
  responseId: string | null
  /** Stands for who said it when nothing of them is known. */
  key: string
  /** When the clock starts. */
  at: number
  /** What the event says of it. */
  data: Record<string, unknown>
}

export interface Landed {
  caseId: string
  opened: boolean
}

const p = sql.placeholder

const findLanding = statement((db) =>
  db
    .select({ caseId: casePeople.caseId, at: caseAnswers.at })
    .from(caseAnswers)
    .innerJoin(casePeople, eq(casePeople.id, caseAnswers.casePersonId))
    .where(eq(caseAnswers.responseId, p('responseId'))),
)
const insertCase = statement((db) =>
  db
    .insert(cases)
    .values({
      id: p('id'),
      subjectKey: p('subjectKey'),
      accountId: p('accountId'),
      state: 'new',
      ownerId: p('ownerId'),
      severity: p('severity'),
      openedAt: p('openedAt'),
      replyDueAt: p('replyDueAt'),
      resolveDueAt: p('resolveDueAt'),
      policyVersion: p('policyVersion'),
      nextMarkAt: p('nextMarkAt'),
      waiting: 1,
      lateAt: p('lateAt'),
      rankAt: p('rankAt'),
      rankParts: p('rankParts'),
      reopened: 0,
      lockVersion: 1,
    })
    .onConflictDoNothing()
    .returning({ id: cases.id }),
)
/** Touches the row, so that on PostgreSQL it is locked and cannot close while an answer joins it. */
const lockOpenCase = statement((db) =>
  db
    .update(cases)
    .set({ lockVersion: sql`${cases.lockVersion} + 1` })
    .where(and(eq(cases.subjectKey, p('subjectKey')), isOpen))
    .returning({
      id: cases.id,
      state: cases.state,
      ownerId: cases.ownerId,
      severity: cases.severity,
      openedAt: cases.openedAt,
      resolveDueAt: cases.resolveDueAt,
      pausedAt: cases.pausedAt,
      policyVersion: cases.policyVersion,
      reopened: cases.reopened,
      snoozedUntil: cases.snoozedUntil,
    }),
)
const updateCase = statement((db) =>
  db
    .update(cases)
    .set({
      state: sql`${p('state')}`,
      severity: sql`${p('severity')}`,
      replyDueAt: sql`${p('replyDueAt')}`,
      resolveDueAt: sql`${p('resolveDueAt')}`,
      pausedAt: sql`${p('pausedAt')}`,
      rankAt: sql`${p('rankAt')}`,
      rankParts: p('rankParts') as never,
      reopened: sql`${p('reopened')}`,
      resolvedAt: sql`case when ${cases.state} = 'resolved' then null else ${cases.resolvedAt} end`,
    })
    .where(eq(cases.id, p('id'))),
)
/** Ordering a handful of rows would cost more than finding them. */
const firstDue = statement((db) =>
  db
    .select({ at: min(casePeople.replyDueAt) })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, p('caseId')), eq(casePeople.state, 'waiting'))),
)

/**
 * Lands an unhappy answer in the queue: the open case of the account (or of a person without one) takes it, else a
 * new case is opened. Race-safe by the unique rule of one open case per subject; run again with the same answer
 * (`answeredAt` no later than when it landed) it changes nothing.
 * @throws when no active user can own the case
 */
export async function openOrJoinCase(ctx: TxCtx, input: UnhappyAnswer): Promise<Landed> {
  const { response, ...about } = input
  const landings = await findLanding(ctx.tx, { responseId: response.id })
  const landed = landings.find((landing) => landing.at >= response.answeredAt)
  if (landed) return { caseId: landed.caseId, opened: false }
  const data = { responseId: response.id, score: response.score, class: response.class }
  return landSaid(ctx, { ...about, responseId: response.id, key: response.id, at: response.answeredAt, data })
}

/** The same for what was heard elsewhere: somebody who waits, without an answer. The caller sees to it that it lands once. */
export function openOrJoinCaseOfVoice(ctx: TxCtx, input: UnhappyVoice): Promise<Landed> {
  const { voice, ...about } = input
  return landSaid(ctx, { ...about, responseId: null, key: voice.id, at: ctx.now(), data: { voiceId: voice.id } })
}

const none = new Set<never>()

async function landSaid(ctx: TxCtx, said: Said): Promise<Landed> {
  const { responseId, severity, account, contactId, keptFrom = null, why: reason = 'score' } = said
  const at = Math.max(ctx.now(), said.at)
  const subjectKey = subjectKeyOf(account, contactId, said.key)
  const about = { accountId: account?.id ?? null, contactId }
  const data = responseId ? { ...said.data, by: reason } : said.data
  const words = responseId ? { responseId } : { voiceId: said.key }
  const person = { contactId, responseId, severity, from: said.at, at, why: reason }

  // A case may close between the two statements; then the next round opens a new one.
  for (let round = 0; round < 3; round++) {
    const joined = await join()
    if (joined) return { caseId: joined, opened: false }
    const opened = await open()
    if (opened) return { caseId: opened, opened: true }
  }
  throw new Error('the case of this subject keeps opening and closing')

  async function open() {
    const id = newId('cas', at)
    const { ownerId, ...why } = await routeCase(ctx, { account, keptFrom, severity, said: words }, id)
    const calendar = await getWorkingCalendar(ctx, said.at, ownerId)
    const target = await findTarget(ctx, { accountId: about.accountId, severity })
    const due = replyDue(said.at, target, calendar)
    const resolveDueAt = resolveDue(at, target, calendar)
    const runs = [
      { run: { from: said.at, dueAt: due, pauses: [] }, passed: none },
      { run: { from: at, dueAt: resolveDueAt, pauses: [] }, passed: none },
    ]
    const [row] = await insertCase(ctx.tx, {
      id,
      subjectKey,
      accountId: about.accountId,
      ownerId,
      severity,
      openedAt: at,
      replyDueAt: due,
      resolveDueAt,
      policyVersion: target.version,
      nextMarkAt: nextMark(runs, calendar),
      lateAt: Math.min(due, resolveDueAt),
      ...(await rankCase(ctx, { accountId: about.accountId, severity, dueAt: due })),
    })
    if (!row) return null
    await landPerson(ctx, { ...person, caseId: id, personId: null, due })
    await recordEvent(ctx, {
      type: 'cases.opened',
      subject: { kind: 'case', id },
      ...about,
      data: { ...data, severity, ownerId, ...why },
    })
    return id
  }

  async function join() {
    const [open] = await lockOpenCase(ctx.tx, { subjectKey })
    if (!open) return null
    const personId = await findOnCase(ctx, { caseId: open.id, contactId, responseId })
    const calendar = await getWorkingCalendar(ctx, Math.min(open.openedAt, said.at), open.ownerId)
    const target = await findTarget(ctx, { accountId: about.accountId, severity, version: open.policyVersion })
    const due = replyDue(said.at, target, calendar)
    await landPerson(ctx, { ...person, caseId: open.id, personId, due })
    const worst = worse(open.severity, severity)
    const [first] = await firstDue(ctx.tx, { caseId: open.id })
    const replyDueAt = first?.at ?? due
    const reopens = open.state === 'resolved'
    const state = reopens || open.state === 'waiting' ? 'working' : open.state
    const clock = { pausedAt: open.pausedAt, resolveDueAt: open.resolveDueAt, ...(await turnClock(ctx, open, state)) }
    if (clock.resolveDueAt !== null && worst !== open.severity) {
      const span = target.resolveMinutes * MINUTE
      const sooner = instantAfter(open.openedAt, span, (await pausesOf(ctx, [open.id]))(open.id), calendar)
      clock.resolveDueAt = Math.min(clock.resolveDueAt, sooner)
    }
    await updateCase(ctx.tx, {
      id: open.id,
      state,
      severity: worst,
      replyDueAt,
      ...clock,
      ...(await rankCase(ctx, { accountId: about.accountId, severity: worst, dueAt: replyDueAt })),
      reopened: open.reopened + (reopens ? 1 : 0),
    })
    await recordEvent(ctx, {
      type: 'cases.joined',
      subject: { kind: 'case', id: open.id },
      ...about,
      data: { ...data, severity: worst, reopened: reopens },
    })
    await routeJoined(ctx, {
      caseId: open.id,
      ownerId: open.ownerId,
      about: { account, keptFrom, severity, said: words },
    })
    if (reopens) await cancelRecovery(ctx, open.id)
    await remark(ctx, open.id)
    if (open.snoozedUntil !== null) await wakeUp(ctx, open.id, 'answer')
    return open.id
  }
}
