import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { accountExport } from '#app/accounts/export-accounts.server.ts'

export const handle = { access: 'accounts.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, accountExport)
