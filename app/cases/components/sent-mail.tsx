import { FileLink } from '#app/cases/components/file-link.tsx'
import type { CaseFiles } from '#app/cases/files/case-files.server.ts'
import type { ShownMail } from '#app/cases/replies/mails-of-case.server.ts'
import { replyWords as words } from '#app/cases/replies/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useT } from '#app/ui/locale.tsx'

/** A mail of ours in the timeline: what it was called, what it said, and whether it didn't arrive. */
export function SentMail({
  mail,
  text,
  caseId,
  files,
}: {
  mail: ShownMail
  text: string
  caseId: string
  files: CaseFiles
}) {
  const t = useT()
  const standing = standingOf(mail)
  return (
    <>
      {mail.subject || standing ? (
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{mail.subject}</span>
          {standing ? <Badge tone={standing.tone}>{t(standing.word)}</Badge> : null}
        </p>
      ) : null}
      {text}
      {files.length > 0 ? (
        <ul className="mt-1 flex flex-col gap-0.5">
          {files.map((file) => (
            <li key={file.id}>
              <FileLink caseId={caseId} file={file} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** Nothing is said of a mail that left as it should. */
function standingOf({ state, bounced }: ShownMail) {
  if (bounced) return { word: words.bounced, tone: 'danger' as const }
  if (state === 'queued' || state === 'sending') return { word: words.waits, tone: 'neutral' as const }
  if (state === 'uncertain') return { word: words.uncertain, tone: 'warning' as const }
  if (state === 'failed' || state === 'stopped' || state === 'cancelled')
    return { word: words.notSent, tone: 'danger' as const }
  return null
}
