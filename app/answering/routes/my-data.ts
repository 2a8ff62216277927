import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { downloadMyData } from '#app/answering/my-data/download-my-data.server.ts'
import { showMyData } from '#app/answering/my-data/show-my-data.server.ts'
import { takeMyData } from '#app/answering/my-data/take-my-data.server.ts'
import { responseOf, visitOf } from '#app/answering/visit-of-request.server.ts'

export const handle = { access: 'public', noScript: true, bare: true }

export async function loader(args: LoaderFunctionArgs) {
  const visit = visitOf(args)
  const format = visit.query.get('as')
  if (format !== 'json' && format !== 'csv') return responseOf(await showMyData(visit))
  const reply = await downloadMyData(visit, format)
  return reply instanceof Response ? reply : responseOf(reply)
}

export async function action(args: ActionFunctionArgs) {
  return responseOf(await takeMyData(visitOf(args)))
}
