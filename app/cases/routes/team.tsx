import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Funnel } from '#app/cases/team/components/funnel.tsx'
import { LoadTable } from '#app/cases/team/components/load-table.tsx'
import { OpenCards } from '#app/cases/team/components/open-cards.tsx'
import { TeamChoice } from '#app/cases/team/components/team-choice.tsx'
import { TimesTable } from '#app/cases/team/components/times-table.tsx'
import { getTeam } from '#app/cases/team/get-team.server.ts'
import { teamWords as words } from '#app/cases/team/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'team.read', title: words.title }

export const loader = ({ request, context: { ctx } }: LoaderFunctionArgs) =>
  getTeam(ctx, Object.fromEntries(new URL(request.url).searchParams))

export default function Team() {
  const shown = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <TeamChoice {...shown} />
      <OpenCards {...shown} />
      <LoadTable load={shown.load} />
      <TimesTable {...shown} />
      <Funnel funnel={shown.funnel} teamId={shown.teamId} />
    </Page>
  )
}
