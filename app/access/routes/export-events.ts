import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { eventExport } from '#app/access/export-events.server.ts'

export const handle = { access: 'audit.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, eventExport)
