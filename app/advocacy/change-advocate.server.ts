import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { after } from '#app/advocacy/advocate.ts'
import { changeInput } from '#app/advocacy/advocate-form.ts'
import { authorise, write, type Ctx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'

/**
 * Activates, pauses, brings back or lets go somebody who likes us.
 * @throws Conflict `advocate_state` when the state refuses it or a colleague was faster
 */
export async function changeAdvocate(ctx: Ctx, input: z.input<typeof changeInput>): Promise<{ name: string }> {
  const { contactId, verb } = changeInput.parse(input)
  authorise(ctx, 'advocates.edit')
  return write(ctx, async (ctx) => {
    const [found] = await ctx.tx
      .select({ state: advocates.state, name: contacts.name })
      .from(advocates)
      .innerJoin(contacts, eq(contacts.id, advocates.contactId))
      .where(eq(advocates.contactId, contactId))
    if (!found) throw new NotFound()
    const state = after(found.state, verb)
    if (!state) throw new Conflict('advocate_state')
    const [row] = await ctx.tx
      .update(advocates)
      .set({ state, pausedBy: state === 'paused' ? 'person' : null, updatedAt: ctx.now() })
      .where(and(eq(advocates.contactId, contactId), eq(advocates.state, found.state)))
      .returning({ accountId: advocates.accountId })
    if (!row) throw new Conflict('advocate_state')
    const types = {
      activate: 'advocacy.activated',
      pause: 'advocacy.paused',
      reactivate: 'advocacy.reactivated',
      leave: 'advocacy.left',
    }
    await recordEvent(ctx, {
      type: types[verb],
      subject: { kind: 'advocate', id: contactId },
      accountId: row.accountId,
      contactId,
      data: { from: found.state, to: state },
    })
    return { name: found.name }
  })
}
