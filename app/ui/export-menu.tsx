import { Link, useLocation } from '@remix-run/react'
import { Braces, Download, FileSpreadsheet, History } from 'lucide-react'
import { useState, type MouseEvent } from 'react'
import { exportFormatWords, exportWords as words } from '#app/audit/export/words.ts'
import { DropDown } from '#app/ui/drop-down.tsx'
import { ExportStatus } from '#app/ui/export-status.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { exportFormats, type ExportFormat } from '#db/enums/audit.ts'

const icons = { csv: FileSpreadsheet, sjis: FileSpreadsheet, json: Braces } as const

/** Finds this download among mine; no secret. */
const newRef = () => Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => (byte % 36).toString(36)).join('')

/**
 * Takes the list out as a file, with the filters that stand in the address. `to` is the list's export route, `query`
 * what its page assumes without saying it in the address, `reason` why there is nothing to take. The links work
 * without script; with it, a line says how far the download is and what became of it.
 */
export function ExportMenu({
  to,
  query = {},
  reason,
}: {
  to: string
  query?: Record<string, string>
  reason?: string | null
}) {
  const t = useT()
  const { search } = useLocation()
  const [asked, setAsked] = useState<{ ref: string; format: ExportFormat } | null>(null)
  const href = (format: ExportFormat, ref?: string) => {
    const wanted = new URLSearchParams(search)
    for (const [name, value] of Object.entries(query)) wanted.set(name, value)
    for (const name of ['after', 'before']) wanted.delete(name)
    wanted.set('format', format)
    if (ref) wanted.set('ref', ref)
    return `${to}?${wanted.toString()}`
  }
  const begin = (event: MouseEvent<HTMLAnchorElement>, format: ExportFormat) => {
    const ref = newRef()
    event.currentTarget.href = href(format, ref) // the browser follows it as it stands after this
    const menu = event.currentTarget.closest('details')
    if (menu) menu.open = false
    setAsked({ ref, format })
  }
  return (
    <>
      <DropDown
        summary={
          <summary
            aria-disabled={reason ? true : undefined}
            className={join(
              'inline-flex min-h-9 items-center justify-center gap-2 rounded border border-control bg-surface px-3 text-sm font-medium whitespace-nowrap text-ink select-none hover:bg-sunken',
              reason && 'text-muted',
            )}
          >
            <Download aria-hidden size={16} />
            {t(words.export)}
          </summary>
        }
      >
        <div className="absolute top-full right-0 z-40 mt-1 w-80 rounded-lg border border-line bg-surface p-1 shadow-float max-sm:fixed max-sm:inset-x-4 max-sm:top-auto max-sm:bottom-18 max-sm:w-auto">
          {reason ? (
            <p className="px-3 py-2 text-muted">{reason}</p>
          ) : (
            <>
              <p className="px-3 py-2 text-xs text-muted">{t(words.hint)}</p>
              <ul>
                {exportFormats.map((format) => (
                  <li key={format}>
                    <Item format={format} href={href(format)} onClick={(event) => begin(event, format)} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <Link
            to="/settings/exports"
            className="mt-1 flex min-h-9 items-center gap-2 border-t border-line px-3 text-muted hover:bg-sunken hover:text-ink"
          >
            <History aria-hidden size={16} />
            {t(words.mine)}
          </Link>
        </div>
      </DropDown>
      {asked ? (
        <ExportStatus
          key={asked.ref}
          reference={asked.ref}
          onClose={() => setAsked(null)}
          again={
            asked.format === 'sjis' ? (
              <a
                href={href('csv')}
                download
                onClick={(event) => begin(event, 'csv')}
                className="font-medium text-accent underline"
              >
                {t(words.asUtf8)}
              </a>
            ) : null
          }
        />
      ) : null}
    </>
  )
}

function Item({
  format,
  href,
  onClick,
}: {
  format: ExportFormat
  href: string
  onClick: (event: MouseEvent<HTMLAnchorElement>) => void
}) {
  const t = useT()
  const Icon = icons[format]
  return (
    <a
      href={href}
      download
      onClick={onClick}
      className="flex min-h-9 items-start gap-2 rounded px-3 py-2 text-left text-ink hover:bg-sunken"
    >
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />
      <span className="flex flex-col">
        {t(exportFormatWords[format])}
        {format === 'sjis' ? <span className="text-xs text-muted">{t(words.sjisHint)}</span> : null}
      </span>
    </a>
  )
}
