import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { narrowed } from '#app/insights/narrow-responses.server.ts'
import { narrowedExport } from '#app/responses/export-responses.server.ts'

export const handle = { access: 'responses.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  sendExport({ request, context }, narrowedExport(narrowed))
