import type { LoaderFunctionArgs } from '@remix-run/node'
import { showProofJson } from '#app/answering/quotes/show-proof.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showProofJson(visitOf(args)))
}
