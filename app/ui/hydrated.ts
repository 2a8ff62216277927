import { useEffect, useState } from 'react'

/** True once script runs in the browser: what only script can do is shown from then on. */
export function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return hydrated
}
