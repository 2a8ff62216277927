import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { countAudience } from '#app/delivery/count-audience.server.ts'
import { authorise } from '#app/audit/context.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { AudienceFields } from '#app/surveys/components/audience-fields.tsx'
import { caseRuleWords } from '#app/surveys/case-rule-words.ts'
import { CaseRuleFields } from '#app/surveys/components/case-rule-fields.tsx'
import { alterQuestions, type TypedQuestion } from '#app/surveys/alter-questions.ts'
import { LivePreview } from '#app/surveys/components/live-preview.tsx'
import { QuestionFields } from '#app/surveys/components/question-fields.tsx'
import { WordingColumns } from '#app/surveys/components/wording-columns.tsx'
import type { Pressed } from '#app/surveys/editing-languages.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { listAudienceValues } from '#app/surveys/list-audience-values.server.ts'
import { listBrands } from '#app/surveys/list-brands.server.ts'
import { caseRuleForm, editProgramSchema } from '#app/surveys/program.ts'
import { typedOf } from '#app/surveys/typed.ts'
import { questionsOf, spokenBy, standardWording } from '#app/surveys/wordings.ts'
import { integrityHints, integrityNames, surveyErrors, surveyWords } from '#app/surveys/words.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'
import { integrities } from '#db/enums/surveys.ts'

export const handle = { access: 'programs.edit', title: surveyWords.edit }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'programs.edit')
  const { program, version } = await getProgram(ctx, params.programId!)
  // What is added starts with the standard words.
  const standard = standardWording(program.metric, program.kind)
  const { audience, invited, complete } = await countAudience(ctx, program, { budgetMs: 1500 })
  return {
    program: { id: program.id, name: program.name, metric: program.metric },
    stored: {
      name: program.name,
      brandId: program.brandId,
      minIntervalDays: program.minIntervalDays,
      changeDays: program.changeDays,
      inScore: program.inScore,
      outsideRules: program.outsideRules,
      integrity: program.integrity,
      seenVersionId: version.id,
      audience: program.audience,
      caseRule: caseRuleForm(program.caseRule),
      wording: { ...standard, ...version.content.wording },
      questions: version.content.questions ?? [],
      pace: version.content.pace ?? 'one',
    },
    languages: spokenBy(version.content.wording),
    standardQuestions: questionsOf(standard),
    brands: (await listBrands(ctx)).map(({ id, name }) => ({ value: id, label: name })),
    values: await listAudienceValues(ctx),
    counted: { audience, invited, complete },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const fields = await formOf(request)
  const form = parseForm(fields, editProgramSchema.omit({ id: true }), context.locale)
  const pressed = pressedIn(fields)
  if (pressed) return json({ result: { ...form.reply(), error: null }, pressed })
  const alter = fields.get('alter')
  if (typeof alter === 'string') return json({ result: altered(form.payload, alter), altered: true })
  if (form.status !== 'success') return json({ result: form.reply() }, 400)
  const id = params.programId!
  try {
    const { version, newVersion } = await editProgram(context.ctx, { ...form.value, id })
    const text = newVersion
      ? translate(context.locale, surveyWords.savedVersion, { n: version })
      : translate(context.locale, surveyWords.saved)
    return saidRedirect(`/programs/${id}`, { text }, context)
  } catch (error) {
    // What was typed stays, beside what was refused.
    if (error instanceof Conflict)
      return json(
        {
          result: form.reply(),
          refused: translate(context.locale, surveyErrors[error.code as keyof typeof surveyErrors]),
        },
        409,
      )
    if (!(error instanceof Invalid)) throw error
    const fieldErrors = Object.fromEntries(
      Object.entries(error.fields).map(([field, code]) => [
        field,
        [translate(context.locale, surveyErrors[code as keyof typeof surveyErrors] ?? surveyErrors.invalid)],
      ]),
    )
    return json({ result: form.reply({ fieldErrors }) }, 422)
  }
}

/** Without script: the button that shows, adds or takes out a language. */
function pressedIn(fields: FormData): Pick<Pressed, 'show' | 'takeOut'> | null {
  const text = (name: string) => (typeof fields.get(name) === 'string' ? String(fields.get(name)) : null)
  const [show, takeOut] = [text('show'), text('takeOut')]
  if (show === null && takeOut === null) return null
  return { show: show === 'more' ? text('more') : show, takeOut }
}

/** The form with its questions altered, as it was typed; nothing is saved. */
function altered(typed: Record<string, unknown>, alter: string) {
  const questions = Array.isArray(typed.questions) ? (typed.questions as TypedQuestion[]).filter(Boolean) : []
  const removed = typeof typed.removed === 'string' ? typed.removed : ''
  return { initialValue: { ...typed, ...alterQuestions({ questions, removed }, alter) }, error: null }
}

