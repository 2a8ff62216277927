import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/audit/actor.ts'
import { can } from '#app/audit/can.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { emailKey } from '#app/platform/text.ts'
import { userRoles, users } from '#db/schema/access.ts'

/** In whose name a customer is asked: the mail comes from them. */
export type Asker = Extract<Actor, { kind: 'user' }>

/**
 * Who is signed in, or the colleague whom a program names by their address; null for jobs and everybody else. A customer
 * is asked by a person, never by a program.
 * @throws Invalid `asked_by_unknown` when a program names nobody who may ask
 */
export async function askerOf(ctx: Ctx, named?: string): Promise<Asker | null> {
  const { actor } = ctx
  if (actor.kind === 'user') return actor
  if (actor.kind !== 'key') return null
  const rows = await read(ctx)
    .select({ id: users.id, name: users.name, role: userRoles.role })
    .from(users)
    .innerJoin(userRoles, eq(userRoles.userId, users.id))
    .where(and(eq(users.emailKey, emailKey(named ?? '')), eq(users.state, 'active')))
  const [first] = rows
  const roles = rows.map(({ role }) => role)
  const asker = first && { kind: 'user' as const, id: first.id, name: first.name, teamId: null, roles }
  if (!asker || !can(asker, 'asks.make')) throw new Invalid('asked_by_unknown', { '/askedBy': 'asked_by_unknown' })
  return asker
}
