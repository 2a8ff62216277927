import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showUnsubscribe, takeUnsubscribe } from '#app/answering/unsubscribe.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showUnsubscribe(visitOf(args)))
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeUnsubscribe(visitOf(args)))
}
