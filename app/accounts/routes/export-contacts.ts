import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { contactExport } from '#app/accounts/export-contacts.server.ts'

export const handle = { access: 'accounts.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, contactExport)
