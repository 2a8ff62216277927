import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import { roleWords } from '#app/access/words.ts'
import { countDemo } from '#app/demo/count-demo.server.ts'
import { getDemo } from '#app/demo/demo-state.server.ts'
import { removeDemo } from '#app/demo/remove-demo.server.ts'
import { colleagues } from '#app/demo/staff.ts'
import { demoWords as words } from '#app/demo/words.ts'
import { Card } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'

export const handle = { access: 'settings.edit', title: words.title }

export async function loader({ context }: LoaderFunctionArgs) {
  const { state } = await getDemo(context.ctx)
  return { counts: state === 'loaded' ? await countDemo(context.ctx) : null }
}

/** Whoever removes the demo has no account any more: they go straight to the page that makes the first admin. */
export async function action({ context }: ActionFunctionArgs) {
  throw redirect(await removeDemo(context.ctx))
}

export default function Demo() {
  const t = useT()
  const { counts } = useLoaderData<typeof loader>()
  if (!counts)
    return (
      <Page title={t(words.title)}>
        <Empty title={t(words.none)}>
          <p>{t(words.noneText)}</p>
        </Empty>
      </Page>
    )
  return (
    <Page title={t(words.title)} lead={t(words.lead)} narrow>
      <p>{t(words.holds, counts)}</p>
      <Card title={t(words.colleagues)}>
        <p className="text-muted">{t(words.colleaguesHint)}</p>
        <Table
          caption={t(words.colleagues)}
          rows={colleagues}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', head: t(words.name), main: true, cell: ({ name }) => name },
            { key: 'email', head: t(words.email), cell: ({ email }) => email },
            {
              key: 'roles',
              head: t(words.roles),
              cell: ({ roles }) => roles.map((role) => t(roleWords[role])).join(' · '),
            },
          ]}
        />
      </Card>
      <Card title={t(words.emptyTitle)}>
        <p>{t(words.emptyText, { command: 'npm run demo -- --remove' })}</p>
        <div>
          <ConfirmForm
            trigger={t(words.remove)}
            triggerVariant="danger"
            icon={Trash2}
            title={t(words.sure)}
            body={t(words.lost, counts)}
            confirm={t(words.confirm)}
            danger
            action="/demo"
          />
        </div>
      </Card>
    </Page>
  )
}
