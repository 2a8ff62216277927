type Listener = () => void

const listeners = new Set<Listener>()
let soon: NodeJS.Timeout | undefined

/**
 * Tells the worker of this process that there may be work, a moment later, when the transaction that made it has
 * most likely committed. Another process finds it by polling.
 */
export function wakeWorker() {
  if (!listeners.size) return
  soon ??= setTimeout(() => {
    soon = undefined
    for (const listener of listeners) listener()
  }, 25).unref()
}

/** Calls `listener` after work was added in this process. @returns what ends it */
export function onWake(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
