import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackupsCard, EnvironmentCard } from '#app/access/components/system-backups.tsx'
import { DatabaseCard, FilesCard, KoeCard } from '#app/access/components/system-database.tsx'
import { JobsCard, MailCard } from '#app/access/components/system-work.tsx'
import { getSystem } from '#app/access/get-system.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { systemWords as words } from '#app/access/system-words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'system.read', title: words.title }

export function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return getSystem(ctx)
}

export default function SystemPage() {
  const t = useT()
  const system = useLoaderData<typeof loader>()
  return (
    <Page title={t(words.title)} lead={t(words.lead)} crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <KoeCard system={system} />
          <DatabaseCard database={system.database} />
          <FilesCard files={system.files} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <JobsCard jobs={system.jobs} />
          <MailCard mail={system.mail} />
          <BackupsCard backups={system.backups} />
          <EnvironmentCard environment={system.environment} />
        </div>
      </div>
    </Page>
  )
}
