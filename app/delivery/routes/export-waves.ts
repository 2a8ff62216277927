import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { waveExport } from '#app/delivery/export-waves.server.ts'

export const handle = { access: 'programs.read' }

export const loader = ({ request, context, params }: LoaderFunctionArgs) =>
  sendExport({ request, context }, waveExport, { program: params.programId! })
