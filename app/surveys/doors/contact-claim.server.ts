import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { jsonOf } from '#app/platform/json-of.ts'

/** Longest life of a signed id, in seconds: a page is opened anew within a day. */
const longest = 24 * 60 * 60
/** Clocks of two machines differ, in seconds. */
const drift = 60

const claimSchema = z
  .object({
    /** The product's own id of the person: `external_id` of the contact. */
    sub: z.string().min(1).max(200).optional(),
    email: z.string().min(3).max(254).optional(),
    /** Seconds since 1970. */
    exp: z.number(),
    /** What it is about, say a ticket: asked once. */
    ref: z
      .string()
      .regex(/^[\w.:@/-]{1,100}$/)
      .optional(),
  })
  .refine(({ sub, email }) => sub !== undefined || email !== undefined)

/** Who a product says is there. */
export type ContactClaim = z.infer<typeof claimSchema>
/** Why a signed id is not believed. */
export type ClaimFault = 'contact_malformed' | 'contact_signature' | 'contact_expired' | 'contact_too_long'

/**
 * Reads a signed contact id: a JSON Web Token (RFC 7519) signed with HS256 by the door's secret, and by nothing else.
 * Its header must say HS256, so that no token chooses how it is checked.
 */
export function readContactClaim(secret: string, token: string, now: number): ContactClaim | ClaimFault {
  const parts = /^([\w-]{1,300})\.([\w-]{1,2000})\.([\w-]{43})$/.exec(token)
  if (!parts) return 'contact_malformed'
  const [, header, payload, given] = parts as unknown as [string, string, string, string]
  const wanted = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')
  if (!timingSafeEqual(Buffer.from(wanted), Buffer.from(given))) return 'contact_signature'
  const head = z.object({ alg: z.literal('HS256') }).safeParse(partOf(header))
  const claim = claimSchema.safeParse(partOf(payload))
  if (!head.success || !claim.success) return 'contact_malformed'
  const left = claim.data.exp - now / 1000
  if (left < -drift) return 'contact_expired'
  return left > longest + drift ? 'contact_too_long' : claim.data
}

const partOf = (text: string) => jsonOf(Buffer.from(text, 'base64url').toString('utf8'))
