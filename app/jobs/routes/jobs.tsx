import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Cog } from 'lucide-react'
import { exportWords } from '#app/audit/export/words.ts'
import { MailTable } from '#app/email/components/mail-table.tsx'
import { countMessages } from '#app/email/count-messages.server.ts'
import { listMail } from '#app/email/list-mail.server.ts'
import { JobAction } from '#app/jobs/components/job-action.tsx'
import { JobTable } from '#app/jobs/components/job-table.tsx'
import { jobTabs } from '#app/jobs/job-tab.ts'
import { countJobs, listJobs } from '#app/jobs/list-jobs.server.ts'
import { jobTabWords, jobWords as words, mailTabWords, pauseWords } from '#app/jobs/words.ts'
import { Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { useFormat, useNow, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { useLivePoll } from '#app/ui/progress.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { frameWords } from '#app/ui/words.ts'

export const handle = { access: 'jobs.read', title: words.title }

const mailTabs = ['mail-queued', 'mail-failed', 'mail-uncertain'] as const
const statesOf = { 'mail-queued': 'queued', 'mail-failed': 'failed', 'mail-uncertain': 'uncertain' } as const

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const asked = query.get('tab')
  const after = query.get('after')
  const mailTab = mailTabs.find((tab) => tab === asked)
  const tab = jobTabs.find((one) => one === asked) ?? 'waiting'
  const [counts, mail] = await Promise.all([countJobs(ctx), countMessages(ctx)])
  const list = mailTab
    ? { tab: mailTab, jobs: null, mails: await listMail(ctx, { states: [statesOf[mailTab]], after }) }
    : { tab, jobs: await listJobs(ctx, { tab, after }), mails: null }
  return { ...list, counts, mail }
}

export default function Jobs() {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const { tab, jobs, mails, counts, mail } = useLoaderData<typeof loader>()
  useLivePoll(tab === 'running' || tab === 'mail-queued', 2000)
  const list = jobs ?? mails
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[{ label: t(frameWords.settings), to: '/settings' }]}
      actions={
        <ExportMenu
          to={jobs ? '/jobs/export' : '/mailbox/export'}
          query={jobs ? { tab } : { state: statesOf[tab as keyof typeof statesOf] }}
          reason={list?.rows.length ? null : t(exportWords.nothingHere)}
        />
      }
    >
      {mail.paused.map((way) => {
        const reason = way.reason ?? way.name
        return (
          <Notice
            key={way.name}
            tone="danger"
            title={t(words.paused, { reason: pauseWords[reason] ? t(pauseWords[reason]!) : reason })}
          >
            {way.resumeAt === null ? null : <p>{t(words.pausedHint, { when: format.relative(way.resumeAt, now) })}</p>}
            <JobAction intent="try-transport" id={way.name} tab={tab} label={t(words.retry)} />
          </Notice>
        )
      })}
      <Tabs
        label={t(words.jobsTitle)}
        tabs={jobTabs.map((one) => ({
          to: `/jobs?tab=${one}`,
          label: t(jobTabWords[one]),
          count: counts[one],
          current: one === tab,
        }))}
      />
      <Tabs
        label={t(words.mailTitle)}
        tabs={mailTabs.map((one) => ({
          to: `/jobs?tab=${one}`,
          label: `${t(words.mailTitle)}: ${t(mailTabWords[one])}`,
          count: mail[statesOf[one]],
          current: one === tab,
        }))}
      />
      {list === null || list.rows.length === 0 ? (
        <Empty icon={Cog} title={t(words.empty)}>
          {t(words.emptyHint)}
        </Empty>
      ) : (
        <>
          {jobs ? <JobTable rows={jobs.rows} tab={tab} /> : null}
          {mails ? (
            <MailTable
              rows={mails.rows}
              actions={(row) => (
                <span className="flex flex-wrap gap-1">
                  {row.state === 'failed' ? (
                    <JobAction intent="send-again" id={row.id} tab={tab} label={t(words.sendAgain)} />
                  ) : null}
                  {row.state === 'uncertain' ? (
                    <>
                      <JobAction intent="was-sent" id={row.id} tab={tab} label={t(words.wasSent)} />
                      <JobAction
                        intent="send-again"
                        id={row.id}
                        tab={tab}
                        label={t(words.sendAgainRisk)}
                        variant="quiet"
                      />
                    </>
                  ) : null}
                </span>
              )}
            />
          ) : null}
          <Pager shown={list.rows.length} next={list.next} />
        </>
      )}
    </Page>
  )
}
