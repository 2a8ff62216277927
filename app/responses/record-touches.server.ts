import { isbot } from 'isbot'
import ipaddr from 'ipaddr.js'
import type { Ctx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { writeTouches, type NewTouch } from '#app/responses/write-touches.server.ts'
import type { TouchFlag } from '#app/responses/touch-kind.ts'
import type { Store } from '#db/store/store.ts'

/** One fetch of a link of an invitation, as the request tells it. */
export interface Touch {
  invitationId: string
  /** Whose ledger it belongs in; null for a test, which belongs in none. */
  programId: string | null
  /** Milliseconds UTC. */
  at: number
  method: string
  /** The score in the link, when it is one. */
  score: number | null
  /** What was fetched, when it wasn't the survey itself. */
  what?: 'hidden_link' | 'unsubscribe'
  address: string
  agent: string
  /** Headers by which a machine says that it only looks ahead. */
  purpose: string
}

/** What is gathered before it shares one write. */
const together = 100
/** Milliseconds that a touch waits for company. */
const patience = 250
/** Touches in memory; under a flood the rest is dropped, answers matter more. */
const mostWaiting = 5_000

interface Box {
  touches: Touch[]
  /** Invitations that were answered meanwhile. */
  answered: string[]
  ctx: Ctx
  timer: NodeJS.Timeout | null
  writing: Promise<void>
}
const waiting = new WeakMap<Store, Box>()

function boxOf(ctx: Ctx): Box {
  let box = waiting.get(ctx.store)
  if (!box) waiting.set(ctx.store, (box = { touches: [], answered: [], ctx, timer: null, writing: Promise.resolve() }))
  box.timer ??= setTimeout(() => void settleTouches(ctx.store), patience)
  box.timer.unref()
  return box
}

/** Leaves a touch. Many share one write, some hundred milliseconds later; losing one in a crash costs a claim, never an answer. */
export function leaveTouch(ctx: Ctx, touch: Touch): void {
  const box = boxOf(ctx)
  if (box.touches.length < mostWaiting) box.touches.push(touch)
}

/** The invitation was answered: what its links were followed for is no longer open. Losing this in a crash shows nowhere. */
export function settleClick(ctx: Ctx, invitationId: string): void {
  const box = boxOf(ctx)
  if (box.answered.length < mostWaiting) box.answered.push(invitationId)
}

/** Writes down what waits; call it before the store is closed. Never rejects. */
export function settleTouches(store: Store): Promise<void> {
  const box = waiting.get(store)
  if (!box) return Promise.resolve()
  if (box.timer) clearTimeout(box.timer)
  box.timer = null
  box.writing = box.writing.then(async () => {
    while (box.touches.length || box.answered.length) {
      const rows = box.touches.splice(0, together).map((touch) => rowOf(box.ctx, touch))
      const answered = box.answered.splice(0, together)
      await writeTouches(box.ctx, rows, answered).catch(() => {}) // the store is closed or full: a claim less
    }
  })
  return box.writing
}

/** A touch as it is stored: no address and no name of a program, only what tells one machine from another. */
export const rowOf = (ctx: Ctx, touch: Touch): NewTouch => ({
  id: newId('tch', touch.at),
  invitationId: touch.invitationId,
  programId: touch.programId,
  at: touch.at,
  method: touch.method,
  score: touch.score,
  network: coarseNetwork(touch.address),
  agentHash: ctx.keys.mac('agent', touch.agent),
  flags: flagsOf(touch),
})

/** An address cut to /24 (IPv4) or /48 (IPv6): a neighbourhood, not a person. */
export function coarseNetwork(address: string): string {
  try {
    const parsed = ipaddr.process(address)
    if (parsed.kind() === 'ipv4') return `${parsed.toByteArray().slice(0, 3).join('.')}.0/24`
    const parts = (parsed as ipaddr.IPv6).parts.slice(0, 3).map((part) => part.toString(16))
    return `${parts.join(':')}::/48`
  } catch {
    return 'unknown'
  }
}

function flagsOf({ purpose, agent, what }: Touch): TouchFlag[] {
  const flags: TouchFlag[] = []
  if (/prefetch|prerender|preview/i.test(purpose)) flags.push('prefetch')
  if (isRobot(agent)) flags.push('robot')
  if (what) flags.push(what)
  return flags
}

/** Whether a program says of itself that nobody sits before it. */
export const isRobot = (agent: string): boolean => agent === '' || isbot(agent)
