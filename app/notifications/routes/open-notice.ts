import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { openNotice } from '#app/notifications/mark-read.server.ts'
import { noticeTellers } from '#app/mails.server.ts'

export const handle = { access: 'self.edit' }

/** A line of the list: marks it as read and leads to what it is about. */
export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  return redirect((await openNotice(ctx, noticeTellers, params.id!)) ?? '/notifications')
}
