import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { authorise, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { getTeam } from '#app/access/list-teams.server.ts'
import { newTeamSchema, teamIdSchema, teamSchema } from '#app/access/team.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { teams, users } from '#db/schema/access.ts'

/** Makes a team; its lead moves into it. @throws Invalid naming `name` or `leadId` */
export function addTeam(ctx: Ctx, input: z.input<typeof newTeamSchema>): Promise<{ teamId: string }> {
  const given = newTeamSchema.parse(input)
  authorise(ctx, 'teams.edit')
  return write(ctx, async (ctx) => {
    await freeName(ctx, given.name)
    const teamId = newId('team', ctx.now())
    await ctx.tx
      .insert(teams)
      .values({ id: teamId, name: given.name, leadId: given.leadId ?? null, createdAt: ctx.now() })
    await joinLead(ctx, teamId, given.leadId)
    await recordEvent(ctx, {
      type: 'access.team_added',
      subject: { kind: 'team', id: teamId },
      data: { leadId: given.leadId ?? null },
    })
    return { teamId }
  })
}

/** Renames a team or gives it another lead, who moves into it. */
export function editTeam(ctx: Ctx, input: z.input<typeof teamSchema>): Promise<void> {
  const given = teamSchema.parse(input)
  authorise(ctx, 'teams.edit')
  return write(ctx, async (ctx) => {
    await freeName(ctx, given.name, given.teamId)
    const [team] = await ctx.tx
      .update(teams)
      .set({ name: given.name, leadId: given.leadId ?? null })
      .where(eq(teams.id, given.teamId))
      .returning({ id: teams.id })
    if (!team) throw new NotFound()
    await joinLead(ctx, team.id, given.leadId)
    await recordEvent(ctx, {
      type: 'access.team_edited',
      subject: { kind: 'team', id: team.id },
      data: { leadId: given.leadId ?? null },
    })
  })
}

/** Removes a team that nobody is in. @throws Conflict `team_not_empty` */
export function removeTeam(ctx: Ctx, input: z.input<typeof teamIdSchema>): Promise<void> {
  const { teamId } = teamIdSchema.parse(input)
  authorise(ctx, 'teams.edit')
  return write(ctx, async (ctx) => {
    await getTeam(ctx, teamId)
    const [member] = await ctx.tx.select({ id: users.id }).from(users).where(eq(users.teamId, teamId)).limit(1)
    if (member) throw new Conflict('team_not_empty')
    await ctx.tx.delete(teams).where(eq(teams.id, teamId))
    await recordEvent(ctx, { type: 'access.team_removed', subject: { kind: 'team', id: teamId } })
  })
}

async function freeName(ctx: TxCtx, name: string, except = '') {
  const [taken] = await ctx.tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.name, name), ne(teams.id, except)))
  if (taken) throw new Invalid('team_exists', { name: 'team_exists' })
}

async function joinLead(ctx: TxCtx, teamId: string, leadId: string | undefined) {
  if (!leadId) return
  const [lead] = await ctx.tx
    .update(users)
    .set({ teamId })
    .where(and(eq(users.id, leadId), eq(users.state, 'active')))
    .returning({ id: users.id })
  if (!lead) throw new Invalid('not_active', { leadId: 'not_active' })
}
