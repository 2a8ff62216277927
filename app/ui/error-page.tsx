import { CircleAlert } from 'lucide-react'
import type { Word } from '#app/platform/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'
import { errorPageWords as words } from '#app/ui/words.ts'

function wordsOf(status: number): [title: Word, body: Word] {
  if (status === 401) return [words.signInTitle, words.signInBody]
  if (status === 403) return [words.forbiddenTitle, words.forbiddenBody]
  if (status === 404 || status === 405) return [words.notFoundTitle, words.notFoundBody]
  if (status === 409) return [words.conflictTitle, words.conflictBody]
  if (status === 410) return [words.goneTitle, words.goneBody]
  if (status === 413) return [words.tooLargeTitle, words.tooLargeBody]
  if (status === 429) return [words.tooManyTitle, words.tooManyBody]
  if (status < 500) return [words.badTitle, words.badBody]
  return [words.brokenTitle, words.brokenBody]
}

/** What happened and what to do now, never how it looks inside. `text` says it more exactly than the status can. */
export function ErrorPage({
  status,
  text,
  requestId,
}: {
  status: number
  text?: string | null
  requestId?: string | null
}) {
  const t = useT()
  const [title, body] = wordsOf(status)
  return (
    <div className="mx-auto flex max-w-prose flex-col items-center gap-3 px-4 py-16 text-center">
      <CircleAlert aria-hidden size={32} className="text-faint" />
      <h1 className="text-xl font-semibold">{t(title)}</h1>
      <p className="text-muted">{text ?? t(body)}</p>
      {requestId ? <p className="text-xs text-faint">{t(words.reference, { requestId })}</p> : null}
      <div className="mt-2">
        {status === 401 ? (
          <LinkButton variant="primary" to="/sign-in">
            {t(words.signIn)}
          </LinkButton>
        ) : (
          <LinkButton to="/">{t(words.toStart)}</LinkButton>
        )}
      </div>
    </div>
  )
}
