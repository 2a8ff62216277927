import type { Piece } from '#app/advocacy/quotes/changes.ts'
import { quoteWords as words } from '#app/advocacy/quotes/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Quote } from '#app/ui/quote.tsx'
import type { Language } from '#app/platform/languages.ts'

/** What the customer wrote and what would be published, with the changes marked by line and colour. */
export function SideBySide({
  changes,
  language,
  footer,
  published,
}: {
  changes: Piece[]
  language: Language
  /** Who said it, as it is shown. */
  footer: string
  published: boolean
}) {
  const t = useT()
  const same = changes.every(({ kind }) => kind === 'same')
  const side = (kind: 'old' | 'new') =>
    changes.map((piece, at) => {
      if (piece.kind === 'same') return <span key={at}>{piece.text}</span>
      if (piece.kind !== kind) return null
      return kind === 'old' ? (
        <del key={at} className="bg-danger-tint text-danger line-through">
          {piece.text}
        </del>
      ) : (
        <ins key={at} className="bg-success-tint text-success underline">
          {piece.text}
        </ins>
      )
    })
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Card title={t(words.original)}>
        <Quote text={side('old')} language={language} />
        <p className="text-xs text-muted">{t(same ? words.same : words.removedMark)}</p>
      </Card>
      <Card title={t(published ? words.public : words.now)}>
        <Quote text={side('new')} language={language} footer={footer} />
        {same ? null : <p className="text-xs text-muted">{t(words.addedMark)}</p>}
      </Card>
    </div>
  )
}
