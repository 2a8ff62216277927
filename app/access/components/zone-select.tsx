import { useEffect, useRef } from 'react'
import type { ControlProps } from '#app/ui/control.ts'
import { Select } from '#app/ui/field.tsx'

/** A time zone. `guess` takes the browser's own, as long as nothing was chosen. */
export function ZoneSelect({
  zones,
  guess = false,
  empty,
  ...props
}: ControlProps & { zones: string[]; guess?: boolean; empty?: string }) {
  const touched = useRef(false)
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const select = around.current?.querySelector('select')
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (guess && select && !touched.current && zones.includes(own)) select.value = own
  }, [guess, zones])
  return (
    <div ref={around} onChange={() => (touched.current = true)}>
      <Select
        {...props}
        empty={empty}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
    </div>
  )
}
