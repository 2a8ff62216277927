import { Form } from '@remix-run/react'
import { Download } from 'lucide-react'
import { listWords as words } from '#app/advocacy/lists/words.ts'
import { Button } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Lines that couldn't be taken, as a file to be mended: nothing of a list is kept, so its page gives them back. */
export function RejectedLines({ header, rows }: { header: string[]; rows: string[][] }) {
  const t = useT()
  if (rows.length === 0) return null
  return (
    <Form method="post" action="/advocates/rejected" reloadDocument>
      <input type="hidden" name="lines" value={JSON.stringify([header, ...rows])} />
      <Button icon={Download}>{t(words.rejected)}</Button>
    </Form>
  )
}
