import type { Visit } from '#app/answering/visit.ts'
import { unsubscribeToken, type InvitationLink } from '#app/delivery/invitation-token.server.ts'

/**
 * Where a survey's form goes. Not to the address of the page: a browser that finds no network would put its own error
 * in the place of a page with the same address, and Back would no longer lead to what was typed.
 */
export const answerPath = (token: string) => `/s/${token}?sent`

/** Where a person says what they wish to receive. */
export const unsubscribePath = ({ ctx }: Visit, { id, gen }: InvitationLink) =>
  `/u/${unsubscribeToken(ctx.keys, { id, gen })}`
