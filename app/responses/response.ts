import type { Nonce } from '#app/responses/nonce.server.ts'

/** A machine that follows links posts at once; a person reads the question first. Milliseconds. */
export const youngestNonce = 700
/** Characters of a comment. */
export const longestComment = 5_000
/** Submissions of one invitation that are written down; what comes after is machines at play. */
export const mostRevisions = 50
/** Touches of one invitation that are written down. */
export const mostTouches = 200

export type Suspicion = 'too_fast' | 'reused_nonce' | 'older_page'

interface Said {
  score: number
  comment: string | null
}

export interface Submission extends Said {
  nonce: Pick<Nonce, 'issuedAt' | 'confirms'>
  /** Milliseconds UTC. */
  at: number
}

/** What becomes of a submission. */
export type Verdict =
  /** It is the answer, or replaces it. */
  | { kind: 'accept' }
  /** It says what is known already: the same thanks, and nothing is written. */
  | { kind: 'same' }
  /** Written down but not counted; the person is asked to press once more. */
  | { kind: 'quarantine'; reason: Suspicion }
  /** It is in quarantine already: nothing is written, the person is asked again. */
  | { kind: 'still_suspect' }
  /** Nothing is written; the page asks "from 9 to 3?". */
  | { kind: 'confirm'; from: number }

/**
 * Judges a submission against the accepted answer and against what was posted with the same nonce before.
 * A machine that posts late never overwrites a human: a change needs a page made after the answer, and its own
 * confirming page. Adding a comment where none was is no change.
 */
export function judge(
  submission: Submission,
  accepted: (Said & { at: number }) | null,
  posted: (Said & { standing: string }) | null,
): Verdict {
  if (posted) {
    if (!says(submission, posted)) return { kind: 'quarantine', reason: 'reused_nonce' }
    return posted.standing === 'quarantined' ? { kind: 'still_suspect' } : { kind: 'same' }
  }
  if (accepted && says(submission, { ...accepted, comment: submission.comment === null ? null : accepted.comment }))
    return { kind: 'same' }
  if (submission.at - submission.nonce.issuedAt < youngestNonce) return { kind: 'quarantine', reason: 'too_fast' }
  if (!accepted) return { kind: 'accept' }
  if (submission.nonce.issuedAt <= accepted.at) return { kind: 'quarantine', reason: 'older_page' }
  const addsComment = submission.score === accepted.score && accepted.comment === null
  if (!addsComment && submission.nonce.confirms !== submission.score) return { kind: 'confirm', from: accepted.score }
  return { kind: 'accept' }
}

const says = (a: Said, b: Said) => a.score === b.score && a.comment === b.comment
