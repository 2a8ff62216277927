import { Paperclip } from 'lucide-react'
import type { CaseFiles } from '#app/cases/files/case-files.server.ts'
import { useFormat } from '#app/ui/locale.tsx'

/** A file of a case, to download. */
export function FileLink({ caseId, file: { id, name, bytes } }: { caseId: string; file: CaseFiles[number] }) {
  const format = useFormat()
  return (
    <a
      href={`/cases/${caseId}/files/${id}`}
      download={name}
      className="inline-flex max-w-full items-center gap-1.5 text-accent hover:underline"
    >
      <Paperclip aria-hidden size={14} className="shrink-0" />
      <span className="min-w-0 break-all">{name}</span>
      <span className="shrink-0 text-xs text-muted tabular-nums">{format.bytes(bytes)}</span>
    </a>
  )
}
