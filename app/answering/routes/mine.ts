import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { showMine } from '#app/answering/mine/show-mine.server.ts'
import { takeMine } from '#app/answering/mine/take-mine.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

export async function loader(args: LoaderFunctionArgs) {
  return responseOf(await showMine(visitOf(args)))
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeMine(visitOf(args)))
}
