import { eq } from 'drizzle-orm'
import { addAbsence } from '#app/access/absences/add-absence.server.ts'
import { write } from '#app/audit/context.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { dispatchEvents } from '#app/jobs/dispatch-events.server.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { eventSubscribers } from '#app/subscriptions.server.ts'
import type { RouteTarget, RouteWhen } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'
import { events } from '#db/schema/audit.ts'
import { cases, routingRules } from '#db/schema/cases.ts'
import { jobs } from '#db/schema/jobs.ts'
import type { responses } from '#db/schema/responses.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { insert, type AccountRow } from '#test/make.ts'
import { world } from '#test/world.ts'

/** The day of `monday` in Tokyo, 2 March 2026. */
export const today = 20_514

/** An organisation in which unhappy answers come in, and somebody gets each. */
export async function routing() {
  const w = await world()
  const program = await makeProgram(w)
  const told = new Set<string>()
  let position = 0
  return {
    ...w,
    /** An unhappy answer of somebody new at an account, as the loop lands it. */
    async unhappy(
      account: AccountRow | null,
      {
        severity = 'normal',
        keptFrom = null,
        ...over
      }: { severity?: Severity; keptFrom?: string | null } & Partial<typeof responses.$inferInsert> = {},
    ) {
      w.clock.advance(1_000) // events tell their order by the time
      const contact = await w.contact({ accountId: account?.id ?? null })
      const response = await makeResponse(w, program, { contact, ...over })
      const of = account && { id: account.id, ownerId: account.ownerId }
      const input = { response, severity, account: of, contactId: contact.id, keptFrom }
      return write(w.system(), (ctx) => openOrJoinCase(ctx, input))
    },
    /** A rule, behind those that there are. */
    rule(when: RouteWhen, target: RouteTarget, targetId: string | null, enabled = true) {
      const row = { id: `rul_${++position}`, position, when, target, targetId, enabled, createdAt: 1 }
      return insert(w.store, routingRules, row)
    },
    /** Tells a subscriber of what has happened since, as the worker does. @returns how often it was told */
    async tell(name: string): Promise<number> {
      await dispatchEvents(w.system(), eventSubscribers)
      const mine = (await w.store.db.select().from(jobs)).filter(({ id, payload }) => payload.subscriber === name && !told.has(id)) // prettier-ignore
      for (const { id, payload } of mine) {
        told.add(id)
        const [event] = await w.store.db
          .select()
          .from(events)
          .where(eq(events.id, String(payload.event)))
        const subscriber = eventSubscribers[event!.type]!.find((one) => one.name === name)!
        await (
          await subscriber.load()
        )(w.system(), event!)
      }
      return mine.length
    },
    async caseRow(id: string) {
      return (await w.store.db.select().from(cases).where(eq(cases.id, id)))[0]!
    },
    /** Whose a case is, and why, by its last event that says so. */
    async whose(id: string) {
      const rows = await w.store.db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id)
      const { ownerId, why, forId } = rows.filter((event) => 'ownerId' in event.data).at(-1)!.data
      const [row] = await w.store.db.select().from(cases).where(eq(cases.id, id))
      if (row!.ownerId !== ownerId) throw new Error('the last event names another owner than the case')
      return { ownerId, why, ...(forId !== undefined && { forId }) }
    },
    /** Away from the first day to the last, counted from today. */
    away: (user: { id: string }, from: number, to: number, standIn: { id: string } | null = null) =>
      addAbsence(w.ctx(), {
        userId: user.id,
        from: isoOfDay(today + from),
        to: isoOfDay(today + to),
        standInId: standIn?.id,
      }),
  }
}

export type Routing = Awaited<ReturnType<typeof routing>>
