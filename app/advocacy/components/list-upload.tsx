import { Form } from '@remix-run/react'
import { Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { listWords as words } from '#app/advocacy/lists/words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { FileInput } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Where a list is chosen, what its columns may be called, and what was wrong with the last one. */
export function ListUpload({
  action,
  most,
  columns,
  error,
  children,
}: {
  action: string
  most: number
  columns: string
  error: string | null
  children?: ReactNode
}) {
  // prettier-ignore
  const t = useT()
  const busy = useBusy()
  return (
    <Card>
      {children}
      {error ? <Notice tone="danger">{error}</Notice> : null}
      <Form method="post" action={action} encType="multipart/form-data" className="flex flex-col gap-4">
        <FileInput
          name="file"
          label={t(words.file)}
          hint={t(words.fileHint, { most })}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          required
        />
        <p className="max-w-prose text-muted">{columns}</p>
        <ButtonRow>
          <Button variant="primary" icon={Upload} busy={busy}>
            {t(words.check)}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
