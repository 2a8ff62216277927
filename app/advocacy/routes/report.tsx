import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { GuardNotices } from '#app/advocacy/components/guard-notices.tsx'
import { listGuards } from '#app/advocacy/guards/list-guards.server.ts'
import { Bench } from '#app/advocacy/report/components/bench.tsx'
import { ByTable } from '#app/advocacy/report/components/by-table.tsx'
import { ReportChoice } from '#app/advocacy/report/components/report-choice.tsx'
import { ReportFunnel } from '#app/advocacy/report/components/report-funnel.tsx'
import { RevenueCards } from '#app/advocacy/report/components/revenue-cards.tsx'
import { getReport } from '#app/advocacy/report/get-report.server.ts'
import { reportWords as words } from '#app/advocacy/report/words.ts'
import { can } from '#app/audit/can.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'advocates.read', title: words.title }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  return {
    report: await getReport(ctx, Object.fromEntries(new URL(request.url).searchParams)),
    guards: await listGuards(ctx),
    editable: can(ctx.actor, 'advocates.edit'),
  }
}

export default function ReportPage() {
  const { report, guards, editable } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <AdvocacyTabs current="report" />
      <GuardNotices guards={guards} editable={editable} />
      <ReportChoice {...report} />
      <ReportFunnel {...report} />
      <RevenueCards {...report} />
      <ByTable {...report} />
      <Bench {...report} />
    </Page>
  )
}
