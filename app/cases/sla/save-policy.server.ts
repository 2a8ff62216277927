import type { z } from 'zod'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { newestVersion, versionAfter } from '#app/cases/sla/find-target.server.ts'
import { checkTable } from '#app/cases/sla/preview-policy.server.ts'
import { rowsOf, savePolicyInput } from '#app/cases/sla/policy.ts'
import { enqueue } from '#app/jobs/enqueue.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { isUniqueViolation } from '#db/fragments.ts'
import { slaPolicies, slaVersions } from '#db/schema/cases.ts'

/**
 * A new version of what is promised, for cases that are opened from now on; open ones keep theirs, or are moved by a job.
 * The same table again makes no version. @returns the version that holds
 * @throws Invalid naming the fields, Conflict `policy_changed` when it was made from an older one
 */
export async function savePolicy(ctx: Ctx, input: z.input<typeof savePolicyInput>): Promise<number> {
  const { base, rows: table, open } = savePolicyInput.parse(input)
  authorise(ctx, 'settings.edit')
  checkTable(table)
  const rows = rowsOf(table)
  const save = () =>
    write(ctx, async (ctx) => {
      const before = await newestVersion(ctx)
      if (before !== base) throw new Conflict('policy_changed')
      const version = await versionAfter(ctx, before, rows)
      if (version !== before) {
        const createdBy = ctx.actor.id ?? ctx.actor.kind
        await ctx.tx.insert(slaVersions).values({ number: version, createdBy, createdAt: ctx.now() })
        await ctx.tx.insert(slaPolicies).values(rows.map((row) => ({ version, ...row })))
        await recordEvent(ctx, { type: 'cases.policy_saved', subject: subjectOf(version), data: { version, open } })
      }
      if (open === 'move' && version > 0) await enqueue(ctx, { kind: 'cases.move-policy', key: `sla/${version}/${ctx.now()}`, payload: { version } }) // prettier-ignore
      return version
    })
  return save().catch((error: unknown) => {
    // Two saved at once: the other was faster.
    throw isUniqueViolation(error) ? new Conflict('policy_changed') : error
  })
}

export const subjectOf = (version: number) => ({ kind: 'sla_policy', id: String(version) })
