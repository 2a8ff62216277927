import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChevronLeft, ChevronRight, Settings2 } from 'lucide-react'
import { can } from '#app/audit/can.ts'
import { MonthlyReport } from '#app/insights/monthly/components/monthly-report.tsx'
import { PrintButton } from '#app/insights/monthly/components/print-button.tsx'
import { getMonthly } from '#app/insights/monthly/get-monthly.server.ts'
import { monthlySettingsWords } from '#app/insights/monthly/monthly-settings-words.ts'
import { monthlyWords as words } from '#app/insights/monthly/monthly-words.ts'
import { todayWords } from '#app/insights/words.ts'
import { addMonths, isoOfMonth, monthOfIso } from '#app/platform/day.ts'
import { NotFound } from '#app/platform/errors.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'insights.read', title: words.title }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('month')
  const month = asked ? monthOfIso(asked) : undefined
  if (month === null) throw new NotFound()
  return {
    report: await getMonthly(context.ctx, { month, language: context.locale }),
    maySet: can(context.ctx.actor, 'settings.edit'),
  }
}

export default function MonthlyPage() {
  const t = useT()
  const format = useFormat()
  const { report, maySet } = useLoaderData<typeof loader>()
  const to = (months: number) => `/monthly?month=${isoOfMonth(addMonths(report.month, months))}`
  return (
    <Page
      title={t(words.heading, { month: format.month(report.month) })}
      crumbs={[{ label: t(todayWords.title), to: '/' }]}
      actions={
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <LinkButton to={to(-1)} icon={ChevronLeft}>
            {t(words.previous)}
          </LinkButton>
          {report.running ? null : (
            <LinkButton to={to(1)} icon={ChevronRight}>
              {t(words.next)}
            </LinkButton>
          )}
          <PrintButton />
          {maySet ? (
            <LinkButton to="/settings/monthly" icon={Settings2}>
              {t(monthlySettingsWords.settings)}
            </LinkButton>
          ) : null}
        </div>
      }
      lead={<span className="hidden print:inline">{report.organisation}</span>}
    >
      <MonthlyReport of={report} />
    </Page>
  )
}
