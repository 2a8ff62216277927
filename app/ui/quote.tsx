import type { ReactNode } from 'react'
import type { Language } from '#app/platform/languages.ts'

/** The customer's words: larger and darker than anything around them. `footer` says who, when, which score. */
export function Quote({ text, language, footer }: { text: ReactNode; language?: Language; footer?: ReactNode }) {
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <blockquote
        lang={language}
        dir="auto"
        className="max-w-prose border-s-2 border-line ps-3 text-lg whitespace-pre-line text-ink"
      >
        {text}
      </blockquote>
      {footer ? (
        <figcaption className="flex flex-wrap items-center gap-x-2 gap-y-1 pl-3.5 text-xs text-muted">
          {footer}
        </figcaption>
      ) : null}
    </figure>
  )
}
