import { createHash } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { mergedBy, survivorOf } from '#app/accounts/merging/merged-into.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { inviteContact, type Invited } from '#app/delivery/invite-contact.server.ts'
import { invitationBody } from '#app/integrations/queries.ts'
import { Invalid } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.server.ts'
import { cleanText, emailKey } from '#app/platform/text.ts'
import { contacts } from '#db/schema/accounts.ts'

/**
 * Invites one person whom another system names. Without an id of its own for the occasion, the call's
 * Idempotency-Key is the occasion, so that a call which is made again after a crash invites nobody twice.
 * @throws Invalid `contact_unknown`
 */
export async function invite(ctx: Ctx, body: unknown, idempotencyKey: string | null): Promise<Invited> {
  const given = invitationBody.parse(body)
  authorise(ctx, 'invitations.create')
  const { id, externalId, email } = given.contact
  const wanted = cleanText(id ?? externalId ?? email ?? '') ?? ''
  const column = id !== undefined ? contacts.id : externalId !== undefined ? contacts.externalId : contacts.emailKey
  const [person] = await read(ctx)
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(column, email === undefined ? wanted : emailKey(wanted)), ne(contacts.state, 'erased')))
  const contactId = person?.id ?? (await survivor(ctx, given.contact, wanted))
  if (contactId === null) throw new Invalid('contact_unknown', { '/contact': 'contact_unknown' })
  return inviteContact(ctx, {
    contactId,
    programId: given.programId,
    source: 'api',
    externalId: given.externalId ?? occasionOf(ctx, idempotencyKey),
    delayMinutes: given.delayMinutes,
  })
}

/** Whom another system still calls as they were called before two records became one. */
const survivor = (ctx: Ctx, { id, externalId }: { id?: string; externalId?: string }, wanted: string) =>
  id !== undefined
    ? survivorOf(ctx, wanted)
    : mergedBy(ctx, 'contact', externalId !== undefined ? { externalId: wanted } : { emailKey: emailKey(wanted) })

function occasionOf(ctx: Ctx, key: string | null): string {
  if (key === null) return newId('call', ctx.now())
  return `key:${createHash('sha256').update(`${ctx.actor.id} ${key}`).digest('hex').slice(0, 40)}`
}
