import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showQuote } from '#app/answering/quotes/show-quote.server.ts'
import { takeQuote } from '#app/answering/quotes/take-quote.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showQuote(visitOf(args)))
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeQuote(visitOf(args)))
}
