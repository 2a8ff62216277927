import type { MessagePort } from 'node:worker_threads'
import type { Store } from '#db/store/store.ts'

/*
 * Two threads of one process write one SQLite file. SQLite itself would let the one block while the other writes, and
 * find the lock by looking again and again; so the second asks the first for a place in its queue of writes, and
 * neither ever waits for the file.
 */

/** How a store that is not the only one of its process comes to write. */
export interface Turns {
  /** Resolves when nobody else writes. */
  take(): Promise<void>
  /** Lets the others go on. */
  give(): void
}

type Message = 'take' | 'given' | 'give'

/** For the second thread: asks at the other end of the port. */
export function borrowTurns(port: MessagePort): Turns {
  let granted = () => {}
  port.on('message', (message: Message) => {
    if (message === 'given') granted()
  })
  port.unref()
  const ask = (message: Message) => port.postMessage(message)
  return {
    async take() {
      const turn = new Promise<void>((resolve) => (granted = resolve))
      port.ref()
      ask('take')
      await turn
    },
    give() {
      port.unref()
      ask('give')
    },
  }
}

/** For the thread that owns the queue: grants turns until the other end is gone, whose turn then ends with it. */
export function lendTurns(store: Pick<Store, 'alone'>, port: MessagePort): void {
  let gone = false
  let end = () => {}
  port.on('message', (message: Message) => {
    if (message === 'give') end()
    else
      void store.alone(async () => {
        if (gone) return
        const ended = new Promise<void>((resolve) => (end = resolve))
        port.postMessage('given' satisfies Message)
        await ended
      })
  })
  port.on('close', () => {
    gone = true
    end()
  })
}
