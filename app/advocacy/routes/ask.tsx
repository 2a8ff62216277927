import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { answers, after } from '#app/advocacy/asking/ask.ts'
import { finishAsk } from '#app/advocacy/asking/finish-ask.server.ts'
import { getAsk } from '#app/advocacy/asking/get-ask.server.ts'
import { channelWords, handWords as words, wayWords } from '#app/advocacy/asking/hand-words.ts'
import { noteAsk, noteForm, recordSaid, saidForm } from '#app/advocacy/asking/note-ask.server.ts'
import { releaseAsk } from '#app/advocacy/asking/reserve-ask.server.ts'
import { stopAsk } from '#app/advocacy/asking/stop-ask.server.ts'
import { askingErrors, askingWords, askStateWords } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { AdvocacyTabs } from '#app/advocacy/components/advocacy-tabs.tsx'
import { SaidForm } from '#app/advocacy/components/said-form.tsx'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Card, Facts } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'advocates.read', title: words.ask }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const ask = await getAsk(ctx, params.id!)
  const me = ctx.actor.kind === 'user' ? ctx.actor.id : null
  const editable = can(ctx.actor, 'asks.make', { ownerId: ask.ownerId })
  const mine = ask.holderId === me
  return {
    ask,
    mayNote: editable && mine && ask.channel === 'hand' && ask.state === 'reserved',
    mayHear: editable && ask.channel !== 'thanks' && answers.some((one) => after(ask.state, one) !== null),
    mayFinish: editable && after(ask.state, 'finish') !== null,
    mayStop: after(ask.state, 'stop') !== null && (mine || can(ctx.actor, 'asks.stop', { ownerId: ask.ownerId })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'asks.make')
  const t = translator(locale)
  const askId = params.id!
  const posted = await formOf(request)
  const here = (text: string) => saidRedirect(`/asks/${askId}`, { text }, context)
  switch (String(posted.get('intent'))) {
    case 'note': {
      const form = parseForm(posted, noteForm, locale)
      if (form.status !== 'success') return badForm(form)
      const { value } = form
      return orRefused(form, context, async () => (await noteAsk(ctx, { ...value, askId }), here(t(words.saved))), {}, askingErrors) // prettier-ignore
    }
    case 'said': {
      const form = parseForm(posted, saidForm, locale)
      if (form.status !== 'success') return badForm(form)
      const { value } = form
      return orRefused(form, context, async () => (await recordSaid(ctx, { ...value, askId }), here(t(words.saved))), {}, askingErrors) // prettier-ignore
    }
    case 'release':
      await releaseAsk(ctx, askId)
      return here(t(words.givenBack))
    case 'finish':
      await finishAsk(ctx, askId)
      return here(t(askingWords.finished))
    case 'stop':
      await stopAsk(ctx, { askId })
      return here(t(askingWords.stopped))
    default:
      throw new Refusal(400, 'bad_request')
  }
}

/** One ask: what was asked, how it stands, and what a colleague can note of it. */
export default function Ask() {
  const { ask, mayNote, mayHear, mayFinish, mayStop } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useT()
  const kind = t(askKindNames[ask.kind])
  const here = `/asks/${ask.id}`
  return (
    <Page title={t(words.title, { kind, name: ask.person })} crumbs={[{ label: t(askingWords.asks), to: '/asks' }]}>
      <AdvocacyTabs current="asks" />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {mayNote || mayHear ? <SaidForm key={ask.state} ask={ask} notes={mayNote} sent={sent?.result} /> : null}
          {ask.body ? (
            <Card title={t(words.asked)}>
              {ask.subject ? <p className="font-medium">{ask.subject}</p> : null}
              <p dir="auto" className="max-w-prose whitespace-pre-line">
                {ask.body}
              </p>
            </Card>
          ) : mayNote ? (
            <Card title={t(words.outline)}>
              <p className="max-w-prose text-muted whitespace-pre-line">{ask.outline}</p>
            </Card>
          ) : null}
        </div>
        <Card title={t(words.facts)}>
          <Facts
            items={[
              { name: t(askingWords.state), value: <Badge>{t(askStateWords[ask.state])}</Badge> },
              {
                name: t(askingWords.person),
                value: (
                  <Link to={`/contacts/${ask.contactId}`} className="text-accent hover:underline">
                    {ask.person}
                  </Link>
                ),
              },
              { name: t(askingWords.account), value: ask.account },
              ...(mayNote && ask.phone ? [{ name: t(wayWords.phone), value: <a href={`tel:${ask.phone}`} className="text-accent hover:underline">{ask.phone}</a> }] : []), // prettier-ignore
              { name: t(askingWords.holder), value: ask.holder },
              { name: t(words.channel), value: t(ask.way ? wayWords[ask.way] : channelWords[ask.channel]) },
              ...(ask.state === 'reserved' ? [{ name: t(words.reservedUntil), value: <Time at={ask.reservedUntil} absolute /> }] : []), // prettier-ignore
              ...(ask.sentAt === null ? [] : [{ name: t(askStateWords.sent), value: <Time at={ask.sentAt} /> }]),
              ...(ask.answeredAt === null ? [] : [{ name: t(words.said), value: <Time at={ask.answeredAt} /> }]),
              ...(ask.note ? [{ name: t(words.note), value: <span dir="auto">{ask.note}</span> }] : []),
            ]}
          />
          <ButtonRow>
            {mayFinish ? (
              <Form method="post" action={here}>
                <Button name="intent" value="finish">
                  {t(askingWords.finish)}
                </Button>
              </Form>
            ) : null}
            {mayNote ? (
              <Form method="post" action={here}>
                <Button variant="quiet" name="intent" value="release">
                  {t(askingWords.giveBack)}
                </Button>
              </Form>
            ) : mayStop ? (
              <ConfirmForm
                trigger={t(askingWords.stop)}
                triggerVariant="quiet"
                title={t(askingWords.stopTitle, { name: ask.person })}
                body={t(ask.state === 'queued' || ask.state === 'reserved' ? askingWords.stopSure : askingWords.stopSent)} // prettier-ignore
                confirm={t(askingWords.stop)}
                danger
                action={here}
                fields={{ intent: 'stop' }}
              />
            ) : null}
          </ButtonRow>
        </Card>
      </div>
    </Page>
  )
}
