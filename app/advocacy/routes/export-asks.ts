import type { LoaderFunctionArgs } from '@remix-run/node'
import { askExport } from '#app/advocacy/asking/export-asks.server.ts'
import { sendExport } from '#app/audit/export/send-export.server.ts'

export const handle = { access: 'advocates.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) => sendExport({ request, context }, askExport)
