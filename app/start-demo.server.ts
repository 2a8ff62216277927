import type { Ctx } from '#app/audit/context.server.ts'
import { demoPassword, demoSignIn } from '#app/demo/demo-password.server.ts'
import { getDemo } from '#app/demo/demo-state.server.ts'
import { openDemo } from '#app/demo/open-demo.server.ts'
import { holdingPage } from '#app/demo/holding-page.ts'
import { colleagues } from '#app/demo/staff.ts'
import { DemoStopped } from '#app/demo/stage.server.ts'
import type { Trade } from '#app/demo/work-through.server.ts'
import { log } from '#app/platform/log.server.ts'
import { env } from '#app/platform/env.server.ts'
import { mailStreams, mailTemplates } from '#app/mails.server.ts'
import { registry } from '#app/subscriptions.server.ts'

/** What the demo's worker does is what everybody's does. */
export const trade: Trade = { registry, mail: { mailStreams, mailTemplates }, from: env.MAIL_FROM }

const nothing = { loading: null, page: () => null, lines: [] as string[] }

/** A new database outside production starts with the demo, unless KOE_DEMO=0; what was once begun is finished anew. */
export async function startDemo(ctx: Ctx, stopping: () => boolean) {
  const { state } = await getDemo(ctx)
  if (state === 'loaded') return { ...nothing, lines: await signInLines(ctx) }
  if (env.production || env.KOE_DEMO === false) return nothing
  let done = 0
  const opened = await openDemo(ctx, { trade, stopping, progress: (share) => (done = share) })
  if (opened.kind !== 'begun') return nothing
  let over = false
  const began = performance.now()
  const loading = opened.run().then(
    () => {
      over = true
      log.info({ seconds: Math.round((performance.now() - began) / 1000) }, 'the demo is loaded')
    },
    (error: unknown) => {
      if (error instanceof DemoStopped) throw error
      console.error(
        'The demo could not be loaded. Start with KOE_DEMO=0 and an empty data folder to do without.',
        error,
      )
      process.exit(1)
    },
  )
  loading.catch(() => {}) // told by whoever stops
  return {
    loading,
    page: () => (over ? null : holdingPage(done)),
    lines: ['The demo is being loaded: a company with 120 customers and two years of answers.', ...linesOf(ctx)],
  }
}

async function signInLines(ctx: Ctx): Promise<string[]> {
  if (env.production) return ['This database holds the demo. Begin with an empty one for real customers.']
  return (await demoSignIn(ctx)) ? linesOf(ctx) : []
}

function linesOf(ctx: Ctx): string[] {
  const [admin, ...others] = colleagues
  const names = others.map(({ email, roles }) => `${email} (${roles.join()})`)
  return [
    `Sign in as ${admin!.email} with the password ${demoPassword(ctx.keys)}`,
    `The same password is good for ${names.join(', ')}.`,
  ]
}
