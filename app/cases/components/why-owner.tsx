import { sayWhy } from '#app/cases/routing/say-rule.ts'
import type { Why } from '#app/cases/routing/why-owner.server.ts'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'

/** Behind the name of who has a case: why. */
export function WhyOwner({ why }: { why: Why }) {
  const spoken = { t: useT(), locale: useLocale(), format: useFormat() }
  return <span className="text-xs"> ({sayWhy(why, spoken)})</span>
}
