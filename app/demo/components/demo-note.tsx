import { Link } from '@remix-run/react'
import { demoNoteWords as words } from '#app/demo/note-words.ts'
import { Notice } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Says that what is shown is invented. `may`: whether this reader can take it away. */
export function DemoNote({ may }: { may: boolean }) {
  const t = useT()
  return (
    <Notice>
      <p>
        {t(words.note)}{' '}
        {may ? (
          <Link to="/demo" className="font-medium underline">
            {t(words.more)}
          </Link>
        ) : null}
      </p>
    </Notice>
  )
}
