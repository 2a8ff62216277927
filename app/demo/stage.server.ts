import { setImmediate as turn } from 'node:timers/promises'
import type { Actor } from '#app/audit/actor.ts'
import { system } from '#app/audit/actor.ts'
import { as, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import type { Person } from '#app/demo/people.ts'
import type { Colleague } from '#app/demo/staff.ts'
import type { Question } from '#db/schema/surveys.ts'
import { Timeline } from '#app/demo/timeline.ts'

/** What happens at its time: with others in one transaction, or alone when it has work for jobs and mail. */
export type Deed = { together: (ctx: TxCtx) => Promise<void> } | { alone: (ctx: Ctx) => Promise<void> }

/** The demo's past while it is played: everything goes through the use cases, at the time that the clock shows. */
export interface Stage {
  readonly anchor: number
  readonly clock: { now(): number; to(at: number): void }
  readonly timeline: Timeline<Deed>
  /** Acts for the system, at the time of the clock. */
  readonly ctx: Ctx
  readonly people: Map<string, Person>
  /** Comments that somebody has written already. */
  readonly said: Set<string>
  /** What the help desk asks beyond the score. */
  readonly asks: Question[]
  colleague(key: Colleague['key']): Extract<Actor, { kind: 'user' }>
  colleagueById(id: string): Extract<Actor, { kind: 'user' }>
  hire(key: Colleague['key'], actor: Extract<Actor, { kind: 'user' }>): void
}

export class DemoStopped extends Error {
  override name = 'DemoStopped'
}

export function makeStage(ctx: Ctx, anchor: number, start: number): Stage {
  let now = start
  const clock = { now: () => now, to: (at: number) => void (now = Math.max(now, at)) }
  const byKey = new Map<string, Extract<Actor, { kind: 'user' }>>()
  const byId = new Map<string, Extract<Actor, { kind: 'user' }>>()
  const known = <K>(map: Map<K, Extract<Actor, { kind: 'user' }>>, key: K) => {
    const found = map.get(key)
    if (!found) throw new Error(`nobody of the demo is called ${String(key)}`)
    return found
  }
  return {
    anchor,
    clock,
    timeline: new Timeline<Deed>(),
    ctx: { ...as(ctx, system('demo')), now: clock.now },
    people: new Map(),
    said: new Set(),
    asks: [],
    colleague: (key) => known(byKey, key),
    colleagueById: (id) => known(byId, id),
    hire(key, actor) {
      byKey.set(key, actor)
      byId.set(actor.id, actor)
    },
  }
}

/** Deeds of one transaction. */
const most = 100

/**
 * Lets everything happen that is due before the anchor, in its order.
 * @throws DemoStopped when the process is stopping
 */
export async function play(stage: Stage, told: { stopping(): boolean; at(now: number): void }): Promise<void> {
  const { timeline, clock, ctx } = stage
  const due = () => {
    const next = timeline.peek()
    return next && next.at < stage.anchor ? next : undefined
  }
  for (let next = due(); next; next = due()) {
    if (told.stopping()) throw new DemoStopped()
    if ('alone' in next.what) {
      timeline.next()
      clock.to(next.at)
      await next.what.alone(ctx)
    } else {
      let begun = false
      await ctx.store.write(async (tx) => {
        // What was taken from the timeline can't be put back, so a second try would leave it out.
        if (begun) throw new Error('somebody else writes to the database while the demo is loaded')
        begun = true
        for (let n = 0; n < most; n++) {
          const one = due()
          if (!one || !('together' in one.what)) break
          timeline.next()
          clock.to(one.at)
          await one.what.together({ ...ctx, tx })
        }
      })
    }
    told.at(clock.now())
    await turn()
  }
  clock.to(stage.anchor)
}
