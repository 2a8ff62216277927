import { MergePreview } from '#app/accounts/components/merge-preview.tsx'
import { MergeSearch } from '#app/accounts/components/merge-search.tsx'
import type { MergeRequest } from '#app/accounts/merging/merge-view.ts'
import { mergeWords as words } from '#app/accounts/merging/merge-words.ts'
import { accountWords, contactWords } from '#app/accounts/page-words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

/** The page of a merge: first the other record is found, then both are compared. */
export function MergePage({ request }: { request: MergeRequest }) {
  const t = useT()
  const { kind, first, preview } = request
  const title = preview
    ? t(words.titleTwo, { a: preview.other.name, b: preview.survivor.name })
    : t(words.title, { name: first.name })
  return (
    <Page
      title={title}
      crumbs={[
        { label: t(kind === 'account' ? accountWords.accounts : contactWords.contacts), to: `/${kind}s` },
        { label: first.name, to: `/${kind}s/${first.id}` },
      ]}
      lead={preview ? undefined : t(words.choose)}
      narrow={!preview}
    >
      {preview ? <MergePreview request={request} view={preview} /> : <MergeSearch request={request} />}
    </Page>
  )
}
