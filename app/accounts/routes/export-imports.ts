import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { importExport } from '#app/accounts/export-imports.server.ts'

export const handle = { access: 'accounts.import' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, importExport)
