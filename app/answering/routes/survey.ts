import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showSurvey } from '#app/answering/show-survey.server.ts'
import { takeAnswer } from '#app/answering/take-answer.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showSurvey(visitOf(args)))
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeAnswer(visitOf(args)))
}
