import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { advocateExport } from '#app/advocacy/export-advocates.server.ts'

export const handle = { access: 'advocates.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, advocateExport)
