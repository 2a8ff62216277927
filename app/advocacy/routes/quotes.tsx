import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MessageSquareQuote } from 'lucide-react'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { askingWords } from '#app/advocacy/asking/words.ts'
import { ProofCard } from '#app/advocacy/quotes/components/proof-card.tsx'
import { QuoteItem } from '#app/advocacy/quotes/components/quote-item.tsx'
import { listQuotes, quoteFilter } from '#app/advocacy/quotes/list-quotes.server.ts'
import { getProof } from '#app/advocacy/quotes/proof-settings.server.ts'
import { quoteStateWords, quoteWords as words } from '#app/advocacy/quotes/words.ts'
import { can } from '#app/audit/can.ts'
import { env } from '#app/platform/env.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { quoteStates } from '#db/enums/advocacy-quotes.ts'

export const handle = { access: 'advocates.read', title: words.quotes }

export async function loader({ request, context: { ctx } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const { state, after } = quoteFilter.parse({
    state: query.get('state') ?? undefined,
    after: query.get('after') ?? undefined,
  })
  return {
    ...(await listQuotes(ctx, { state, after })),
    state,
    began: after !== undefined,
    movable: state === 'published' && can(ctx.actor, 'advocates.edit'),
    proof: await getProof(ctx),
    settable: can(ctx.actor, 'settings.edit'),
    at: env.PUBLIC_URL,
  }
}

export default function Quotes() {
  const { quotes, next, state, began, movable, proof, settable, at } = useLoaderData<typeof loader>()
  const t = useT()
  const movesOf = (at: number) =>
    (['up', 'down'] as const).filter(
      (way) => movable && (way === 'up' ? at > 0 || began : at < quotes.length - 1 || next !== null),
    )
  return (
    <Page title={t(words.quotes)} lead={t(words.lead)}>
      <AdvocacyTabs current="quotes" />
      <Tabs
        label={t(askingWords.state)}
        tabs={quoteStates.map((one) => ({
          to: `/quotes?state=${one}`,
          label: t(quoteStateWords[one]),
          current: one === state,
        }))}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          {quotes.length === 0 ? (
            <Empty
              icon={MessageSquareQuote}
              title={t(words.empty)}
              action={<LinkButton to="/advocates?state=active">{t(words.toAdvocates)}</LinkButton>}
            >
              {state === 'draft' ? t(words.emptyDraft) : null}
            </Empty>
          ) : (
            <>
              <ol
                aria-label={t(quoteStateWords[state])}
                className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
              >
                {quotes.map((one, at) => (
                  <QuoteItem key={one.id} of={one} moves={movesOf(at)} />
                ))}
              </ol>
              <Pager shown={quotes.length} next={next} />
            </>
          )}
        </div>
        <ProofCard proof={proof} settable={settable} at={at} />
      </div>
    </Page>
  )
}
