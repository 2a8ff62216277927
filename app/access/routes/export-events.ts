import type { LoaderFunctionArgs } from '@remix-run/node'
import { sendExport } from '#app/audit/export/send-export.server.ts'
import { eventsShownTo } from '#app/cases/kept-cases.server.ts'
import { narrowedEvents } from '#app/access/export-events.server.ts'

export const handle = { access: 'audit.read' }

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  sendExport({ request, context }, narrowedEvents(eventsShownTo))
