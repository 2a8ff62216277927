import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'
import { showWidget } from '#app/answering/widget/show-widget.server.ts'
import { takeWidgetAnswer } from '#app/answering/widget/take-widget-answer.server.ts'

// Open to the pages of the origins that the door names; a signed contact id is asked for inside.
export const handle = { access: 'public' }

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showWidget(visitOf(args)))
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeWidgetAnswer(visitOf(args)))
}
