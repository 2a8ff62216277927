import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { mostMoved, moveOwners, previewMove } from '#app/accounts/move-owners.server.ts'
import { accountWords as words } from '#app/accounts/page-words.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'accounts.import', title: words.moveTitle }

/** The accounts meant: those ticked, else the filter of the list that one came from. */
function pickOf(request: Request) {
  const query = new URL(request.url).searchParams
  const filter = Object.fromEntries([...query].filter(([name, value]) => name !== 'ids' && value !== ''))
  return { ids: query.getAll('ids').slice(0, 200), filter }
}

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const colleagues = await listColleagues(ctx)
  return {
    ...(await previewMove(ctx, pickOf(request))),
    most: mostMoved,
    colleagues: colleagues.map(({ id, name }) => ({ value: id, label: name })),
  }
}

export async function action({ request, context: { ctx } }: ActionFunctionArgs) {
  const form = await formOf(request)
  const id = await moveOwners(ctx, pickOf(request), {
    seat: form.get('seat') === 'sales' ? 'sales' : 'owner',
    toId: String(form.get('toId') || 'choose'),
    withCases: form.get('cases') === 'follow',
    seen: String(form.get('seen') ?? ''),
  })
  return redirect(`/accounts/moves/${id}`)
}

export default function Owners() {
  const t = useT()
  const format = useFormat()
  const busy = useBusy()
  const { total, owners, tooMany, most, colleagues } = useLoaderData<typeof loader>()
  return (
    <Page title={t(words.ownersTitle, { n: total })} crumbs={[{ label: t(words.accounts), to: '/accounts' }]} narrow>
      <Card title={t(words.ownersNow)}>
        <Facts
          items={owners.map((row) => ({
            name: row.name ?? t(words.noOwner),
            value: <span className="tabular-nums">{format.number(row.n)}</span>,
          }))}
        />
      </Card>
      {tooMany ? <Notice tone="warning" title={t(words.tooMany, { n: most })} /> : null}
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="seen" value={total} />
        <RadioGroup
          name="seat"
          label={t(words.seat)}
          defaultValue="owner"
          inline
          options={[
            { value: 'owner', label: t(words.owner) },
            { value: 'sales', label: t(words.salesOwner) },
          ]}
        />
        <Select
          name="toId"
          label={t(words.newOwner)}
          required
          empty={t(uiWords.choose)}
          options={[...colleagues, { value: 'none', label: t(words.noOwner) }]}
        />
        <RadioGroup
          name="cases"
          label={t(words.casesGo)}
          defaultValue="follow"
          options={[
            { value: 'follow', label: t(words.casesFollow) },
            { value: 'stay', label: t(words.casesStay) },
          ]}
        />
        <ButtonRow>
          <Button variant="primary" busy={busy} disabled={tooMany || total === 0}>
            {t(words.changeThem, { n: total })}
          </Button>
          <LinkButton to="/accounts" variant="quiet">
            {t(uiWords.cancel)}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
