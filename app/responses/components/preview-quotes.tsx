import { Link } from '@remix-run/react'
import { MarkedText } from '#app/responses/components/marked-text.tsx'
import { responseWords } from '#app/responses/words.ts'
import type { TopicPreview } from '#app/responses/topics/preview-tagging.server.ts'
import { classSigns } from '#app/ui/class-words.ts'
import { useT } from '#app/ui/locale.tsx'

/** Some comments of a preview, with the words that decide. */
export function PreviewQuotes({ label, of }: { label: string; of: TopicPreview['foundExamples'] }) {
  const t = useT()
  if (of.length === 0) return null
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-xs font-medium text-muted">{label}</p>
      <ul className="flex flex-col gap-2">
        {of.map((one) => (
          <li key={one.responseId} className="shown-marks border-l-2 border-line pl-3">
            <q lang={one.language} dir="auto" className="line-clamp-3 whitespace-pre-line [quotes:none]">
              <MarkedText text={one.comment} marked={[one.spans]} />
            </q>
            <p className="text-xs text-muted">
              <span aria-hidden>{classSigns[one.class]}</span> {t(responseWords[one.class])} ·{' '}
              <Link to={`/responses/${one.responseId}`} className="text-accent underline">
                {t(responseWords.response)}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
