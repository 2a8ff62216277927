import { and, asc, eq } from 'drizzle-orm'
import { standInOf } from '#app/access/absences/works-for.server.ts'
import { authorise, read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { casesShownTo } from '#app/cases/kept-cases.server.ts'
import { rankCase } from '#app/cases/rank-case.server.ts'
import { dueWhenReplied } from '#app/cases/rank.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { turnClock } from '#app/cases/sla/turn-clock.server.ts'
import { after, type CaseVerb } from '#app/cases/transitions.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { newId } from '#app/platform/ids.server.ts'
import { users } from '#db/schema/access.ts'
import { caseEntries, casePeople, cases, type entryKinds } from '#db/schema/cases.ts'

export type CaseRow = typeof cases.$inferSelect

/** With whose work it is today: the owner's, and of who stands in for them (`userId`). @throws NotFound */
export async function findCase(
  ctx: Ctx,
  caseId: string,
): Promise<CaseRow & { teamId: string | null; ownerName: string; userId: string | null }> {
  if (!isId(caseId)) throw new NotFound()
  const [row] = await read(ctx)
    .select({ found: cases, teamId: users.teamId, ownerName: users.name })
    .from(cases)
    .innerJoin(users, eq(users.id, cases.ownerId))
    .where(and(eq(cases.id, caseId), casesShownTo(ctx)))
  if (!row) throw new NotFound()
  const { found, teamId, ownerName } = row
  return { ...found, teamId, ownerName, userId: await standInOf(ctx, found.ownerId) }
}

/** Whoever does this has the case before them again. */
const wakes: ReadonlySet<CaseVerb> = new Set(['assign', 'resolve', 'close', 'dismiss', 'reopen', 'wake'])

export interface Change {
  caseId: string
  verb: CaseVerb
  /** `cases.<what happened>` */
  event: string
  /** The version that the page showed. */
  lockVersion?: number
  set?: Partial<typeof cases.$inferInsert>
  data?: Record<string, unknown>
  /** Said in the caller's words, kept in the timeline. */
  entry?: {
    kind: (typeof entryKinds)[number]
    text: string | null | undefined
    /** Made by the caller when it needs it. */
    id?: string
  }
}

/**
 * Changes one case as its state allows: permission, guard, conditional update, entry and event in one transaction.
 * @throws Forbidden, Conflict `case_state` when the state refuses the verb, `case_changed` when somebody was faster
 */
export async function changeCase(ctx: TxCtx, change: Change): Promise<CaseRow> {
  const found = await findCase(ctx, change.caseId)
  authorise(ctx, 'cases.work', found)
  const state = after(found.state, change.verb)
  if (change.lockVersion !== undefined && change.lockVersion !== found.lockVersion) throw new Conflict('case_changed')
  if (!state) throw new Conflict('case_state')
  const clock = await turnClock(ctx, found, state)
  const [row] = await ctx.tx
    .update(cases)
    .set({
      ...(wakes.has(change.verb) && { snoozedUntil: null }),
      ...change.set,
      ...clock,
      state,
      lockVersion: found.lockVersion + 1,
    })
    .where(and(eq(cases.id, found.id), eq(cases.lockVersion, found.lockVersion)))
    .returning()
  if (!row) throw new Conflict('case_changed')
  if (change.verb !== 'note') await remark(ctx, found.id)
  if (change.entry?.text) await addEntry(ctx, found.id, change.entry.kind, change.entry.text, change.entry.id)
  await recordEvent(ctx, {
    type: change.event,
    subject: { kind: 'case', id: found.id },
    accountId: found.accountId,
    data: {
      ...(state === found.state ? {} : { from: found.state, to: state }),
      ...change.data,
    },
  })
  return row
}

export async function addEntry(
  ctx: TxCtx,
  caseId: string,
  kind: (typeof entryKinds)[number],
  text: string,
  id = newId('cen', ctx.now()),
): Promise<string> {
  await ctx.tx.insert(caseEntries).values({
    id,
    caseId,
    kind,
    authorId: ctx.actor.id ?? ctx.actor.kind,
    text,
    at: ctx.now(),
  })
  return id
}

/** The next reply due and the place in the queue, from those who still wait. */
export async function clockOf(ctx: TxCtx, found: Pick<CaseRow, 'id' | 'accountId' | 'severity' | 'replyDueAt'>) {
  const [first] = await ctx.tx
    .select({ at: casePeople.replyDueAt })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, found.id), eq(casePeople.state, 'waiting')))
    .orderBy(asc(casePeople.replyDueAt))
    .limit(1)
  const rank = await rankCase(ctx, { ...found, dueAt: first?.at ?? dueWhenReplied(ctx.now()) })
  return { replyDueAt: first?.at ?? found.replyDueAt, ...rank }
}
