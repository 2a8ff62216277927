import type { Visit } from '#app/answering/visit.ts'
import { makeNonce, openNonce, type Nonce } from '#app/responses/nonce.server.ts'
import { youngestNonce } from '#app/responses/response.ts'

/** What a page of ours asks for beside the score. A nonce of one is good for no other, nor for the score itself. */
export type Purpose = 'after' | 'take back' | 'wish' | 'me' | 'erase' | 'ask' | 'refer' | 'quote' | 'consent' | 'mine'

const subjectOf = (purpose: Purpose, id: string) => `${purpose} ${id}`

/** A nonce for one page about one invitation, or one person. */
export const makePageNonce = ({ ctx }: Visit, purpose: Purpose, id: string): string =>
  makeNonce(ctx.keys, subjectOf(purpose, id), ctx.now())

/** Reads it back; null when it is none of ours, or was made for something else. */
export const openPageNonce = ({ ctx }: Visit, purpose: Purpose, id: string, text: string | null): Nonce | null =>
  openNonce(ctx.keys, subjectOf(purpose, id), text ?? '', ctx.now())

/** Whether a page of ours was read before it was sent: `young` when no person is that fast, `old` after `longest` milliseconds. */
export function judgePageNonce(
  visit: Visit,
  purpose: Purpose,
  id: string,
  text: string | null,
  longest = Infinity,
): 'good' | 'young' | 'old' | 'bad' {
  const nonce = openPageNonce(visit, purpose, id, text)
  if (!nonce) return 'bad'
  const age = visit.ctx.now() - nonce.issuedAt
  return age < youngestNonce ? 'young' : age > longest ? 'old' : 'good'
}
