import type { AppLoadContext } from '@remix-run/node'
import type { ExportList } from '#app/audit/export/export-list.ts'
import { openExport } from '#app/audit/export/open-export.server.ts'
import { authorise } from '#app/audit/context.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { attachment } from '#app/platform/http/attachment.ts'
import { exportFormats, type ExportFormat } from '#db/enums/audit.ts'

/** Chosen by the page that asks; anything else is left out. */
const refPattern = /^[0-9a-z]{16,40}$/

/**
 * The reply of a list's export route: `?format=csv|sjis|json` and the query of the list's own page. `params` are those
 * of the path that the filter needs.
 * @throws Refusal 400 without a known format
 */
export async function sendExport<Row, Filter extends object>(
  { request, context }: { request: Request; context: AppLoadContext },
  list: ExportList<Row, Filter>,
  params: Record<string, string> = {},
): Promise<Response> {
  const given = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const { format, ref, after: _page, limit: _size, ...query } = given
  if (!exportFormats.includes(format as ExportFormat)) throw new Refusal(400, 'bad_request')
  authorise(context.ctx, list.access)
  if (request.method === 'HEAD') return new Response(null) // asks, takes nothing: no export
  const { body, type, fileName } = await openExport(context.ctx, list, {
    query: { ...query, ...params },
    format: format as ExportFormat,
    ref: ref !== undefined && refPattern.test(ref) ? ref : null,
    locale: context.locale,
  })
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': attachment(fileName) } })
}
