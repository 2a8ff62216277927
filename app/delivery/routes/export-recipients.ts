import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { recipientExport } from '#app/delivery/export-recipients.server.ts'

export const handle = { access: 'accounts.read' }

export const loader = ({ request, context, params }: LoaderFunctionArgs) =>
  sendExport({ request, context }, recipientExport, { wave: params.waveId! })
