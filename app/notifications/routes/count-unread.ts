import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { countUnread } from '#app/notifications/list-notifications.server.ts'

export const handle = { access: 'self.edit' }

/** What the bell asks when somebody moves from page to page. */
export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return json({ unread: await countUnread(ctx) })
}
