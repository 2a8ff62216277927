import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Upload } from 'lucide-react'
import { ImportTemplates } from '#app/accounts/components/import-templates.tsx'
import { importHistoryWords as historyWords } from '#app/accounts/import-history-words.ts'
import type { ImportKind } from '#app/accounts/import/fields.ts'
import { importWords as words } from '#app/accounts/import-words.ts'
import { mostBytes, mostMegabytes } from '#app/accounts/import.ts'
import { receiveFile } from '#app/accounts/receive-file.server.ts'
import { uploadImport } from '#app/accounts/upload-import.server.ts'
import { authorise } from '#app/audit/context.server.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { FileInput } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Stepper } from '#app/ui/stepper.tsx'

/** A little more than the file, for the form around it. */
export const handle = { access: 'accounts.import', title: words.new, maxBody: 256 * 1024 * 1024 + 64 * 1024 }

const kindOf = (request: Request): ImportKind =>
  new URL(request.url).searchParams.get('kind') === 'history' ? 'history' : 'customers'

export function loader({ request, context }: LoaderFunctionArgs) {
  authorise(context.ctx, 'accounts.import')
  return { mb: mostMegabytes, bytes: mostBytes, kind: kindOf(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const kind = kindOf(request)
  const id = await receiveFile(request, 'file', (file) => uploadImport(context.ctx, { ...file, kind }))
  return redirect(`/imports/${id}`)
}

export default function NewImport() {
  const t = useT()
  const { kind } = useLoaderData<typeof loader>()
  const busy = useBusy('/imports/new')
  return (
    <Page
      title={t(kind === 'history' ? historyWords.newHistory : words.new)}
      crumbs={[{ label: t(words.imports), to: '/imports' }]}
      narrow
    >
      <Stepper
        steps={[words.stepFile, words.stepColumns, words.stepCheck, words.stepApply].map((step) => ({
          label: t(step),
        }))}
        current={0}
      />
      <Card>
        <nav aria-label={t(historyWords.whatIsIn)} className="flex flex-wrap gap-2">
          {(['customers', 'history'] as const).map((one) => (
            <LinkButton
              key={one}
              to={one === 'history' ? '?kind=history' : '?'}
              variant={one === kind ? 'primary' : undefined}
              size="sm"
              aria-current={one === kind ? 'page' : undefined}
            >
              {t(historyWords[one])}
            </LinkButton>
          ))}
        </nav>
        <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
          <FileInput
            name="file"
            label={t(words.choose)}
            hint={t(words.chooseHint, { mb: mostMegabytes })}
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            required
          />
          <ButtonRow>
            <Button variant="primary" icon={Upload} busy={busy}>
              {busy ? t(words.uploading) : t(words.upload)}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
      <ImportTemplates of={kind === 'history' ? ['history'] : ['accounts', 'contacts']} />
      <div className="flex max-w-prose flex-col gap-2 text-muted">
        <p>{t(kind === 'history' ? historyWords.historyLead : words.whatFits)}</p>
        <p>{t(kind === 'history' ? historyWords.historyWho : words.whoIsWho)}</p>
      </div>
    </Page>
  )
}
