import { createHash } from 'node:crypto'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { inviteContact, type Invited } from '#app/delivery/invite-contact.server.ts'
import { findContact } from '#app/integrations/find-contact.server.ts'
import { invitationBody } from '#app/integrations/queries.ts'
import { newId } from '#app/platform/ids.server.ts'

/**
 * Invites one person whom another system names. Without an id of its own for the occasion, the call's
 * Idempotency-Key is the occasion, so that a call which is made again after a crash invites nobody twice.
 * @throws Invalid `contact_unknown`
 */
export async function invite(ctx: Ctx, body: unknown, idempotencyKey: string | null): Promise<Invited> {
  const given = invitationBody.parse(body)
  authorise(ctx, 'invitations.create')
  const contactId = await findContact(ctx, given.contact)
  return inviteContact(ctx, {
    contactId,
    programId: given.programId,
    source: 'api',
    externalId: given.externalId ?? occasionOf(ctx, idempotencyKey),
    delayMinutes: given.delayMinutes,
  })
}

function occasionOf(ctx: Ctx, key: string | null): string {
  if (key === null) return newId('call', ctx.now())
  return `key:${createHash('sha256').update(`${ctx.actor.id} ${key}`).digest('hex').slice(0, 40)}`
}
