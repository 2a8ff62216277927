import { Form, useLocation } from '@remix-run/react'
import { Trash2, Upload } from 'lucide-react'
import { FileLink } from '#app/cases/components/file-link.tsx'
import { Disclosure } from '#app/cases/components/disclosure.tsx'
import { acceptedFiles } from '#app/cases/files/case-file.ts'
import type { CaseFiles } from '#app/cases/files/case-files.server.ts'
import { fileWords as words } from '#app/cases/files/words.ts'
import { caseWords } from '#app/cases/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { FileInput } from '#app/ui/field.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** The files of a case, and the way to put more there. Nothing at all where there is nothing and nothing may be added. */
export function CaseFilesCard({ caseId, files, mayChange }: { caseId: string; files: CaseFiles; mayChange: boolean }) {
  const t = useT()
  const { search } = useLocation()
  const action = `/cases/${caseId}/files${search}`
  const busy = useBusy(`/cases/${caseId}/files`)
  if (files.length === 0 && !mayChange) return null
  return (
    <Card title={t(words.title)}>
      {files.length === 0 ? <p className="text-xs text-muted">{t(words.none)}</p> : null}
      <ul className="flex flex-col gap-2 empty:hidden">
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-2">
            <div className="min-w-0 flex-1">
              <FileLink caseId={caseId} file={file} />
              <p className="text-xs text-muted">
                {file.entryId === null ? (file.by ?? t(caseWords.formerColleague)) : t(words.sent)} ·{' '}
                <Time at={file.addedAt} />
              </p>
            </div>
            {mayChange && file.entryId === null ? (
              <ConfirmForm
                trigger={t(uiWords.delete)}
                triggerVariant="quiet"
                triggerSize="sm"
                icon={Trash2}
                title={t(words.removeTitle, { name: file.name })}
                body={t(words.removeBody)}
                confirm={t(uiWords.delete)}
                danger
                action={action}
                fields={{ intent: 'remove', id: file.id }}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <Disclosure summary={t(words.addTitle)}>
          <Form
            key={files.length}
            method="post"
            action={action}
            encType="multipart/form-data"
            preventScrollReset
            className="flex flex-col gap-3"
          >
            <input type="hidden" name="intent" value="add" />
            <FileInput
              label={t(words.choose)}
              hint={t(words.limits)}
              name="files"
              multiple
              required
              accept={acceptedFiles}
            />
            <div>
              <Button icon={Upload} busy={busy}>
                {t(words.add)}
              </Button>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Card>
  )
}
