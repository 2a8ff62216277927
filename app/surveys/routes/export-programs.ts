import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { programExport } from '#app/surveys/export-programs.server.ts'

export const handle = { access: 'programs.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, programExport)
