import type { ActionFunctionArgs } from '@remix-run/node'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { inviteContact, inviteContactSchema } from '#app/delivery/invite-contact.server.ts'
import { explainInvitation } from '#app/delivery/explain-invitation.server.ts'
import { sayWhy } from '#app/delivery/why.ts'
import { personWords } from '#app/delivery/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { formats } from '#app/ui/formats.ts'
import { translator } from '#app/platform/words.ts'

export const handle = { access: 'invitations.create' }

const schema = inviteContactSchema.pick({ programId: true, externalId: true, delayMinutes: true, anyHour: true })

/** Invites the person of the page, once for each time the page was opened. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const contactId = params.contactId!
  const made = await inviteContact(context.ctx, { ...form.value, contactId, source: 'contact_page' })
  const t = translator(context.locale)
  const { zone } = await getOrganisation(context.ctx)
  const why =
    made.reason === null
      ? null
      : sayWhy(t, formats(context.locale, zone).dateTime, (await explainInvitation(context.ctx, made.id))!)
  const text =
    why !== null
      ? t(made.state === 'deferred' ? personWords.invitedWhen : personWords.notInvited, { why })
      : t(made.dueAt > context.ctx.now() ? personWords.invitedLater : personWords.invited)
  return saidRedirect(`/contacts/${contactId}/surveys`, { text, tone: why === null ? 'good' : 'warn' }, context)
}
