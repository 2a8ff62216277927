import type { LoaderFunctionArgs } from '@remix-run/node'
import { reportExport } from '#app/advocacy/report/export-report.server.ts'
import { sendExport } from '#app/audit/export/send-export.server.ts'

export const handle = { access: 'advocates.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, reportExport)
