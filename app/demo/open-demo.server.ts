import { setTimeout as sleep } from 'node:timers/promises'
import type { Ctx } from '#app/audit/context.server.ts'
import { demoPassword } from '#app/demo/demo-password.server.ts'
import { beginDemo, finishDemo, getDemo } from '#app/demo/demo-state.server.ts'
import { loadDemo, type DemoOptions } from '#app/demo/load-demo.server.ts'
import { newHolder } from '#app/jobs/holder.server.ts'

export interface Opening extends Omit<DemoOptions, 'password'> {
  replace?: boolean
}

/** How it came out; `run` loads what was begun, or waits for the process that does. */
export type Opened = { kind: 'loaded' } | { kind: 'not_empty' } | { kind: 'begun'; run: () => Promise<void> }

/**
 * Begins to load the demo into a new database. Whoever calls must let nobody write before `run` has ended: a load that
 * ends early is taken away by the next start, with all that the database holds.
 */
export async function openDemo(ctx: Ctx, { replace, ...options }: Opening): Promise<Opened> {
  const { name: by, leave } = newHolder()
  const about = { scale: options.scale ?? 1, by }
  const began = await beginDemo(ctx, { ...about, replace })
  if (began === 'begun') {
    const run = () =>
      loadDemo(ctx, { ...options, password: demoPassword(ctx.keys) })
        .then(() => finishDemo(ctx, about))
        .then(leave)
    return { kind: 'begun', run }
  }
  leave()
  if (began === 'elsewhere') return { kind: 'begun', run: () => untilLoaded(ctx) }
  return { kind: began }
}

async function untilLoaded(ctx: Ctx): Promise<void> {
  while ((await getDemo(ctx)).state === 'loading') await sleep(500)
}
