import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { timesExport } from '#app/cases/team/export-times.server.ts'

export const handle = { access: 'team.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, timesExport)
