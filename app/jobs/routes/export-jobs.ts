import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { jobExport } from '#app/jobs/export-jobs.server.ts'

export const handle = { access: 'jobs.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, jobExport)
