import type { SubmissionResult } from '@conform-to/react'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getBrand } from '#app/access/get-organisation.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { askForm, askKindSchema } from '#app/advocacy/catalogue/ask-content.ts'
import {
  editAskKind,
  restoreAskVersion,
  restoreForm,
  type SavedAsk,
} from '#app/advocacy/catalogue/edit-ask-kind.server.ts'
import { getAskVersions } from '#app/advocacy/catalogue/get-ask-versions.server.ts'
import { askKindLines } from '#app/advocacy/catalogue/kind-lines.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { simulateRules, type Simulation } from '#app/advocacy/asking/simulate-rules.server.ts'
import { askErrors, catalogueWords as words } from '#app/advocacy/catalogue/words.ts'
import { AskSimulation } from '#app/advocacy/components/ask-simulation.tsx'
import { AskForm } from '#app/advocacy/components/ask-form.tsx'
import { AskReading } from '#app/advocacy/components/ask-reading.tsx'
import { GuardNotices } from '#app/advocacy/components/guard-notices.tsx'
import { openGuards } from '#app/advocacy/guards/list-guards.server.ts'
import { AskVersions } from '#app/advocacy/components/ask-versions.tsx'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { NotFound, Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'advocates.read', title: settingsWords.asks }

const list = '/settings/asks'

export async function loader({ request, params, context: { ctx } }: LoaderFunctionArgs) {
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  return {
    ...(await getAskVersions(ctx, params.kind!, query)),
    company: (await getBrand(ctx)).name,
    sender: ctx.actor.kind === 'user' ? ctx.actor.name : '',
    editable: can(ctx.actor, 'advocates.edit'),
    guards: params.kind === 'review' ? await openGuards(ctx, 'gating') : [],
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'advocates.edit')
  const kind = askKindSchema.safeParse(params.kind).data
  if (!kind) throw new NotFound()
  const t = translator(locale)
  const here = `${list}/${kind}`
  const said = (base: number, { number, changed }: SavedAsk) => {
    if (!changed) return saidRedirect(here, { text: t(words.unchanged) }, context)
    const fields = { intent: 'restore', base: String(number), number: String(base) }
    const text = t(words.savedKind, { kind: t(askKindNames[kind]), n: number })
    return saidRedirect(here, { text, undo: { action: here, fields, label: t(uiWords.undo) } }, context)
  }
  const data = await formOf(request)
  switch (String(data.get('intent'))) {
    case 'save': {
      const form = parseForm(data, askForm, locale)
      if (form.status !== 'success') return badForm(form)
      const { base, content } = form.value
      return orRefused(
        form,
        context,
        async () => said(base, await editAskKind(ctx, { kind, base, content })),
        {},
        askErrors,
      )
    }
    case 'simulate': {
      const form = parseForm(data, askForm, locale)
      if (form.status !== 'success') return badForm(form)
      const { content } = form.value
      return orRefused(
        form,
        context,
        async () => json({ result: form.reply(), simulation: await simulateRules(ctx, { kind, content }) }),
        {},
        askErrors,
      )
    }
    case 'restore': {
      const form = parseForm(data, restoreForm, locale)
      if (form.status !== 'success') throw new Refusal(400, 'bad_request')
      return said(form.value.base, await restoreAskVersion(ctx, { kind, ...form.value }))
    }
    default:
      throw new Refusal(400, 'bad_request')
  }
}

export default function AskKindPage() {
  const t = useT()
  const { company, sender, editable, guards, ...versions } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result?: SubmissionResult; simulation?: Simulation }>()
  const { now, old } = versions
  return (
    <Page
      title={t(askKindNames[now.kind])}
      lead={t(askKindLines[now.kind])}
      crumbs={[
        { label: t(settingsWords.title), to: '/settings' },
        { label: t(settingsWords.asks), to: list },
      ]}
    >
      <GuardNotices guards={guards} editable={editable} />
      {old ? (
        <Notice title={old.number === 0 ? t(words.standard) : t(words.numbered, { n: old.number })}>
          <p>{t(words.oldLead)}</p>
          <p>
            <LinkButton size="sm" to={`${list}/${now.kind}`}>
              {t(words.back)}
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      {editable && !old ? (
        <AskForm key={now.number} ask={now} company={company} sender={sender} result={sent?.result}>
          {sent?.simulation ? <AskSimulation of={sent.simulation} /> : null}
        </AskForm>
      ) : (
        <AskReading ask={old ?? now} company={company} sender={sender} />
      )}
      <AskVersions {...versions} editable={editable} />
    </Page>
  )
}
