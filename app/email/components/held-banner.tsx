import { Link } from '@remix-run/react'
import { MailWarning } from 'lucide-react'
import { heldBannerWords as words } from '#app/email/held-banner-words.ts'
import { useT } from '#app/ui/locale.tsx'

/** On every staff page of an admin while mail is held. */
export function HeldBanner() {
  const t = useT()
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warning-tint px-4 py-2 text-warning sm:px-6"
    >
      <MailWarning aria-hidden size={16} className="shrink-0 max-sm:hidden" />
      <span className="min-w-0 max-sm:w-full">{t(words.banner)}</span>
      <Link to="/settings/held-mail" className="font-semibold underline">
        {t(words.look)}
      </Link>
    </div>
  )
}
