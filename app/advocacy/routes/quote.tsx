import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { EditQuote } from '#app/advocacy/quotes/components/edit-quote.tsx'
import { QuoteVerbs } from '#app/advocacy/quotes/components/quote-verbs.tsx'
import { SideBySide } from '#app/advocacy/quotes/components/side-by-side.tsx'
import { editQuote } from '#app/advocacy/quotes/edit-quote.server.ts'
import { getQuote } from '#app/advocacy/quotes/get-quote.server.ts'
import { getProof } from '#app/advocacy/quotes/proof-settings.server.ts'
import { editQuoteForm } from '#app/advocacy/quotes/quote-form.ts'
import { mayStep, signature } from '#app/advocacy/quotes/quote.ts'
import { publicWords, quoteStateWords, quoteWords as words } from '#app/advocacy/quotes/words.ts'
import { advocacyWords } from '#app/advocacy/words.ts'
import { can } from '#app/audit/can.ts'
import { accessErrors } from '#app/access/words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { reasonWords } from '#app/email/words.ts'
import { Invalid } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'advocates.read', title: words.quote }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  return {
    quote: await getQuote(ctx, params.id!),
    editable: can(ctx.actor, 'advocates.edit'),
    open: (await getProof(ctx)).shown,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  authorise(context.ctx, 'advocates.edit')
  const form = await readForm(request, editQuoteForm, context.locale)
  if (form.status !== 'success') {
    const { initialValue, error } = form.reply()
    const typed = initialValue?.text
    return json(
      { typed: typeof typed === 'string' ? typed : undefined, error: error?.text?.join(' '), fileError: undefined },
      422,
    )
  }
  const { file, removeLogo, ...edit } = form.value
  const logo =
    file && file.size > 0
      ? { name: file.name, content: new Uint8Array(await file.arrayBuffer()) }
      : removeLogo
        ? null
        : undefined
  try {
    await editQuote(context.ctx, { ...edit, id: params.id! }, logo)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const word = accessErrors[error.code as keyof typeof accessErrors]
    return json({ typed: edit.text, error: undefined, fileError: translate(context.locale, word) }, 422)
  }
  return saidRedirect(`/quotes/${params.id}`, { text: translate(context.locale, words.edited) }, context)
}

export default function QuotePage() {
  const { quote, editable, open } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useT()
  const { person, state, fault } = quote
  const by = signature(quote.shown, quote.language) ?? t(publicWords.customer)
  const footer = quote.rewarded ? `${by} · ${t(publicWords.rewarded)}` : by
  const reason = fault === null ? undefined : reasonWords[fault]
  const times = [
    { name: t(words.sentAt), at: quote.sentAt },
    { name: t(words.approvedAt), at: quote.approvedAt },
    { name: t(words.publishedAt), at: quote.publishedAt },
    { name: t(words.withdrawnAt), at: quote.withdrawnAt },
  ]
  return (
    <Page
      title={person.name}
      crumbs={[
        { label: t(advocacyWords.advocates), to: '/advocates' },
        { label: t(words.quotes), to: `/quotes?state=${state}` },
      ]}
      actions={editable ? <QuoteVerbs of={quote} open={open} /> : undefined}
    >
      {fault === null ? null : <Notice tone="warning">{t(words.fault, { why: reason ? t(reason) : fault })}</Notice>}
      <SideBySide changes={quote.changes} language={quote.language} footer={footer} published={state === 'published'} />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        {editable && mayStep(state, 'edit') ? (
          <EditQuote
            of={quote}
            typed={sent && 'typed' in sent ? sent.typed : undefined}
            error={sent && 'error' in sent ? sent.error : undefined}
            fileError={sent && 'fileError' in sent ? sent.fileError : undefined}
          />
        ) : null}
        <Card title={<Badge tone={state === 'published' ? 'success' : 'neutral'}>{t(quoteStateWords[state])}</Badge>}>
          <Facts
            items={[
              {
                name: t(words.person),
                value: (
                  <Link to={`/contacts/${person.id}`} className="underline hover:text-accent">
                    {person.name}
                  </Link>
                ),
              },
              ...(quote.responseId
                ? [
                    {
                      name: t(words.answer),
                      value: (
                        <Link to={`/responses/${quote.responseId}`} className="underline hover:text-accent">
                          {t(words.seeAnswer)}
                        </Link>
                      ),
                    },
                  ]
                : []),
              ...times.flatMap(({ name, at }) => (at === null ? [] : [{ name, value: <Time at={at} /> }])),
            ]}
          />
        </Card>
      </div>
    </Page>
  )
}
