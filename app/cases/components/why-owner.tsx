import { sayWhy } from '#app/cases/routing/say-rule.ts'
import { behindName } from '#app/cases/routing/words.ts'
import type { Why } from '#app/cases/routing/why-owner.server.ts'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'

/** Behind the name of who has a case: why. */
export function WhyOwner({ why }: { why: Why }) {
  const t = useT()
  const spoken = { t, locale: useLocale(), format: useFormat() }
  return <span className="text-xs">{t(behindName, { why: sayWhy(why, spoken) })}</span>
}
