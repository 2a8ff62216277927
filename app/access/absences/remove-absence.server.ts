import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { absenceIdSchema } from '#app/access/absences/absence.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { absences, users } from '#db/schema/access.ts'

/** Takes an absence back, whether it has begun or not: from then on the person is there. @returns what it was, to be added again */
export function removeAbsence(ctx: Ctx, input: z.input<typeof absenceIdSchema>) {
  const { userId, absenceId } = absenceIdSchema.parse(input)
  return write(ctx, async (ctx) => {
    const [user] = await ctx.tx.select({ teamId: users.teamId }).from(users).where(eq(users.id, userId))
    authorise(ctx, 'absences.edit', { ownerId: userId, teamId: user?.teamId ?? null })
    const [gone] = await ctx.tx
      .delete(absences)
      .where(and(eq(absences.id, absenceId), eq(absences.userId, userId)))
      .returning()
    if (!gone) throw new NotFound()
    const { fromDay, toDay, standInId } = gone
    await recordEvent(ctx, {
      type: 'access.absence_removed',
      subject: { kind: 'user', id: userId },
      data: { absenceId, fromDay, toDay, standInId },
    })
    return gone
  })
}
