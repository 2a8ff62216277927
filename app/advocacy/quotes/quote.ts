import type { Attribution, Byline, BylinePart, QuoteState } from '#db/enums/advocacy-quotes.ts'
import { bylineParts } from '#db/enums/advocacy-quotes.ts'

/**
 * `return`: its mail did not reach the customer. `move`: within the order of what is published. `withdraw`: by the customer,
 * or because what it stands on is gone: the consent, the answer, the person.
 */
type QuoteVerb =
  'edit' | 'send' | 'return' | 'approve' | 'decline' | 'publish' | 'unpublish' | 'move' | 'remove' | 'withdraw'

/** What may be done in which state, and where it leads. An edit always needs a new approval. */
const table: Record<QuoteVerb, Partial<Record<QuoteState, QuoteState | 'gone'>>> = {
  edit: { draft: 'draft', sent: 'draft', approved: 'draft', published: 'draft', declined: 'draft' },
  send: { draft: 'sent' },
  return: { sent: 'draft' },
  approve: { sent: 'approved' },
  decline: { sent: 'declined' },
  publish: { approved: 'published' },
  unpublish: { published: 'approved' },
  move: { published: 'published' },
  remove: { draft: 'gone', declined: 'gone' },
  withdraw: {
    draft: 'withdrawn',
    sent: 'withdrawn',
    approved: 'withdrawn',
    published: 'withdrawn',
    declined: 'withdrawn',
  },
}

/** The state that a verb leads to, `gone` for none at all; null when the state refuses it. */
export const after = <V extends QuoteVerb>(state: QuoteState, verb: V) =>
  (table[verb][state] ?? null) as (V extends 'remove' ? 'gone' : QuoteState) | null

export const mayStep = (state: QuoteState, verb: QuoteVerb): boolean => table[verb][state] !== undefined

/** All that the consent allows, until a colleague or the customer wishes less. */
export const fullAttribution: Attribution = { name: true, title: true, company: true, logo: true }

/** Of the person only what may be shown. */
export function shownByline(byline: Byline, attribution: Attribution): Byline {
  const shown = (part: BylinePart) => (attribution[part] ? byline[part] : null)
  return Object.fromEntries(bylineParts.map((part) => [part, shown(part)])) as Byline
}

/**
 * Who said it, in the order of the quote's language.
 * @returns null when nothing of the person is shown
 * @example signature({ name: '山田 花子', title: '部長', company: 'ほし社' }, 'ja') // 'ほし社 部長 山田 花子 様'
 */
export function signature({ name, title, company }: Byline, language: string): string | null {
  const parts = language === 'ja' ? [company, title, name && `${name} 様`] : [name, title, company]
  return parts.filter(Boolean).join(language === 'ja' ? ' ' : ', ') || null
}
