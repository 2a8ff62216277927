import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { peopleExport } from '#app/access/export-people.server.ts'

export const handle = { access: 'users.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, peopleExport)
