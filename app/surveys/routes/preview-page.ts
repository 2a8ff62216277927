import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { renderSurveyPage } from '#app/answering/render-survey-page.server.ts'
import { surveyOf } from '#app/answering/survey-of.ts'
import { previewQuestions, previewThanks } from '#app/answering/thanks/preview.server.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { framed } from '#app/surveys/framed.ts'
import { previewOf } from '#app/surveys/preview.server.ts'
import { classOf, scoresOf } from '#app/statistics/scale.ts'
import { questionsFor } from '#app/surveys/question.ts'
import { classes } from '#db/enums/statistics.ts'

export const handle = { access: 'programs.read' }

/** The answer page as it is saved. */
export const loader = (args: LoaderFunctionArgs) => show(args)

/** The answer page as it is typed in the form of the edit page. Stores nothing. */
export const action = async (args: ActionFunctionArgs) => show(args, await formOf(args.request))

async function show({ request, params, context }: LoaderFunctionArgs, form?: FormData) {
  const { program, locale, wordings, questions, pace, brand, organisation } = await previewOf(
    context.ctx,
    params.programId!,
    String(form?.get('previewLanguage') ?? '') || new URL(request.url).searchParams.get('language'),
    form,
  )
  const content = { wording: wordings, questions, pace }
  const survey = surveyOf({ metric: program.metric, content, brand, organisation })
  const query = new URL(request.url).searchParams
  const at = classes.find((one) => one === query.get('at'))
  const score = at ? scoresOf(program.metric).find((one) => classOf(program.metric, one) === at)! : null
  const asked = at && query.has('asks') ? questionsFor(survey.questions, at, locale) : []
  const html =
    asked.length > 0
      ? previewQuestions(survey, { locale, cspNonce: context.nonce, asked })
      : at && score !== null && query.has('thanks')
        ? previewThanks(survey, { locale, cspNonce: context.nonce, score, class: at })
        : renderSurveyPage(survey, { locale, cspNonce: context.nonce, asking: 'preview', score, door: false })
  return framed(html, `style-src 'nonce-${context.nonce}'`)
}
