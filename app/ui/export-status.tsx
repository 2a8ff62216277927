import { useFetcher } from '@remix-run/react'
import { Check, LoaderCircle, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { exportWords as words } from '#app/audit/export/words.ts'
import type { MyExport } from '#app/audit/export/list-my-exports.server.ts'
import { IconButton } from '#app/ui/button.tsx'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { frameWords } from '#app/ui/words.ts'

/** Asked so often whether the server has heard of it; then something is wrong with the download. */
const mostAsks = 12
const firstWait = 500
const wait = 1_500

/** How far a download is and, once it is over, what became of it: the file itself can't say how many characters it lost. */
export function ExportStatus({
  reference,
  again,
  onClose,
}: {
  reference: string
  /** Shown beside a result with replaced characters. */
  again: ReactNode
  onClose: () => void
}) {
  const t = useT()
  const { load, state, data } = useFetcher<{ exports: MyExport[] }>()
  const [asks, setAsks] = useState(0)
  const run = data?.exports[0]
  const over = run ? run.state !== 'running' : asks >= mostAsks
  useEffect(() => {
    if (over || state !== 'idle') return
    const timer = setTimeout(
      () => {
        setAsks((n) => n + 1)
        load(`/settings/exports?ref=${reference}`)
      },
      asks === 0 ? firstWait : wait,
    )
    return () => clearTimeout(timer)
  }, [over, state, asks, load, reference])
  const good = run?.state === 'complete'
  const Icon = !over ? LoaderCircle : good ? Check : TriangleAlert
  return (
    <div
      role="status"
      aria-live={over ? 'polite' : 'off'}
      className="fixed inset-x-4 bottom-18 z-40 mx-auto flex max-w-lg items-center gap-2 rounded-lg border border-line bg-surface py-2 pr-2 pl-3 shadow-float md:bottom-6"
    >
      <Icon
        aria-hidden
        size={18}
        className={join(
          'shrink-0',
          !over ? 'animate-spin text-muted motion-reduce:animate-none' : good ? 'text-success' : 'text-warning',
        )}
      />
      <p className="min-w-0 flex-1">
        {text()} {run && good && run.replaced > 0 ? again : null}
      </p>
      <IconButton icon={X} label={t(frameWords.dismiss)} onClick={onClose} className="text-muted" />
    </div>
  )

  function text(): string {
    if (!run) return t(over ? words.notStarted : words.starting)
    const n = run.rows
    if (run.state === 'running') return t(words.running, { n })
    if (run.state === 'aborted') return t(words.aborted, { n })
    if (run.state !== 'complete') return t(words.broken, { n })
    return run.replaced > 0
      ? t(words.completeReplaced, { n, replaced: run.replaced, in: run.replacedRows })
      : t(words.complete, { n })
  }
}