/** A plain form, posted as a document: the preview posts the same fields to a frame beside. */
export default function EditProgram() {
  const { program, stored, languages, standardQuestions, brands, values, counted } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const t = useT()
  const refused = told && 'result' in told ? told.result : undefined
  const wordings = (refused?.initialValue?.wording ?? {}) as Record<string, unknown>
  const typed = typedOf(
    // Languages that weren't in the form have what is stored.
    refused && { ...refused, initialValue: { ...refused.initialValue, wording: { ...stored.wording, ...wordings } } },
    stored,
  )
  const pressed: Pressed | undefined = refused && {
    typed: Object.keys(wordings),
    out: typed.list('takenOut'),
    ...(told && 'pressed' in told ? told.pressed : {}),
  }
  return (
    <Page
      title={t(surveyWords.editTitle, { name: program.name })}
      crumbs={[
        { to: '/programs', label: t(surveyWords.programs) },
        { to: `/programs/${program.id}`, label: program.name },
      ]}
    >
      {refused && !('refused' in told!) && !('pressed' in told!) && !('altered' in told!) ? (
        <Notice tone="danger">{t(surveyErrors.invalid)}</Notice>
      ) : null}
      <form method="post" className="flex flex-col gap-5">
        {/* The first button of a form is what Enter presses. */}
        <button type="submit" className="sr-only" tabIndex={-1}>
          {t(surveyWords.save)}
        </button>
        <input type="hidden" name="seenVersionId" value={typed.text('seenVersionId') || stored.seenVersionId} />
        <Card title={t(surveyWords.rules)}>
          <div className="grid gap-4 sm:grid-cols-3">
            <Input
              label={t(surveyWords.name)}
              name="name"
              defaultValue={typed.text('name')}
              error={typed.error('name')}
              required
              maxLength={120}
            />
            <Select
              label={t(surveyWords.brand)}
              name="brandId"
              defaultValue={typed.text('brandId')}
              error={typed.error('brandId')}
              options={brands}
              required
            />
            <Input
              label={t(surveyWords.minInterval)}
              name="minIntervalDays"
              type="number"
              min={0}
              max={3650}
              defaultValue={typed.text('minIntervalDays')}
              error={typed.error('minIntervalDays')}
              required
            />
            <Input
              label={t(surveyWords.changeDays)}
              hint={t(surveyWords.changeDaysHint)}
              name="changeDays"
              type="number"
              min={0}
              max={365}
              defaultValue={typed.text('changeDays')}
              error={typed.error('changeDays')}
              required
            />
          </div>
          <p className="text-xs text-muted">
            {t(surveyWords.brandHint)}{' '}
            <Link to="/settings/brand" className="text-accent underline">
              {t(surveyWords.editBrand)}
            </Link>
          </p>
          <Checkbox label={t(surveyWords.inScore)} name="inScore" defaultChecked={typed.checked('inScore')} />
          <Checkbox
            label={t(surveyWords.outsideRules)}
            hint={t(surveyWords.outsideRulesHint)}
            name="outsideRules"
            defaultChecked={typed.checked('outsideRules')}
          />
        </Card>
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <Card title={t(surveyWords.wording)}>
            <p className="text-xs text-muted">{t(surveyWords.wordingLead, { token: '{company}' })}</p>
            <WordingColumns
              metric={program.metric}
              typed={typed}
              saved={languages}
              pressed={pressed}
              standard={standardQuestions}
            />
          </Card>
          <LivePreview programId={program.id} metric={program.metric} languages={languages} />
        </div>
        <Card title={t(surveyWords.more)}>
          <p className="text-xs text-muted">{t(surveyWords.moreLead)}</p>
          <QuestionFields metric={program.metric} spoken={languages} typed={typed} />
        </Card>
        <Card title={t(surveyWords.audience)}>
          <p className="text-xs text-muted">{t(surveyWords.audienceLead)}</p>
          <AudienceFields programId={program.id} values={values} typed={typed} counted={counted} />
        </Card>
        <Card title={t(surveyWords.integrity)}>
          <RadioGroup
            label={t(surveyWords.integrityLead)}
            hideLabel
            hint={t(surveyWords.integrityLead)}
            name="integrity"
            defaultValue={typed.text('integrity') || stored.integrity}
            error={typed.error('integrity')}
            options={integrities.map((value) => ({
              value,
              label: t(integrityNames[value]),
              hint: t(integrityHints[value]),
            }))}
            required
          />
        </Card>
        <Card title={t(caseRuleWords.cases)}>
          <p className="text-xs text-muted">{t(caseRuleWords.lead)}</p>
          <CaseRuleFields metric={program.metric} typed={typed} />
        </Card>
        <ButtonRow>
          <Button variant="primary">{t(surveyWords.save)}</Button>
          <LinkButton to={`/programs/${program.id}`}>{t(uiWords.cancel)}</LinkButton>
        </ButtonRow>
      </form>
    </Page>
  )
}
