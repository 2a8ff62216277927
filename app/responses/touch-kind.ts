import type { TouchKind } from '#db/enums/responses.ts'

/** Nobody taps two scores, or a score and the way out, so quickly one after the other. Milliseconds. */
const burst = 3_000
/** How long a machine that gave itself away is known by its network and program. Milliseconds. */
export const recognised = 10 * 60_000

/** Of a touch besides what is stored in columns of their own: what it said of itself, and what it touched. */
export type TouchFlag = 'prefetch' | 'robot' | 'hidden_link' | 'unsubscribe'

export interface Followed {
  id: string
  /** Milliseconds UTC. */
  at: number
  method: string
  score: number | null
  network: string
  agentHash: string
  flags: readonly string[]
}

/**
 * Who made the touches of ONE invitation, by what each says of itself and by what stands close to it. One network with
 * many people's links tells nothing: a company sits behind one address.
 */
export function sortTouches(touches: readonly Followed[]): Map<string, TouchKind> {
  const kinds = new Map(touches.map((touch) => [touch.id, kindAlone(touch)]))
  const inOrder = touches.toSorted((a, b) => a.at - b.at)
  const mark = (touch: Followed, kind: TouchKind) => {
    if (kinds.get(touch.id) === 'person') kinds.set(touch.id, kind)
  }
  inOrder.forEach((touch, i) => {
    for (const other of inOrder.slice(i + 1)) {
      if (other.at - touch.at > recognised) break
      const kind = together(touch, other)
      if (kind) [touch, other].forEach((one) => mark(one, kind))
    }
  })
  return kinds
}

function kindAlone({ method, flags }: Followed): TouchKind {
  if (flags.includes('robot')) return 'robot'
  if (flags.includes('prefetch')) return 'prefetch'
  if (method === 'HEAD') return 'head'
  return flags.includes('hidden_link') ? 'hidden_link' : 'person'
}

/** What two touches tell by standing close together; what a page posts follows from a link, and who says what they are is no riddle. */
function together(a: Followed, b: Followed): TouchKind | null {
  if (!isVisit(a) || !isVisit(b)) return null
  const close = b.at - a.at <= burst
  if (close && a.score !== null && b.score !== null && a.score !== b.score) return 'burst'
  const leaves = (one: Followed) => one.flags.includes('unsubscribe')
  if (close && ((leaves(a) && b.score !== null) || (leaves(b) && a.score !== null))) return 'with_unsubscribe'
  const hidden = a.flags.includes('hidden_link') || b.flags.includes('hidden_link')
  return hidden && a.network === b.network && a.agentHash === b.agentHash ? 'hidden_link' : null
}

const isVisit = ({ method, flags }: Followed) =>
  method !== 'POST' && !flags.includes('robot') && !flags.includes('prefetch')
