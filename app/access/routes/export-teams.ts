import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { teamExport } from '#app/access/export-teams.server.ts'

export const handle = { access: 'users.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, teamExport)
