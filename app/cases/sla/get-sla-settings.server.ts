import { eq } from 'drizzle-orm'
import { listAccountValues } from '#app/accounts/list-account-values.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { draftOf } from '#app/cases/sla/draft.ts'
import { getPolicy } from '#app/cases/sla/find-target.server.ts'
import { users } from '#db/schema/access.ts'
import { slaVersions } from '#db/schema/cases.ts'

/** The table of times as its page shows it, who saved it, and the tiers that could have times of their own. */
export async function getSlaSettings(ctx: Ctx) {
  authorise(ctx, 'settings.edit')
  const policy = await getPolicy(ctx)
  const [saved] = await read(ctx)
    .select({ at: slaVersions.createdAt, by: users.name })
    .from(slaVersions)
    .leftJoin(users, eq(users.id, slaVersions.createdBy))
    .where(eq(slaVersions.number, policy.version))
  const { tiers } = await listAccountValues(ctx)
  return { draft: draftOf(policy), saved: saved ?? null, tiers }
}
