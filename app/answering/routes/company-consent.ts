import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showConsent } from '#app/answering/consent/show-consent.server.ts'
import { takeConsent } from '#app/answering/consent/take-consent.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showConsent(visitOf(args)))
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeConsent(visitOf(args)))
}
