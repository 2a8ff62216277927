import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { caseExport } from '#app/cases/export-cases.server.ts'

export const handle = { access: 'cases.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, caseExport)
