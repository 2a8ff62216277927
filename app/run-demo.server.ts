import { parseArgs } from 'node:util'
import { system } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { midnightOf } from '#app/demo/days.ts'
import { openDemo } from '#app/demo/open-demo.server.ts'
import { removeDemo } from '#app/demo/remove-demo.server.ts'
import { env } from '#app/platform/env.server.ts'
import { PlainError, Refusal } from '#app/platform/errors.ts'
import { loadKeyring } from '#app/platform/keyring.server.ts'
import { trade } from '#app/start-demo.server.ts'
import { migrate } from '#db/migrate.ts'
import { openStore } from '#db/store/open.ts'

const usage = 'npm run demo -- [--scale N] [--anchor YYYY-MM-DD] [--replace], or npm run demo -- --remove'

/**
 * `npm run demo`: N times the demo into an empty database, or the demo out of it. Koe itself must not run meanwhile.
 * @throws PlainError when it can't be done
 */
export async function runDemo(args: string[], _from: string, say: (line: string) => void): Promise<void> {
  const given = read(args)
  if (env.production) throw new PlainError('There is no demo in production (PUBLIC_URL is https).')
  await migrate(env.DATABASE_URL)
  const store = openStore(env.DATABASE_URL)
  const ctx: Ctx = { store, keys: loadKeyring(env), actor: system('demo'), now: Date.now }
  try {
    if (given.remove) return await remove(ctx, say)
    let told = -1
    const progress = (share: number) => {
      const tenth = Math.floor(share * 10)
      if (tenth > told) say(`${(told = tenth) * 10} %`)
    }
    const opened = await openDemo(ctx, { trade, progress, ...given })
    if (opened.kind === 'loaded')
      throw new PlainError(
        'The demo is loaded already. Add --replace to load it anew; what was added to it is lost then.',
      )
    if (opened.kind === 'not_empty')
      throw new PlainError(
        'This database is not new, and stays as it is. Choose another with KOE_DATA_DIR or DATABASE_URL.',
      )
    const began = performance.now()
    await opened.run()
    const customers = `${120 * given.scale} accounts and ${1000 * given.scale} contacts`
    say(`Loaded ${customers} in ${((performance.now() - began) / 1000).toFixed(0)} s. npm start shows them.`)
  } finally {
    await store.close()
  }
}

function read(args: string[]) {
  const wrong = () => new PlainError(`Use it like this: ${usage}`)
  try {
    const { values } = parseArgs({
      args,
      options: {
        scale: { type: 'string', default: '1' },
        anchor: { type: 'string' },
        replace: { type: 'boolean', default: false },
        remove: { type: 'boolean', default: false },
      },
    })
    const scale = Number(values.scale)
    const anchor = values.anchor === undefined ? undefined : midnightOf(values.anchor)
    if (!Number.isInteger(scale) || scale < 1 || scale > 100 || anchor === null) throw wrong()
    return { scale, anchor, replace: values.replace, remove: values.remove }
  } catch {
    throw wrong()
  }
}

async function remove(ctx: Ctx, say: (line: string) => void): Promise<void> {
  await removeDemo(ctx).catch((error: unknown) => {
    throw error instanceof Refusal ? new PlainError('This database holds no demo, and stays as it is.') : error
  })
  say('The demo is gone. npm start prints the link that makes the first admin.')
}
