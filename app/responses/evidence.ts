import { mostRevisions } from '#app/responses/response.ts'
import { recognised } from '#app/responses/touch-kind.ts'
import type { TouchKind } from '#db/enums/responses.ts'
import type { Integrity } from '#db/enums/surveys.ts'

/** What the page's script saw a person do: a pointer, a finger, a key, the wheel; `load`: nothing, the page was opened. */
export const gestures = ['mouse', 'pen', 'touch', 'pointerdown', 'pointermove', 'keydown', 'wheel', 'load'] as const
export type Gesture = (typeof gestures)[number]

/** How long a tentative answer waits for word of a machine before it counts. Milliseconds. */
export const quietWindow = 2 * 60_000
/** Tentative answers of one invitation that are written down; what comes after is play. */
export const mostTentative = 20

/** Why an answer without a press is not taken. */
export type Doubt = 'webdriver' | 'robot' | 'burst' | 'hidden_link' | 'with_unsubscribe' | 'needs_press'

export interface Seen {
  score: number
  gesture: Gesture
  /** The browser says that it is driven by a program. */
  automated: boolean
  /** It calls itself a robot. */
  robot: boolean
}

interface Revision {
  score: number
  evidence: string
  standing: string
}

/** What becomes of an answer that somebody gave without pressing: null is nothing, for it tells nothing new. */
export type EvidenceVerdict = { standing: 'tentative' } | { standing: 'quarantined'; reason: Doubt } | null

/**
 * Judges an answer without a press against what is written down, oldest first. It never displaces one that counts, nor
 * brings back one that was withdrawn: then it is kept aside, and a press decides.
 */
export function judgeEvidence(seen: Seen, mode: Integrity, revisions: readonly Revision[]): EvidenceVerdict {
  if (seen.gesture === 'load' && mode !== 'on_load') return null
  const implicit = revisions.filter((one) => one.evidence === 'implicit')
  if (implicit.length >= mostTentative || revisions.length >= mostRevisions) return null
  const accepted = revisions.find((one) => one.standing === 'accepted')
  if (accepted?.score === seen.score) return null
  const doubt: Doubt | null = seen.automated
    ? 'webdriver'
    : seen.robot
      ? 'robot'
      : accepted || revisions.some((one) => one.standing === 'withdrawn')
        ? 'needs_press'
        : null
  const standing = doubt ? 'quarantined' : 'tentative'
  const last = implicit.at(-1)
  if (last?.standing === standing && last.score === seen.score) return null
  return doubt ? { standing: 'quarantined', reason: doubt } : { standing: 'tentative' }
}

export interface Machine {
  at: number
  kind: TouchKind
  network: string
  agentHash: string
}

const telling: readonly TouchKind[] = ['robot', 'burst', 'hidden_link', 'with_unsubscribe']

/**
 * The machine's traces that speak against an answer without a press: those of the ten minutes around it, and those of
 * the same network and program at any time. What another machine did hours before is nothing against a person.
 */
export function doubtsAbout(
  answer: { at: number; from: Pick<Machine, 'network' | 'agentHash'> | null },
  touches: readonly Machine[],
): Doubt[] {
  const against = touches.filter(
    (touch) =>
      telling.includes(touch.kind) &&
      (Math.abs(touch.at - answer.at) <= recognised ||
        (touch.network === answer.from?.network && touch.agentHash === answer.from.agentHash)),
  )
  return telling.filter((kind) => against.some((touch) => touch.kind === kind)) as Doubt[]
}
