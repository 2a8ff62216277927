import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showLanding } from '#app/answering/referral/show-landing.server.ts'
import { takeLead } from '#app/answering/referral/take-lead.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

const visit = (args: LoaderFunctionArgs) => ({ ...visitOf(args), token: args.params.code ?? '' })

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showLanding(visit(args)))
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeLead(visit(args)))
}
