import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { as } from '#app/audit/context.server.ts'
import { system } from '#app/audit/actor.ts'
import { MonthlyReport } from '#app/insights/monthly/components/monthly-report.tsx'
import { getMonthly } from '#app/insights/monthly/get-monthly.server.ts'
import { findLink, isOpen } from '#app/insights/monthly/monthly-links.server.ts'
import { monthlyWords as words } from '#app/insights/monthly/monthly-words.ts'
import { linkDays } from '#app/insights/monthly/monthly.ts'
import { stopMonthly } from '#app/insights/monthly/stop-monthly.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { Button } from '#app/ui/button.tsx'
import { LocaleProvider, useFormat, useT } from '#app/ui/locale.tsx'
import { frameWords } from '#app/ui/words.ts'

/** For who never signs in: the link alone opens it, and nothing else of Koe. */
export const handle = { access: 'public', noScript: true, bare: true, title: words.title }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { ctx } = context
  const link = await findLink(ctx, params.token!)
  const locale = link?.language ?? context.locale
  const stopped = link?.recipientId ? link.state === 'stopped' : false
  const wishes = link?.recipientId && link.state !== 'removed' ? { stopped } : null
  if (!link || !isOpen(ctx, link)) return json({ pageLocale: locale, report: null, wishes }, 410)
  const report = await getMonthly(as(ctx, system('monthly')), { month: link.month, language: locale })
  return json({ pageLocale: locale, report: { ...report, until: link.expiresAt }, wishes })
}

/** Mail programs post `List-Unsubscribe=One-Click` (RFC 8058) from anywhere, without cookies; the link is the proof. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = new URLSearchParams((await request.text()).slice(0, 2_000))
  if (form.get('List-Unsubscribe') !== 'One-Click' && !form.has('wish')) throw new NotFound()
  await stopMonthly(context.ctx, params.token!, form.get('wish') === 'again' ? 'active' : 'stopped')
  return null
}

export default function MonthlyLink() {
  const { pageLocale, report, wishes } = useLoaderData<typeof loader>()
  return (
    <LocaleProvider locale={pageLocale} zone={report?.zone ?? 'UTC'} currency={report?.currency}>
      <div lang={pageLocale} className="min-h-dvh bg-canvas px-4 py-6 text-ink sm:px-6 print:bg-surface print:p-0">
        <div className="mx-auto flex max-w-3xl flex-col gap-5">
          <main className="flex flex-col gap-5">{report ? <Opened report={report} /> : <Gone />}</main>
          <footer className="flex flex-col gap-5">
            {wishes ? <Wishes stopped={wishes.stopped} report={report} /> : null}
            <p className="text-xs text-faint">
              <Trademark />
            </p>
          </footer>
        </div>
      </div>
    </LocaleProvider>
  )
}

type Report = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['report']>

function Opened({ report }: { report: Report }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <header className="flex flex-col gap-1">
        <p className="text-muted">{report.organisation}</p>
        <h1 className="text-xl font-semibold">{t(words.heading, { month: format.month(report.month) })}</h1>
        <p className="text-xs text-muted print:hidden">{t(words.printHint)}</p>
      </header>
      <MonthlyReport of={report} />
    </>
  )
}

function Gone() {
  const t = useT()
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-6">
      <h1 className="text-xl font-semibold">{t(words.gone)}</h1>
      <p className="max-w-prose text-muted">{t(words.goneText, { n: linkDays })}</p>
    </div>
  )
}

function Wishes({ stopped, report }: { stopped: boolean; report: Report | null }) {
  const t = useT()
  const format = useFormat()
  return (
    <Form method="post" className="flex flex-col items-start gap-2 text-xs text-muted print:hidden">
      {stopped ? (
        <p role="status" className="text-sm font-medium text-ink">
          {t(words.stopped)}
        </p>
      ) : report ? (
        <p>
          {t(words.madeFor, { organisation: report.organisation })} {t(words.until, { day: format.date(report.until) })}
        </p>
      ) : null}
      <Button name="wish" value={stopped ? 'again' : 'stop'} size="sm">
        {t(stopped ? words.again : words.stop)}
      </Button>
    </Form>
  )
}

function Trademark() {
  return useT()(frameWords.trademark)
}
