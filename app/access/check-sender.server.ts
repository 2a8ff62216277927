import { Resolver } from 'node:dns/promises'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { addressOf } from '#app/email/address.ts'
import { env } from '#app/platform/env.server.ts'

/** `unknown`: the name servers could not be asked, say without a network. */
export type Found = 'there' | 'missing' | 'unknown'

export interface SenderCheck {
  /** What customers see as sender, and its domain. */
  from: string
  domain: string | null
  transport: typeof env.MAIL_TRANSPORT
  /** Whom mail may leave to; `everybody` once the sandbox is lifted. */
  allowed: 'nobody' | 'some' | 'everybody'
  allowList: readonly string[]
  /** Records of the sender's domain; null while there is no domain of one's own. */
  records: { spf: Found; dmarc: Found } | null
}

/** How far this install is from writing to customers: provider, sender, sandbox. */
export function senderState() {
  const { MAIL_FROM: from, MAIL_TRANSPORT: transport, MAIL_ALLOW: allowList } = env
  const domain = addressOf(from).split('@')[1]?.toLowerCase() ?? null
  const allowed = allowList.includes('*') ? 'everybody' : allowList.length ? 'some' : 'nobody'
  return { from, transport, allowList, allowed, domain: domain === 'localhost' ? null : domain } as const
}

/** The same with what the domain's records say of it. Asks the name servers for three seconds at most. */
export async function checkSender(ctx: Ctx): Promise<SenderCheck> {
  authorise(ctx, 'settings.edit')
  const state = senderState()
  if (!state.domain) return { ...state, records: null }
  const [spf, dmarc] = await Promise.all([
    lookUp(state.domain, /^v=spf1(\s|$)/i),
    lookUp(`_dmarc.${state.domain}`, /^v=DMARC1(\s*;|$)/i),
  ])
  return { ...state, records: { spf, dmarc } }
}

async function lookUp(name: string, wanted: RegExp): Promise<Found> {
  const resolver = new Resolver({ timeout: 1_500, tries: 2 })
  try {
    const records = await resolver.resolveTxt(name)
    return records.some((parts) => wanted.test(parts.join(''))) ? 'there' : 'missing'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENODATA' || code === 'ENOTFOUND' ? 'missing' : 'unknown'
  }
}
