import { and, asc, eq, inArray } from 'drizzle-orm'
import { permissions } from '#app/audit/can.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { roles, userRoles, users } from '#db/schema/access.ts'

/** Roles whose people may work cases, and so own them or stand in. */
export const caseRoles = roles.filter((role) => role in permissions['cases.work'])

/** Active people who work cases, by name. Open to every room. */
export const listCaseWorkers = (ctx: Ctx) =>
  read(ctx)
    .selectDistinct({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(userRoles, eq(userRoles.userId, users.id))
    .where(and(eq(users.state, 'active'), inArray(userRoles.role, caseRoles)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(500)
