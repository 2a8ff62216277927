import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { idField } from '#app/access/user.ts'
import { NotFound } from '#app/platform/errors.ts'
import { roles, sessions, teams, userRoles, users, userStates, userTokens, type Role } from '#db/schema/access.ts'

export const userFilter = z.object({
  state: z.enum(userStates).optional().catch(undefined),
  role: z.enum(roles).optional().catch(undefined),
  team: idField.optional().catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
})

const PAGE = 50

/** Colleagues by name, with roles and team; those who have left only when asked for. `next` continues the list. */
export async function listUsers(ctx: Ctx, filter: z.input<typeof userFilter> = {}) {
  const { state, role, team, q, after } = userFilter.parse(filter)
  authorise(ctx, 'users.read')
  const db = read(ctx)
  const wanted = q?.trim().toLowerCase()
  const from = after === undefined ? null : cursorOf(after)
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      state: users.state,
      teamId: users.teamId,
      teamName: teams.name,
      createdAt: users.createdAt,
    })
    .from(users)
    .leftJoin(teams, eq(teams.id, users.teamId))
    .where(
      and(
        state ? eq(users.state, state) : inArray(users.state, ['active', 'invited']),
        role
          ? inArray(users.id, db.select({ id: userRoles.userId }).from(userRoles).where(eq(userRoles.role, role)))
          : undefined,
        team ? eq(users.teamId, team) : undefined,
        wanted
          ? or(
              sql`lower(${users.name}) like ${pattern(wanted)} escape '!'`,
              sql`${users.emailKey} like ${pattern(wanted)} escape '!'`,
            )
          : undefined,
        from ? or(gt(users.name, from.name), and(eq(users.name, from.name), gt(users.id, from.id))) : undefined,
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(PAGE + 1)
  const page = rows.slice(0, PAGE)
  const held = await rolesOf(
    ctx,
    page.map((row) => row.id),
  )
  const last = page.at(-1)
  return {
    users: page.map((row) => ({ ...row, roles: held.get(row.id) ?? [] })),
    next: rows.length > PAGE && last ? Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url') : null,
  }
}

const pattern = (text: string) => `%${text.replace(/[!%_]/g, '!$&')}%`

function cursorOf(text: string) {
  try {
    const [name, id] = z.tuple([z.string(), z.string()]).parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { name, id }
  } catch {
    return null
  }
}

async function rolesOf(ctx: Ctx, ids: string[]): Promise<Map<string, Role[]>> {
  const held = new Map<string, Role[]>()
  if (!ids.length) return held
  const rows = await read(ctx).select().from(userRoles).where(inArray(userRoles.userId, ids))
  for (const id of ids)
    held.set(
      id,
      roles.filter((role) => rows.some((row) => row.userId === id && row.role === role)),
    )
  return held
}

/** One colleague as their page shows them. @throws NotFound */
export async function getUser(ctx: Ctx, userId: string) {
  authorise(ctx, 'users.read')
  const db = read(ctx)
  const [user] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      state: users.state,
      locale: users.locale,
      zone: users.zone,
      calendarId: users.calendarId,
      teamId: users.teamId,
      teamName: teams.name,
      createdAt: users.createdAt,
      hasPassword: sql<number>`case when ${users.passwordHash} is null then 0 else 1 end`.mapWith(Boolean),
    })
    .from(users)
    .leftJoin(teams, eq(teams.id, users.teamId))
    .where(eq(users.id, userId))
  if (!user) throw new NotFound()
  const [seen] = await db
    .select({ at: sessions.seenAt })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.seenAt))
    .limit(1)
  const open = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt), gt(sessions.expiresAt, ctx.now())))
    .limit(100)
  const [invite] = await db
    .select({ expiresAt: userTokens.expiresAt })
    .from(userTokens)
    .where(and(eq(userTokens.userId, userId), eq(userTokens.purpose, 'invite'), isNull(userTokens.usedAt)))
    .orderBy(desc(userTokens.id))
    .limit(1)
  const held = await rolesOf(ctx, [userId])
  return {
    ...user,
    roles: held.get(userId) ?? [],
    seenAt: seen?.at ?? null,
    openSessions: open.length,
    inviteExpiresAt: invite?.expiresAt ?? null,
  }
}
