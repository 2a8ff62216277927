import type { ActionFunctionArgs } from '@remix-run/node'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { mostLines } from '#app/advocacy/lists/read-list.server.ts'
import { authorise } from '#app/audit/context.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { disarm } from '#app/platform/formula.ts'
import { attachment } from '#app/platform/http/attachment.ts'
import { formOf } from '#app/platform/http/form.server.ts'

export const handle = { access: 'advocates.edit', maxBody: 4 * 1024 * 1024 }

const lines = z.array(z.array(z.string().max(5_200)).max(12)).max(mostLines + 1)

/** Lines of a list that couldn't be taken, as a file for a spreadsheet. */
export async function action({ request, context: { ctx } }: ActionFunctionArgs) {
  authorise(ctx, 'advocates.edit')
  const read = lines.safeParse(parsed((await formOf(request)).get('lines')))
  if (!read.success) throw new Refusal(400, 'bad_request')
  const text = stringify(read.data.map((cells) => cells.map(disarm)), { record_delimiter: '\r\n' }) // prettier-ignore
  return new Response(`\ufeff${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': attachment('rejected.csv'),
    },
  })
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}
