import type { ActionFunctionArgs } from '@remix-run/node'
import { inviteContact, inviteContactSchema } from '#app/delivery/invite-contact.server.ts'
import { personWords, reasonOf } from '#app/delivery/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'

export const handle = { access: 'invitations.create' }

const schema = inviteContactSchema.pick({ programId: true, externalId: true, delayMinutes: true })

/** Invites the person of the page, once for each time the page was opened. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const contactId = params.contactId!
  const made = await inviteContact(context.ctx, { ...form.value, contactId, source: 'contact_page' })
  const t = translator(context.locale)
  const reason = made.reason ? t(reasonOf(made.reason)) : null
  const text = reason
    ? t(personWords.notInvited, { reason })
    : t(form.value.delayMinutes ? personWords.invitedLater : personWords.invited)
  return saidRedirect(`/contacts/${contactId}/surveys`, { text, tone: reason ? 'warn' : 'good' }, context)
}
