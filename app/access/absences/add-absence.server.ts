import { eq, gte } from 'drizzle-orm'
import type { z } from 'zod'
import { absenceSchema, faultField, faultOfAbsence } from '#app/access/absences/absence.ts'
import { actorOf } from '#app/access/actor-of.server.ts'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { nameLock } from '#db/lock.ts'
import { absences, users } from '#db/schema/access.ts'

/** A circle of stand-ins could be closed by two at once. */
const oneAtATime = nameLock('access.absences')

/**
 * Days on which somebody is away, with or without who works for them: one's own, or a colleague's for leads and admins.
 * Cases that they have stay theirs and are open to the stand-in; what comes new goes to the stand-in.
 * @throws Invalid when the days overlap another absence of theirs or are over, or when the stand-in has left, works no
 * cases, is away the whole time, or would be stood in for in a circle
 */
export function addAbsence(ctx: Ctx, input: z.input<typeof absenceSchema>): Promise<{ absenceId: string }> {
  const { userId, from: fromDay, to: toDay, standInId = null } = absenceSchema.parse(input)
  return write(ctx, async (ctx) => {
    const [user] = await ctx.tx.select().from(users).where(eq(users.id, userId))
    authorise(ctx, 'absences.edit', { ownerId: userId, teamId: user?.teamId ?? null })
    if (user?.state !== 'active') throw new NotFound()
    if (standInId !== null) await refuseUnable(ctx, standInId)
    await oneAtATime(ctx.tx)
    const others = await ctx.tx
      .select({
        userId: absences.userId,
        fromDay: absences.fromDay,
        toDay: absences.toDay,
        standInId: absences.standInId,
      })
      .from(absences)
      .where(gte(absences.toDay, fromDay))
    const today = dayOf(ctx.now(), user.zone ?? (await getOrganisation(ctx)).zone)
    const fault = faultOfAbsence({ userId, fromDay, toDay, standInId }, others, today)
    if (fault) throw new Invalid(fault, { [faultField[fault]]: fault })
    const absenceId = newId('abs', ctx.now())
    await ctx.tx.insert(absences).values({
      id: absenceId,
      userId,
      fromDay,
      toDay,
      standInId,
      createdBy: ctx.actor.id ?? ctx.actor.kind,
      createdAt: ctx.now(),
    })
    await recordEvent(ctx, {
      type: 'access.absence_added',
      subject: { kind: 'user', id: userId },
      data: { absenceId, fromDay, toDay, standInId },
    })
    return { absenceId }
  })
}

async function refuseUnable(ctx: TxCtx, standInId: string) {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, standInId))
  if (user?.state !== 'active') throw new Invalid('not_active', { standInId: 'not_active' })
  if (!can(await actorOf(ctx, user), 'cases.work')) throw new Invalid('stand_in_role', { standInId: 'stand_in_role' })
}
