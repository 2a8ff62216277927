import { replyWords as words } from '#app/cases/replies/words.ts'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { useT } from '#app/ui/locale.tsx'

/** The address that files a mail on this case, for one's own mail program. */
export function CaseAddress({ address }: { address: string }) {
  const t = useT()
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
      <span>{t(words.bcc)}</span>
      <code className="min-w-0 rounded bg-sunken px-1 break-all select-all">{address}</code>
      <CopyButton text={address} variant="quiet" />
    </div>
  )
}
