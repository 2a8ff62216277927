import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { suppressionExport } from '#app/email/export-suppressions.server.ts'

export const handle = { access: 'suppressions.edit' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, suppressionExport)
