import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { noSessionCookie } from '#app/access/session-cookie.server.ts'
import { endOwnSession } from '#app/access/sessions.server.ts'

export const handle = { access: 'public' }

/** Somebody follows it as a link: nothing is changed by a GET. */
export const loader = () => redirect('/')

export async function action({ context }: ActionFunctionArgs) {
  if (context.sessionId) await endOwnSession(context.ctx, context.sessionId)
  return redirect('/sign-in', { headers: { 'set-cookie': noSessionCookie() } })
}
