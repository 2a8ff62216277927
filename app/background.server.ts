import { resolve } from 'node:path'
import { MessageChannel, Worker as Thread, type MessagePort } from 'node:worker_threads'
import { system } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { onWake } from '#app/jobs/wake.ts'
import { startWorker, type Worker } from '#app/jobs/worker.server.ts'
import { env } from '#app/platform/env.server.ts'
import { loadKeyring } from '#app/platform/keyring.server.ts'
import { log } from '#app/platform/log.server.ts'
import { plain } from '#app/platform/http/guard.server.ts'
import { registry } from '#app/subscriptions.server.ts'
import { openStore } from '#db/store/open.ts'
import type { Store } from '#db/store/store.ts'
import { borrowTurns, lendTurns } from '#db/store/turns.ts'

/*
 * The worker of a process that also serves people runs in a thread of its own: mail, imports, exports and scores take
 * nobody's answer any time but that of the writes, for which the two threads share one queue.
 */

const restartAfter = 1_000

/** Starts the thread, and starts it anew when it dies; leases of the dead one are free at once. */
export function startBackground(store: Store): Worker {
  let stopping = false
  let thread: Thread
  let ended: Promise<void>
  const deafen = onWake(() => thread.postMessage('wake'))

  function start() {
    const { port1, port2 } = new MessageChannel()
    lendTurns(store, port1)
    thread = new Thread(resolve('app/background.js'), {
      workerData: { turns: port2 },
      transferList: [port2],
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    thread.on('error', (error) => log.error({ err: plain(error) }, 'the background thread ended'))
    ended = new Promise((done) =>
      thread.once('exit', () => {
        port1.close()
        if (!stopping) setTimeout(() => stopping || start(), restartAfter).unref()
        done()
      }),
    )
  }
  start()

  return {
    wake: () => thread.postMessage('wake'),
    async stop() {
      stopping = true
      deafen()
      thread.postMessage('stop')
      await ended
    },
  }
}

/** What runs in the thread, with a store of its own. */
export function background(turns: MessagePort): Worker {
  const store = openStore(env.DATABASE_URL, borrowTurns(turns))
  const ctx: Ctx = { store, keys: loadKeyring(env), actor: system('worker'), now: Date.now }
  const worker = startWorker(ctx, registry)
  return {
    wake: () => worker.wake(),
    async stop() {
      await worker.stop()
      await store.close()
    },
  }
}
