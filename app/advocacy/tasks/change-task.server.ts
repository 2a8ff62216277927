import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { authorise, read, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { users } from '#db/schema/access.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { quotes } from '#db/schema/advocacy-quotes.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'
import { advocacyTasks } from '#db/schema/advocacy-tasks.ts'

const id = z.string().max(60)
export const taskForm = z.discriminatedUnion('intent', [
  /** To a colleague; to oneself it is taken. */
  z.object({ intent: z.literal('give'), id, ownerId: id }),
  /** Not before a day, `YYYY-MM-DD`; left out: now after all. */
  z.object({ intent: z.literal('put'), id, until: z.iso.date().optional() }),
  z.object({ intent: z.literal('done'), id }),
])

/**
 * Gives a task to somebody, puts it off to a day, or notes that it is done. What was agreed to is then done as an ask; of what
 * came due or was stopped it means that nothing is to be done, as long as it stays as it is.
 * @throws NotFound, Conflict `task_gone` for what isn't done here, Invalid `until` for a day that is over
 */
export async function changeTask(ctx: Ctx, given: z.input<typeof taskForm>): Promise<void> {
  const form = taskForm.parse(given)
  authorise(ctx, 'advocates.edit')
  if (!isId(form.id)) throw new NotFound()
  await write(ctx, async (ctx) => {
    const of = await thingOf(ctx, form.id)
    if (!of) throw new NotFound()
    if (form.intent === 'done') {
      if (of.kind !== 'ask') throw new Conflict('task_gone')
      if (of.state === 'accepted') return finishAsk(ctx, form.id)
      if (of.state !== 'later' && of.state !== 'cancelled') throw new Conflict('task_gone')
    }
    const set =
      form.intent === 'give'
        ? { ownerId: await colleague(ctx, form.ownerId) }
        : form.intent === 'put'
          ? { putOffTo: await dayToCome(ctx, form.until) }
          : { doneIn: of.state }
    const row = { ...set, updatedAt: ctx.now(), updatedBy: ctx.actor.id ?? ctx.actor.kind }
    await ctx.tx
      .insert(advocacyTasks)
      .values({ id: form.id, kind: of.kind, ...row })
      .onConflictDoUpdate({ target: advocacyTasks.id, set: row })
    await recordEvent(ctx, {
      type: 'advocacy.task_changed',
      subject: { kind: of.kind, id: form.id },
      accountId: of.accountId,
      contactId: of.contactId,
      data: { intent: form.intent, ...('putOffTo' in set && { until: set.putOffTo }), ...('ownerId' in set && { owner: set.ownerId }) }, // prettier-ignore
    })
  })
}

async function thingOf(ctx: Ctx, id: string) {
  const db = read(ctx)
  if (id.startsWith('ask_')) {
    const [row] = await db.select({ state: asks.state, contactId: asks.contactId, accountId: asks.accountId }).from(asks).where(eq(asks.id, id)) // prettier-ignore
    return row && { kind: 'ask' as const, ...row }
  }
  if (id.startsWith('qte_')) {
    const [row] = await db.select({ state: quotes.state, contactId: quotes.contactId, accountId: quotes.accountId }).from(quotes).where(eq(quotes.id, id)) // prettier-ignore
    return row && { kind: 'quote' as const, ...row }
  }
  const [row] = await db.select({ state: referrals.state, contactId: referrals.contactId, accountId: referrals.accountId }).from(referrals).where(eq(referrals.id, id)) // prettier-ignore
  return row && { kind: 'referral' as const, ...row }
}

async function colleague(ctx: Ctx, userId: string): Promise<string> {
  const [row] = await read(ctx)
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, isId(userId) ? userId : ''), eq(users.state, 'active')))
  if (!row) throw new NotFound()
  return row.id
}

async function dayToCome(ctx: Ctx, until: string | undefined): Promise<string | null> {
  if (until === undefined) return null
  const { zone } = await getOrganisation(ctx)
  if (until <= isoOfDay(dayOf(ctx.now(), zone))) throw new Invalid('task_day', { until: 'task_day' })
  return until
}
