import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { openMailbox } from '#app/email/mailbox-door.server.ts'
import { replyAsCustomer, replyForm } from '#app/email/reply-as-customer.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'

/** The door is in the action: who sits at this machine needs no account. */
export const handle = { access: 'public' }

/** "Reply as the customer" of a mail that stayed here. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const door = openMailbox(context, request.headers)
  const form = await readForm(request, replyForm, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  await replyAsCustomer(door.ctx, params.id!, form.value)
  return redirect(`/mailbox/${params.id}?replied=1`)
}
