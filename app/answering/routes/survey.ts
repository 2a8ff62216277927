import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showWhatIsAsked, takeWhatIsSaid } from '#app/answering/survey-visit.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showWhatIsAsked(visitOf(args)))
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeWhatIsSaid(visitOf(args)))
}
