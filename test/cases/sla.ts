import { and, asc, eq, inArray } from 'drizzle-orm'
import { write } from '#app/audit/context.server.ts'
import { openOrJoinCase } from '#app/cases/open-case.server.ts'
import { passMarks } from '#app/cases/sla/pass-marks.server.ts'
import type { JobRun } from '#app/jobs/job.ts'
import { severities, type Severity } from '#db/enums/surveys.ts'
import { teams } from '#db/schema/access.ts'
import { events } from '#db/schema/audit.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { makeProgram, makeResponse } from '#test/cases/make.ts'
import { world } from '#test/world.ts'

/** An instant by the clocks of Tokyo. */
export const at = (time: string) => Date.parse(`${time}+09:00`)
export const iso = (instant: number | null | undefined) => (instant == null ? null : new Date(instant).toISOString())

/** A job as its handler sees it. */
export const run = (payload: Record<string, unknown> = {}): JobRun => ({
  id: 'job_test',
  attempt: 1,
  payload,
  progress: () => Promise.resolve(),
  stopping: () => false,
})

export const hours = (reply: number, resolve: number) => ({ reply, resolve })
/** A tier's row of the table of times, the same for every severity. */
export const policyRow = (tier: string, reply: number, resolve: number) => {
  const [urgent, high, normal, low] = severities.map(() => hours(reply, resolve)) as [Hours, Hours, Hours, Hours]
  return { tier, urgent, high, normal, low }
}
type Hours = ReturnType<typeof hours>

export type SlaWorld = Awaited<ReturnType<typeof slaWorld>>

/**
 * A colleague with a lead and an account. The world stands at Monday, 2 March 2026, 10:00 in Tokyo; work is Monday to
 * Friday, 9 to 17.
 */
export async function slaWorld() {
  const w = await world()
  const lead = await w.user({ roles: ['lead'] })
  const team = await w.team()
  await w.store.write((tx) => tx.update(teams).set({ leadId: lead.id }).where(eq(teams.id, team.id)))
  const owner = await w.user({ roles: ['csm'], teamId: team.id })
  const account = await w.account({ ownerId: owner.id, tier: 'Standard' })
  return {
    w,
    lead,
    owner,
    account,
    /** Somebody new of an account answers, unhappy. @returns the case in which it landed */
    answer: async (of = account, severity: Severity = 'normal') => {
      const contact = await w.contact({ accountId: of.id })
      const response = await makeResponse(w, await makeProgram(w), { contact })
      const input = { response, severity, account: { id: of.id, ownerId: of.ownerId }, contactId: contact.id }
      return (await write(w.system(), (ctx) => openOrJoinCase(ctx, input))).caseId
    },
    row: async (id: string) => (await w.store.db.select().from(cases).where(eq(cases.id, id)))[0]!,
    peopleOf: (id: string) =>
      w.store.db.select().from(casePeople).where(eq(casePeople.caseId, id)).orderBy(asc(casePeople.id)),
    /** Marks that were told of a case, in their order. */
    told: async (id: string) => {
      const rows = await w.store.db
        .select({ at: events.at, data: events.data })
        .from(events)
        .where(and(eq(events.subjectId, id), inArray(events.type, ['cases.sla_warned', 'cases.sla_missed'])))
      return rows
        .map(({ at, data }) => ({ at, mark: Number(data.mark), said: `${String(data.clock)} ${String(data.mark)}` }))
        .sort((a, b) => a.at - b.at || a.said.slice(0, 6).localeCompare(b.said.slice(0, 6)) || a.mark - b.mark)
        .map((one) => one.said)
    },
    /** It is then, and the job of that minute has run. */
    atTime: async (time: string) => {
      w.clock.set(at(time))
      await passMarks(w.system(), run())
    },
  }
}
