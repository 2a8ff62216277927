import { hostname } from 'node:os'
import { newId } from '#app/platform/ids.server.ts'

const host = hostname().replaceAll('/', '-')
const living = new Set<string>()

/** A new name to hold leases by: `host/pid/random`. `leave` it when its worker has stopped. */
export function newHolder(): { name: string; leave(): void } {
  const name = `${host}/${process.pid}/${newId('w')}`
  living.add(name)
  return { name, leave: () => void living.delete(name) }
}

/** Whether a lease belongs to a process of this host that is gone. Of other hosts nobody can tell: their leases run out. */
export function isDeadHere(name: string): boolean {
  const [itsHost, pid] = name.split('/')
  if (itsHost !== host) return false
  if (Number(pid) === process.pid) return !living.has(name) // a container gives its one process the same number each time
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
