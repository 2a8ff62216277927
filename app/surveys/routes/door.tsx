import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { countDoorAnswers } from '#app/delivery/count-door-answers.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { editDoor, replaceDoorLink, replaceDoorSecret, setDoorState } from '#app/surveys/doors/change-door.server.ts'
import { DoorActions } from '#app/surveys/doors/components/door-actions.tsx'
import { DoorFields } from '#app/surveys/doors/components/door-fields.tsx'
import { DoorBadge } from '#app/surveys/doors/components/door-list.tsx'
import { LinkCard } from '#app/surveys/doors/components/link-card.tsx'
import { Secret } from '#app/surveys/doors/components/secret.tsx'
import { WidgetRecipe } from '#app/surveys/doors/components/widget-recipe.tsx'
import { doorWords as words } from '#app/surveys/doors/door-words.ts'
import { doorStateSchema, editDoorSchema } from '#app/surveys/doors/door.ts'
import { getDoor } from '#app/surveys/doors/get-door.server.ts'
import { typedOf } from '#app/surveys/typed.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { Button, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'programs.read', title: words.doors }

const keyOf = (params: LoaderFunctionArgs['params']) => ({ id: params.doorId!, programId: params.programId! })

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const { door, program, home } = await getDoor(ctx, keyOf(params))
  const { [door.id]: count = { answers: 0, last: null } } = await countDoorAnswers(ctx, [door.id])
  const mayEdit = can(ctx.actor, 'programs.edit') && program.state !== 'archived'
  return { door, program: { id: program.id, name: program.name, state: program.state }, home, count, mayEdit }
}

const intentSchema = z.object({ intent: z.enum(['edit', 'state', 'replace', 'rotate']) })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'programs.edit')
  const data = await formOf(request)
  const intent = intentSchema.safeParse({ intent: data.get('intent') })
  if (!intent.success) throw new Refusal(400, 'bad_request')
  const of = keyOf(params)
  const said = (text: string, undo?: { to: string }) =>
    saidRedirect(
      `/programs/${of.programId}/doors/${of.id}`,
      {
        text,
        undo: undo && {
          action: `/programs/${of.programId}/doors/${of.id}`,
          fields: { intent: 'state', ...undo },
          label: translate(locale, uiWords.undo),
        },
      },
      context,
    )
  if (intent.data.intent === 'rotate') return json({ result: null, ...(await replaceDoorSecret(ctx, of)) })
  if (intent.data.intent === 'replace') {
    await replaceDoorLink(ctx, of)
    return said(translate(locale, words.replaced))
  }
  if (intent.data.intent === 'state') {
    const form = parseForm(data, doorStateSchema.pick({ to: true }), locale)
    if (form.status !== 'success') throw new Refusal(400, 'bad_request')
    const { name, state } = await setDoorState(ctx, { ...of, to: form.value.to })
    const text = translate(locale, state === 'open' ? words.openSaid : words.shutSaid, { name })
    return said(text, { to: state === 'open' ? 'shut' : 'open' })
  }
  const form = parseForm(data, editDoorSchema.omit({ id: true, programId: true }), locale)
  if (form.status !== 'success') return json({ result: form.reply(), secret: null }, 400)
  await editDoor(ctx, { ...of, ...form.value, origins: form.value.origins.join('\n') })
  return said(translate(locale, words.saved))
}

export default function Door() {
  const { door, program, home, count, mayEdit } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const t = useT()
  const format = useFormat()
  const secret = told && 'secret' in told ? told.secret : null
  return (
    <Page
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {door.name} <DoorBadge state={door.state} />
        </span>
      }
      lead={t(words[door.kind])}
      crumbs={[
        { to: '/programs', label: t(surveyWords.programs) },
        { to: `/programs/${program.id}`, label: program.name },
      ]}
      actions={mayEdit ? <DoorActions door={door} /> : null}
    >
      {secret ? <Secret secret={secret} /> : null}
      {program.state === 'live' ? null : <Notice tone="warning">{t(words.waits)}</Notice>}
      {door.kind === 'widget' && door.origins.length === 0 ? (
        <Notice tone="warning">{t(words.noOrigins)}</Notice>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {door.kind === 'link' ? (
            <LinkCard programId={program.id} door={door} />
          ) : (
            <WidgetRecipe home={home} token={door.token} />
          )}
          {mayEdit ? <Settings door={door} reply={told && 'result' in told ? told.result : null} /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t(words.answers)}>
            <Facts
              items={[
                { name: t(words.answers), value: format.number(count.answers) },
                {
                  name: t(words.last),
                  value: count.last === null ? t(words.noAnswers) : <Time at={count.last} absolute />,
                },
                { name: t(words.perHour), value: format.number(door.perHour) },
              ]}
            />
            {count.answers > 0 ? (
              <LinkButton to={`/responses?door=${door.id}`} size="sm">
                {t(words.seeAnswers)}
              </LinkButton>
            ) : null}
          </Card>
          {door.anonymous ? (
            <Card title={t(words.trust)}>
              <p className="text-muted">{t(words.trustText)}</p>
            </Card>
          ) : null}
        </div>
      </div>
    </Page>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['door']

function Settings({ door, reply }: { door: Shown; reply: Parameters<typeof typedOf>[0] }) {
  const t = useT()
  const busy = useBusy()
  const { name, perHour, anonymous, origins } = door
  const typed = typedOf(reply, { name, perHour, anonymous: anonymous ? 'on' : '', origins: origins.join('\n') })
  return (
    <Card title={t(words.settings)}>
      <Form method="post" className="flex max-w-prose flex-col gap-5">
        <input type="hidden" name="intent" value="edit" />
        <DoorFields typed={typed} kind={door.kind} />
        <div>
          <Button variant="primary" busy={busy}>
            {t(uiWords.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
