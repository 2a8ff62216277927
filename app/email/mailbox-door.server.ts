import { system } from '#app/audit/actor.ts'
import { as, authorise, type Ctx } from '#app/audit/context.server.ts'
import { env } from '#app/platform/env.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isLoopback } from '#app/platform/http/remote-address.ts'

export interface Visitor {
  ctx: Ctx
  user: { id: string } | null
  remoteAddress: string
}

export interface MailboxDoor {
  /** To read the mailbox with. */
  ctx: Ctx
  /** The person who looks, when signed in. */
  userId: string | null
  /** At the machine itself, on an install that nobody else can reach: may see sign-in links of anybody. */
  alone: boolean
}

const localName = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(:\d+)?$/i.test(host)

/**
 * Lets somebody into the mailbox: who sits at this machine, or an admin who is signed in. It is closed in production,
 * and where all mail really leaves.
 * @throws NotFound, or a Refusal when this visitor may not
 */
export function openMailbox({ ctx, user, remoteAddress }: Visitor, headers: Headers): MailboxDoor {
  if (env.production || (env.MAIL_TRANSPORT !== 'mailbox' && env.MAIL_ALLOW.includes('*'))) throw new NotFound()
  // Behind a proxy everybody seems to come from this machine, and a rebound name leads a foreign page here.
  const atMachine =
    isLoopback(remoteAddress) &&
    localName(headers.get('host') ?? '') &&
    !headers.has('x-forwarded-for') &&
    !headers.has('forwarded')
  if (!atMachine) authorise(ctx, 'mailbox.read')
  return {
    ctx: atMachine ? as(ctx, system('mailbox')) : ctx,
    userId: user?.id ?? null,
    alone: atMachine && user === null && localName(new URL(env.PUBLIC_URL).host),
  }
}

/** Links that let their bearer in: whoever reads another's could become them. */
const secretLink = /(\/(?:reset|invite|me)\/)[\w.~%-]+/g

/** A mail's text as this reader may see it: sign-in links of other people are hidden. */
export function maskSecrets(text: string, door: MailboxDoor, messageUserId: string | null): string {
  const own = door.userId !== null && door.userId === messageUserId
  return own || door.alone ? text : text.replace(secretLink, '$1…')
}
