import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { mailExport } from '#app/email/export-mail.server.ts'

export const handle = { access: 'mailbox.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, mailExport)
