import { listTeams } from '#app/access/list-teams.server.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { countFunnel } from '#app/cases/team/count-funnel.server.ts'
import { countLoad } from '#app/cases/team/count-load.server.ts'
import { countAges, countLate } from '#app/cases/team/count-open.server.ts'
import { getTimes } from '#app/cases/team/get-times.server.ts'
import { teamView, type TeamQuery } from '#app/cases/team/team-query.ts'

/** Which team's, by what and of which days a query asks for. An unknown team counts as none: everybody. */
export async function readTeamView(ctx: Ctx, query: TeamQuery) {
  const view = teamView.parse(query)
  authorise(ctx, 'team.read')
  const teams = (await listTeams(ctx)).map(({ id, name }) => ({ id, name }))
  const wanted = view.team ?? ownTeam(ctx)
  return { teams, by: view.by, days: view.days, teamId: teams.some(({ id }) => id === wanted) ? wanted! : null }
}

/** Who leads sees the own team first; an admin everybody. All may choose, as in the queue. */
function ownTeam({ actor }: Ctx): string | null {
  return actor.kind === 'user' && !actor.roles.includes('admin') ? actor.teamId : null
}

/** Everything on the page of the team. */
export async function getTeam(ctx: Ctx, query: TeamQuery = {}) {
  const view = await readTeamView(ctx, query)
  return {
    ...view,
    load: await countLoad(ctx, view.teamId),
    ages: await countAges(ctx, view.teamId),
    late: await countLate(ctx, view.teamId),
    times: await getTimes(ctx, view),
    funnel: await countFunnel(ctx, view.teamId),
  }
}

export type TeamShown = Awaited<ReturnType<typeof getTeam>>
