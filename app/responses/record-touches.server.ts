import { count, inArray, sql } from 'drizzle-orm'
import ipaddr from 'ipaddr.js'
import { isbot } from 'isbot'
import type { Ctx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { mostTouches } from '#app/responses/response.ts'
import { touches } from '#db/schema/responses-touches.ts'
import { statement } from '#db/statement.ts'
import type { Store } from '#db/store/store.ts'

/** One fetch of a survey link, as the request tells it. */
export interface Touch {
  invitationId: string
  /** Milliseconds UTC. */
  at: number
  method: string
  /** The score in the link, when it is one. */
  score: number | null
  address: string
  agent: string
  /** Headers by which a machine says that it only looks ahead. */
  purpose: string
}

/** Touches gathered before they share one write. */
const together = 100
/** Milliseconds that a touch waits for company. */
const patience = 250
/** Touches in memory; under a flood the rest is dropped, answers matter more. */
const mostWaiting = 5_000

const waiting = new WeakMap<
  Store,
  { touches: Touch[]; ctx: Ctx; timer: NodeJS.Timeout | null; writing: Promise<void> }
>()

/** Leaves a touch. Many share one write, some hundred milliseconds later; losing one in a crash costs a claim, never an answer. */
export function leaveTouch(ctx: Ctx, touch: Touch): void {
  let box = waiting.get(ctx.store)
  if (!box) waiting.set(ctx.store, (box = { touches: [], ctx, timer: null, writing: Promise.resolve() }))
  if (box.touches.length >= mostWaiting) return
  box.touches.push(touch)
  box.timer ??= setTimeout(() => void settleTouches(ctx.store), patience)
  box.timer.unref()
}

/** Writes down what waits; call it before the store is closed. Never rejects. */
export function settleTouches(store: Store): Promise<void> {
  const box = waiting.get(store)
  if (!box) return Promise.resolve()
  if (box.timer) clearTimeout(box.timer)
  box.timer = null
  box.writing = box.writing.then(async () => {
    while (box.touches.length) {
      const batch = box.touches.splice(0, together)
      await recordTouches(box.ctx, batch).catch(() => {}) // the store is closed or full: a claim less
    }
  })
  return box.writing
}

const insert = statement((db) =>
  db.insert(touches).values({
    id: sql.placeholder('id'),
    invitationId: sql.placeholder('invitationId'),
    at: sql.placeholder('at'),
    method: sql.placeholder('method'),
    score: sql.placeholder('score'),
    network: sql.placeholder('network'),
    agentHash: sql.placeholder('agentHash'),
    flags: sql.placeholder('flags'),
  }),
)

async function recordTouches(ctx: Ctx, batch: Touch[]) {
  const rows = batch.map((touch) => ({
    id: newId('tch', touch.at),
    invitationId: touch.invitationId,
    at: touch.at,
    method: touch.method,
    score: touch.score,
    network: coarseNetwork(touch.address),
    agentHash: ctx.keys.mac('agent', touch.agent),
    flags: flagsOf(touch),
  }))
  await ctx.store.write(async (tx) => {
    const ids = [...new Set(rows.map((row) => row.invitationId))]
    const known = await tx
      .select({ id: touches.invitationId, n: count() })
      .from(touches)
      .where(inArray(touches.invitationId, ids))
      .groupBy(touches.invitationId)
    const counts = new Map(known.map((row) => [row.id, row.n]))
    for (const row of rows) {
      const n = counts.get(row.invitationId) ?? 0
      if (n >= mostTouches) continue
      counts.set(row.invitationId, n + 1)
      await insert(tx, row)
    }
  })
}

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

function flagsOf({ purpose, agent }: Touch): string[] {
  const flags: string[] = []
  if (/prefetch|prerender|preview/i.test(purpose)) flags.push('prefetch')
  if (agent === '' || isbot(agent)) flags.push('robot')
  return flags
}
