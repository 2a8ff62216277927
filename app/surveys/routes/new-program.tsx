import { getFormProps, useForm } from '@conform-to/react'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { authorise } from '#app/audit/context.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { createProgram } from '#app/surveys/create-program.server.ts'
import { listBrands } from '#app/surveys/list-brands.server.ts'
import { createProgramSchema } from '#app/surveys/program.ts'
import { programKindHints, programKindWords, surveyWords } from '#app/surveys/words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { metricWords } from '#app/ui/class-words.ts'
import { FieldErrors, Input, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'
import { metrics } from '#db/enums/statistics.ts'
import { askedKinds } from '#db/enums/surveys.ts'

export const handle = { access: 'programs.edit', title: surveyWords.newProgram }

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'programs.edit')
  return { brands: (await listBrands(ctx)).map(({ id, name }) => ({ value: id, label: name })) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, createProgramSchema, context.locale)
  if (form.status !== 'success') return json({ result: form.reply() }, 400)
  const program = await createProgram(context.ctx, form.value)
  return saidRedirect(`/programs/${program.id}/edit`, { text: translate(context.locale, surveyWords.created) }, context)
}

const metricHints = { nps: surveyWords.npsHint, csat: surveyWords.csatHint, ces: surveyWords.cesHint }

export default function NewProgram() {
  const { brands } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm({ lastResult: told && 'result' in told ? told.result : undefined })
  return (
    <Page
      title={t(surveyWords.newProgram)}
      lead={t(surveyWords.newLead)}
      crumbs={[{ to: '/programs', label: t(surveyWords.programs) }]}
      narrow
    >
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-5">
        <FieldErrors errors={form.errors} />
        <Input
          label={t(surveyWords.name)}
          hint={t(surveyWords.nameHint)}
          name="name"
          error={fields.name?.errors?.[0]}
          defaultValue={String(fields.name?.initialValue ?? '')}
          required
          maxLength={120}
        />
        <RadioGroup
          label={t(surveyWords.metric)}
          name="metric"
          defaultValue={String(fields.metric?.initialValue ?? 'nps')}
          options={metrics.map((metric) => ({
            value: metric,
            label: t(metricWords[metric]),
            hint: t(metricHints[metric]),
          }))}
        />
        <RadioGroup
          label={t(surveyWords.kind)}
          name="kind"
          defaultValue={String(fields.kind?.initialValue ?? 'relationship')}
          options={askedKinds.map((kind) => ({
            value: kind,
            label: t(programKindWords[kind]),
            hint: t(programKindHints[kind]),
          }))}
        />
        <RadioGroup
          label={t(surveyWords.market)}
          hint={t(surveyWords.marketHint)}
          name="market"
          defaultValue={String(fields.market?.initialValue ?? 'general')}
          options={[
            { value: 'general', label: t(surveyWords.marketGeneral) },
            { value: 'japan', label: t(surveyWords.marketJapan) },
          ]}
        />
        {brands.length > 1 ? (
          <Select label={t(surveyWords.brand)} hint={t(surveyWords.brandHint)} name="brandId" options={brands} />
        ) : null}
        <ButtonRow>
          <Button variant="primary" busy={busy}>
            {t(surveyWords.create)}
          </Button>
          <LinkButton to="/programs">{t(uiWords.cancel)}</LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  )
}
