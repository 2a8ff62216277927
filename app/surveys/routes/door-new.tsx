import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { authorise } from '#app/audit/context.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { DoorFields } from '#app/surveys/doors/components/door-fields.tsx'
import { Secret } from '#app/surveys/doors/components/secret.tsx'
import { createDoor } from '#app/surveys/doors/create-door.server.ts'
import { doorWords as words } from '#app/surveys/doors/door-words.ts'
import { createDoorSchema } from '#app/surveys/doors/door.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { typedOf } from '#app/surveys/typed.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'
import { doorKinds } from '#db/enums/surveys.ts'

export const handle = { access: 'programs.edit', title: words.add }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'programs.edit')
  const { program } = await getProgram(ctx, params.programId!)
  return { program: { id: program.id, name: program.name } }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, createDoorSchema.omit({ programId: true }), context.locale)
  if (form.status !== 'success') return json({ result: form.reply(), made: null }, 400)
  const programId = params.programId!
  const { door, secret } = await createDoor(context.ctx, {
    ...form.value,
    programId,
    origins: form.value.origins.join('\n'),
  })
  if (secret) return json({ result: null, made: { id: door.id, secret } })
  return saidRedirect(
    `/programs/${programId}/doors/${door.id}`,
    { text: translate(context.locale, words.created) },
    context,
  )
}

export default function NewDoor() {
  const { program } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const t = useT()
  const busy = useBusy()
  const made = told && 'made' in told ? told.made : null
  const typed = typedOf(told && 'result' in told ? told.result : null, { kind: 'link', perHour: 200 })
  const crumbs = [
    { to: '/programs', label: t(surveyWords.programs) },
    { to: `/programs/${program.id}`, label: program.name },
  ]
  if (made) {
    return (
      <Page title={t(words.created)} crumbs={crumbs} narrow>
        <Secret secret={made.secret} />
        <ButtonRow>
          <LinkButton to={`/programs/${program.id}/doors/${made.id}`} variant="primary">
            {t(words.goOn)}
          </LinkButton>
        </ButtonRow>
      </Page>
    )
  }
  return (
    <Page title={t(words.add)} lead={t(words.addLead, { program: program.name })} crumbs={crumbs} narrow>
      <Form method="post" className="group flex flex-col gap-5">
        <RadioGroup
          name="kind"
          label={t(words.kind)}
          defaultValue={typed.text('kind')}
          options={doorKinds.map((kind) => ({
            value: kind,
            label: t(words[kind]),
            hint: t(kind === 'link' ? words.linkHint : words.widgetHint),
          }))}
        />
        <DoorFields typed={typed} kind={null} />
        <ButtonRow>
          <Button variant="primary" busy={busy}>
            {t(words.create)}
          </Button>
          <LinkButton to={`/programs/${program.id}`}>{t(uiWords.cancel)}</LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
