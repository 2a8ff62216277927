import { useForm, getFormProps } from '@conform-to/react'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Coins } from 'lucide-react'
import { badForm } from '#app/accounts/refused-form.server.ts'
import { addRate, listRates, removeRate } from '#app/advocacy/rates/edit-rates.server.ts'
import { countUnfilled, fillDeals } from '#app/advocacy/rates/fill-deals.server.ts'
import { rateForm } from '#app/advocacy/rates/rate.ts'
import { rateErrors, rateWords as words } from '#app/advocacy/rates/words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { Invalid } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Table, type Column } from '#app/ui/table.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'settings.edit', title: words.rates }

const here = '/settings/rates'

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return { ...(await listRates(ctx)), unfilled: await countUnfilled(ctx) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'settings.edit')
  const t = translator(locale)
  const data = await formOf(request)
  if (data.get('intent') === 'fill')
    return saidRedirect(here, { text: t(words.filled, { n: await fillDeals(ctx) }) }, context)
  if (data.get('intent') === 'remove') {
    const gone = await removeRate(ctx, String(data.get('id')))
    const undo = { action: here, fields: gone, label: t(uiWords.undo) }
    return saidRedirect(here, { text: t(words.removed), undo }, context)
  }
  const form = parseForm(data, rateForm, locale)
  if (form.status !== 'success') return badForm(form, context)
  try {
    await addRate(ctx, { currency: form.value.currency, from: isoOfDay(form.value.from), rate: form.value.rate })
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return json({ result: form.reply({ fieldErrors: { currency: [t(rateErrors.rate_of_base)] } }) }, 422)
  }
  return saidRedirect(here, { text: t(words.added) }, context)
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rates'][number]

export default function Rates() {
  const { base, rates, unfilled } = useLoaderData<typeof loader>()
  const t = useT()
  const columns: Column<Row>[] = [
    { key: 'currency', head: t(words.currency), main: true, cell: (row) => row.currency },
    { key: 'from', head: t(words.from), cell: (row) => isoOfDay(row.fromDay) },
    { key: 'rate', head: t(words.rate, { base }), align: 'right', cell: (row) => row.rate },
    {
      key: 'verbs',
      head: '',
      cell: (row) => (
        <Form method="post" className="flex justify-end">
          <input type="hidden" name="id" value={row.id} />
          <Button
            name="intent"
            value="remove"
            size="sm"
            variant="quiet"
            aria-label={`${t(words.remove)}: ${row.currency} ${isoOfDay(row.fromDay)}`}
          >
            {' '}
            {/* prettier-ignore */}
            {t(words.remove)}
          </Button>
        </Form>
      ),
    },
  ]
  return (
    <Page title={t(words.rates)} lead={t(words.lead, { base })} narrow>
      {unfilled.all ? (
        <Notice>
          <p>{t(words.unfilled, { all: unfilled.all, base })}</p>
          {unfilled.fillable ? (
            <Form method="post">
              <Button name="intent" value="fill">
                {t(words.fill, { n: unfilled.fillable })}
              </Button>
            </Form>
          ) : (
            <p>{t(words.noneFillable)}</p>
          )}
        </Notice>
      ) : null}
      <Card>
        <RateForm key={rates.length} base={base} />
      </Card>
      {rates.length ? (
        <Table caption={t(words.rates)} columns={columns} rows={rates} rowKey={(row) => row.id} />
      ) : (
        <Empty icon={Coins} title={t(words.none)}>
          {t(words.noneText)}
        </Empty>
      )}
    </Page>
  )
}

function RateForm({ base }: { base: string }) {
  const t = useT()
  const sent = useActionData<typeof action>()
  const [form, fields] = useForm<Record<'currency' | 'from' | 'rate', string>>({ id: 'rate', lastResult: sent?.result })
  return (
    <Form method="post" {...getFormProps(form)} className="grid items-start gap-4 sm:grid-cols-3">
      <Input field={fields.currency} label={t(words.currency)} hint={t(words.currencyHint)} maxLength={3} required />
      <Input field={fields.from} label={t(words.from)} type="date" required />
      <Input
        field={fields.rate}
        label={t(words.rate, { base })}
        hint={t(words.rateHint)}
        inputMode="decimal"
        maxLength={24}
        required
      />{' '}
      {/* prettier-ignore */}
      <div>
        <Button variant="primary">{t(words.add)}</Button>
      </div>
    </Form>
  )
}
