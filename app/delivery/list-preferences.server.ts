import { asc, eq } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { preferences } from '#db/schema/delivery.ts'

/** What a person wishes to receive: for staff, and for the person. */
export async function listPreferences(ctx: Ctx, contactId: string) {
  if (ctx.actor.kind === 'contact') {
    if (ctx.actor.id !== contactId) throw new Forbidden()
  } else authorise(ctx, 'accounts.read')
  return read(ctx)
    .select()
    .from(preferences)
    .where(eq(preferences.contactId, contactId))
    .orderBy(asc(preferences.scope))
}
