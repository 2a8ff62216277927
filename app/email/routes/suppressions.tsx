import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ShieldCheck } from 'lucide-react'
import { exportWords } from '#app/audit/export/words.ts'
import { liftSchema, liftSuppression } from '#app/email/lift-suppression.server.ts'
import { countSuppressions, listSuppressions } from '#app/email/list-suppressions.server.ts'
import { suppressionReasonWords, suppressionWords as words } from '#app/email/words.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { Input } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { frameWords } from '#app/ui/words.ts'

export const handle = { access: 'suppressions.edit', title: words.title }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const q = query.get('q')?.trim() ?? ''
  const lifted = query.get('show') === 'lifted'
  const [list, live] = await Promise.all([
    listSuppressions(context.ctx, { q, lifted, after: query.get('after') }),
    countSuppressions(context.ctx),
  ])
  return { ...list, q, lifted, live }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, liftSchema, context.locale)
  if (form.status !== 'success') {
    const { id, reason } = form.payload as { id?: string; reason?: string }
    return json({ id, reason, error: form.reply().error?.reason ?? null }, 400)
  }
  const email = await liftSuppression(context.ctx, form.value)
  return saidRedirect(
    '/settings/suppressions',
    { text: translate(context.locale, words.lifted, { email: email ?? '…' }) },
    context,
  )
}

export default function Suppressions() {
  const t = useT()
  const { rows, next, q, lifted, live } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>() as { id?: string; reason?: string; error?: string[] | null } | undefined
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[{ label: t(frameWords.settings), to: '/settings' }]}
      actions={
        <ExportMenu to="/settings/suppressions/export" reason={rows.length === 0 ? t(exportWords.nothingHere) : null} />
      }
    >
      <Tabs
        tabs={[
          { to: '/settings/suppressions', label: t(words.liveTab), count: live, current: !lifted },
          { to: '/settings/suppressions?show=lifted', label: t(words.liftedTab), current: lifted },
        ]}
      />
      <FilterBar chips={q ? [{ name: 'q', label: q }] : []} keep={{ show: lifted ? 'lifted' : null }}>
        <Input name="q" type="search" label={t(words.search)} defaultValue={q} maxLength={254} />
      </FilterBar>
      {rows.length === 0 ? (
        <Empty icon={ShieldCheck} title={t(words.empty)}>
          {t(words.emptyHint)}
        </Empty>
      ) : (
        <>
          <Table
            caption={t(words.title)}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'email',
                head: t(words.search),
                main: true,
                cell: (row) => <span className="break-all">{row.email ?? t(words.hidden)}</span>,
              },
              { key: 'why', head: t(words.why), cell: (row) => t(suppressionReasonWords[row.reason]) },
              { key: 'since', head: t(words.since), cell: (row) => <Time at={row.at} /> },
              { key: 'source', head: t(words.source), wide: true, cell: (row) => row.source },
              {
                key: 'lift',
                head: t(lifted ? words.liftReason : words.lift),
                cell: (row) =>
                  row.liftedAt !== null ? (
                    <span className="break-words">{row.liftReason}</span>
                  ) : (
                    <details open={sent?.id === row.id}>
                      <summary className="cursor-pointer text-accent">{t(words.lift)}</summary>
                      <Form method="post" className="mt-2 flex max-w-prose flex-col gap-2">
                        <p>{t(words.liftOf, { email: row.email ?? '…' })}</p>
                        <input type="hidden" name="id" value={row.id} />
                        <Input
                          name="reason"
                          label={t(words.liftReason)}
                          hint={t(words.liftHint)}
                          maxLength={500}
                          required
                          defaultValue={sent?.id === row.id ? sent.reason : undefined}
                          error={sent?.id === row.id ? sent.error?.join(' ') : undefined}
                        />
                        <Button size="sm">{t(words.lift)}</Button>
                      </Form>
                    </details>
                  ),
              },
            ]}
          />
          <Pager shown={rows.length} next={next} />
        </>
      )}
    </Page>
  )
}
