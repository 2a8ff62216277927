import { Printer } from 'lucide-react'
import { monthlyWords as words } from '#app/insights/monthly/monthly-words.ts'
import { Button } from '#app/ui/button.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useT } from '#app/ui/locale.tsx'

/** Opens the browser's own dialog; without script it isn't there, and the browser's menu is. */
export function PrintButton() {
  const t = useT()
  if (!useHydrated()) return null
  return (
    <Button type="button" icon={Printer} onClick={() => window.print()}>
      {t(words.print)}
    </Button>
  )
}
