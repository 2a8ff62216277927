import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { keptExport } from '#app/loop/export-kept.server.ts'

export const handle = { access: 'accounts.import' }

export const loader = ({ request, context, params }: LoaderFunctionArgs) =>
  sendExport({ request, context }, keptExport, { import: params.id! })
