import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showAsk } from '#app/answering/ask/show-ask.server.ts'
import { takeAsk } from '#app/answering/ask/take-ask.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showAsk(visitOf(args)))
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeAsk(visitOf(args)))
}
