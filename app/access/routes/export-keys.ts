import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { keyExport } from '#app/access/export-keys.server.ts'

export const handle = { access: 'keys.edit' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, keyExport)
