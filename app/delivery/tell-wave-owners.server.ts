import { and, count, eq, isNotNull } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { write } from '#app/audit/context.server.ts'
import { accountsMeant } from '#app/delivery/wave-audience.server.ts'
import { enqueueMessage } from '#app/email/enqueue-message.server.ts'
import type { JobHandler } from '#app/jobs/job.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'
import { waves } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

/** Job `delivery.tell-wave-owners`: some days before a wave starts, each owner hears which of their accounts it asks. Once each. */
export const tellWaveOwners: JobHandler = async (ctx, run) => {
  const waveId = String(run.payload.waveId)
  const [found] = await ctx.store.db
    .select({ state: waves.state, audience: programs.audience })
    .from(waves)
    .innerJoin(programs, eq(programs.id, waves.programId))
    .where(eq(waves.id, waveId))
  if (found?.state !== 'scheduled') return
  const { locale } = await getOrganisation(ctx)
  const owners = await ctx.store.db
    .select({ id: users.id, email: users.email, n: count() })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.ownerId))
    .where(and(isNotNull(accounts.ownerId), eq(users.state, 'active'), accountsMeant(waveId, found.audience, locale)))
    .groupBy(users.id, users.email)
  await write(ctx, async (ctx) => {
    for (const owner of owners)
      await enqueueMessage(ctx, {
        key: `wave/${waveId}/notice/${owner.id}`,
        stream: 'staff',
        template: 'delivery.wave-notice',
        payload: { waveId, accounts: owner.n },
        to: { email: owner.email, userId: owner.id },
        ref: { kind: 'wave', id: waveId },
      })
  })
}
