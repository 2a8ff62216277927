import type { Person } from '#app/demo/people.ts'
import { inHours } from '#app/demo/days.ts'
import { chance } from '#app/demo/random.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import { upsertAccounts } from '#app/integrations/upsert-customers.server.ts'
import { DAY } from '#app/platform/day.ts'
import { translator } from '#app/platform/words.ts'

/** The CRM says in time in which stage each company is. */
export function planStages(stage: Stage, people: Person[]): void {
  const companies = new Map(people.map(({ company }) => [company.n, company]))
  for (const { externalId, stages } of companies.values())
    for (const { name, daysAgo } of stages.slice(1))
      stage.timeline.add(inHours(stage.anchor - (daysAgo + chance('hour', externalId, name)) * DAY), {
        alone: async (ctx) =>
          void (await upsertAccounts(ctx, { items: [{ externalId, stage: name }] }, translator('en'))),
      })
}
