import { eq } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { defaultDelayDays } from '#app/cases/recovery/recovery.ts'
import { users } from '#db/schema/access.ts'
import { recoverySettings } from '#db/schema/cases.ts'

export const settingsId = 'main'

/** Days from resolving a case to asking the customer, with who set it and when; the default until somebody does. */
export async function getDelay(ctx: Ctx) {
  const [row] = await read(ctx)
    .select({ delayDays: recoverySettings.delayDays, at: recoverySettings.updatedAt, by: users.name })
    .from(recoverySettings)
    .leftJoin(users, eq(users.id, recoverySettings.updatedBy))
    .where(eq(recoverySettings.id, settingsId))
  return { delayDays: row?.delayDays ?? defaultDelayDays, saved: row ? { at: row.at, by: row.by } : null }
}
