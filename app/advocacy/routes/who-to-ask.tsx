import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ListPlus, Sparkles } from 'lucide-react'
import { z } from 'zod'
import { listAccountValues, listProducts } from '#app/accounts/list-account-values.server.ts'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { WhoFilters } from '#app/advocacy/components/who-filters.tsx'
import { AskableRow } from '#app/advocacy/components/askable-row.tsx'
import { openGuards } from '#app/advocacy/guards/list-guards.server.ts'
import { GuardNotices } from '#app/advocacy/components/guard-notices.tsx'
import { askableFilter, countAskable, listAskable } from '#app/advocacy/asking/list-askable.server.ts'
import { traits } from '#app/advocacy/asking/profile.ts'
import { fitWords } from '#app/advocacy/asking/profile-words.ts'
import { reserveAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { askingWords as words } from '#app/advocacy/asking/words.ts'
import { RefusedAsks, type RefusedAsk } from '#app/advocacy/components/refused-asks.tsx'
import { listWords } from '#app/advocacy/lists/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { exportWords } from '#app/audit/export/words.ts'
import { mostOnTab } from '#app/platform/counted.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ExportMenu } from '#app/ui/export-menu.tsx'
import { useListKeys } from '#app/ui/list-keys.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { useHref } from '#app/ui/search.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { redirect } from '@remix-run/node'
import { askKinds } from '#db/enums/advocacy.ts'

export const handle = { access: 'advocates.read', title: words.who }

const bulk = 'reserve'
const chosen = z.object({
  kind: z.enum(askKinds),
  contactIds: z.union([z.string().transform((one) => [one]), z.array(z.string().max(60)).max(50)]).default([]),
})

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const filter = askableFilter.parse(query)
  return {
    ...(await listAskable(ctx, filter)),
    counts: await countAskable(ctx, filter.kind),
    choices: {
      ...(await listAccountValues(ctx)),
      products: await listProducts(ctx),
      topics: await listTopicNames(ctx),
    },
    filter,
    editable: can(ctx.actor, 'asks.make'),
    mayAnswer: can(ctx.actor, 'advocates.edit'),
    guards: await openGuards(ctx, 'few_carry', ...(filter.kind === 'review' ? (['gating'] as const) : [])),
  }
}

/** Reserves whom one has ticked, and goes on to write; who could not be had is told by name. */
export async function action({ request, context: { ctx, locale } }: ActionFunctionArgs) {
  authorise(ctx, 'asks.make')
  const form = await readForm(request, chosen, locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { kind, contactIds } = form.value
  const refused: RefusedAsk[] = []
  let reserved = 0
  for (const contactId of contactIds) {
    const got = await reserveAsk(ctx, { kind, contactId })
    if (got.kind === 'reserved') reserved++
    else refused.push({ contactId, got })
  }
  if (reserved && refused.length === 0) return redirect('/asks/write')
  return { reserved, refused, chose: contactIds.length }
}

export default function WhoToAsk() {
  const { people, next, counts, choices, filter, editable, mayAnswer, guards } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useT()
  const format = useFormat()
  const list = useListKeys<HTMLOListElement>()
  const href = useHref()
  const narrowed = filter.q !== '' || traits.some((trait) => filter[trait])
  const nameOf = (id: string) => people.find((one) => one.contactId === id)?.person ?? id
  const asks = editable && filter.who === 'can'
  return (
    <Page
      title={t(words.who)}
      lead={t(words.whoLead)}
      actions={
        <>
          <ExportMenu to="/asks/who/export" reason={people.length === 0 ? t(exportWords.nothingHere) : null} />
          {editable ? (
            <LinkButton to={`/asks/list?kind=${filter.kind}`} icon={ListPlus}>
              {t(listWords.asksFromList)}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <AdvocacyTabs current="who" />
      <GuardNotices guards={guards} editable={mayAnswer} />
      <WhoFilters filter={filter} choices={choices} />
      <Tabs
        label={t(askKindNames[filter.kind])}
        tabs={(['can', 'cannot'] as const).map((who) => ({
          to: href({ who, after: null }),
          label: t(words[who]),
          count: format.upTo(counts[who], mostOnTab),
          current: filter.who === who,
        }))}
      />
      {outcome ? (
        <Notice tone={outcome.reserved ? 'info' : 'warning'}>
          {outcome.chose === 0 ? <p>{t(words.noChoice)}</p> : null}
          <RefusedAsks refused={outcome.refused} nameOf={nameOf} />
          {outcome.reserved ? <LinkButton to="/asks/write">{t(words.compose)}</LinkButton> : null}
        </Notice>
      ) : null}
      {people.length === 0 ? (
        <Empty icon={Sparkles} title={t(narrowed ? words.nobodyFiltered : words.nobody)}>
          {narrowed || filter.who === 'cannot' ? null : t(words.nobodyText)}
        </Empty>
      ) : (
        <>
          {asks ? (
            <Form id={bulk} method="post" className="flex flex-wrap items-center gap-3">
              <input type="hidden" name="kind" value={filter.kind} />
              <Button variant="primary">{t(words.write)}</Button>
              <span className="text-sm text-muted">{t(words.chosen)}</span>
            </Form>
          ) : null}
          <ol
            ref={list}
            aria-label={t(words.who)}
            className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
          >
            {people.map((one) => (
              <AskableRow
                key={one.contactId}
                of={one}
                form={asks ? bulk : null}
                kind={editable ? filter.kind : null}
                stale={filter.who === 'can' && one.blocks.length > 0}
              />
            ))}
          </ol>
          {filter.fit === 'best' && narrowed ? <p className="text-sm text-muted">{t(fitWords.bestOnly)}</p> : null}
          <Pager shown={people.length} next={next} />
        </>
      )}
    </Page>
  )
}
