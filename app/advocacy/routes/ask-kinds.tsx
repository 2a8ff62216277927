import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { badForm } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { askSettingsSchema, mostPerQuarter } from '#app/advocacy/catalogue/ask-settings.ts'
import { askSettings, editAskSettings } from '#app/advocacy/catalogue/ask-settings.server.ts'
import { askKindLines } from '#app/advocacy/catalogue/kind-lines.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { listAskKinds } from '#app/advocacy/catalogue/list-ask-kinds.server.ts'
import { sayRules } from '#app/advocacy/catalogue/rule-words.ts'
import { catalogueWords as words } from '#app/advocacy/catalogue/words.ts'
import { AskState } from '#app/advocacy/components/ask-state.tsx'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card, Facts } from '#app/ui/card.tsx'
import { Input } from '#app/ui/field.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'advocates.read', title: settingsWords.asks }

const here = '/settings/asks'

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const kinds = await listAskKinds(ctx)
  return {
    kinds: kinds.map(({ kind, number, saved, content: { on, rules } }) => ({ kind, number, saved, on, rules })),
    budgets: await askSettings(ctx),
    editable: can(ctx.actor, 'advocates.edit'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  authorise(context.ctx, 'advocates.edit')
  const form = await readForm(request, askSettingsSchema, context.locale)
  if (form.status !== 'success') return badForm(form)
  const changed = await editAskSettings(context.ctx, form.value)
  const text = translator(context.locale)(changed ? settingsWords.saved : words.unchanged)
  return saidRedirect(here, { text }, context)
}

export default function AskKinds() {
  const t = useT()
  const { kinds, budgets, editable } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t(settingsWords.asks)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
    >
      <Table
        caption={t(settingsWords.asks)}
        rows={kinds}
        rowKey={(row) => row.kind}
        columns={[
          {
            key: 'kind',
            head: t(words.kind),
            main: true,
            cell: (row) => (
              <span className="flex flex-col gap-0.5">
                <Link to={`${here}/${row.kind}`} className="font-medium text-accent hover:underline">
                  {t(askKindNames[row.kind])}
                </Link>
                <span className="text-xs font-normal text-muted">{t(askKindLines[row.kind])}</span>
              </span>
            ),
          },
          { key: 'state', head: t(words.state), cell: (row) => <AskState on={row.on} /> },
          {
            key: 'who',
            head: t(words.who),
            cell: (row) => <span className="text-xs text-muted">{sayRules(t, row.rules).join(' · ')}</span>,
          },
          {
            key: 'version',
            head: t(words.version),
            cell: (row) =>
              row.saved ? (
                <span className="flex flex-col">
                  {t(words.numbered, { n: row.number })}
                  <span className="text-xs text-muted">
                    {row.saved.by ?? 'Koe'} · <Time at={row.saved.at} />
                  </span>
                </span>
              ) : (
                t(words.standard)
              ),
          },
        ]}
      />
      <Card title={t(words.budgets)}>
        <p className="text-xs text-muted">{t(words.budgetsHint)}</p>
        {editable ? (
          <BudgetForm key={`${budgets.perPerson}/${budgets.perAccount}`} budgets={budgets} />
        ) : (
          <Facts
            items={[
              { name: t(words.perPerson), value: budgets.perPerson },
              { name: t(words.perAccount), value: budgets.perAccount },
            ]}
          />
        )}
      </Card>
    </Page>
  )
}

function BudgetForm({ budgets }: { budgets: { perPerson: number; perAccount: number } }) {
  const t = useT()
  const busy = useBusy()
  const sent = useActionData<{ result?: SubmissionResult }>()?.result
  const field = (name: 'perPerson' | 'perAccount') => ({
    name,
    label: t(words[name]),
    type: 'number',
    min: 0,
    max: mostPerQuarter,
    required: true,
    defaultValue: String(sent?.initialValue?.[name] ?? budgets[name]),
    error: sent?.error?.[name]?.join(' '),
  })
  return (
    <Form method="post" className="flex flex-col gap-3">
      <div className="grid items-end gap-3 sm:max-w-xl sm:grid-cols-2">
        <Input {...field('perPerson')} />
        <Input {...field('perAccount')} />
      </div>
      <ButtonRow>
        <Button variant="primary" busy={busy}>
          {t(uiWords.save)}
        </Button>
      </ButtonRow>
    </Form>
  )
}
