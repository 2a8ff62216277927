import { redirect, type AppLoadContext } from '@remix-run/node'
import type { MergeKind } from '#app/accounts/merging/fields.ts'
import type { MergeRequest } from '#app/accounts/merging/merge-view.ts'
import { mergeWords as words } from '#app/accounts/merging/merge-words.ts'
import { findMergeable } from '#app/loop/merging/find-mergeable.server.ts'
import { getMergeable, otherOf, previewMerge } from '#app/loop/merging/preview-merge.server.ts'
import { mergeRecords } from '#app/loop/merging/start-merge.server.ts'
import { survivorOf } from '#app/accounts/merging/merged-into.server.ts'
import { authorise } from '#app/audit/context.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'

/** What the page of a merge shows: the preview, or the search for the other record. The rest of its address says which. */
export async function readMerge(
  { ctx }: AppLoadContext,
  kind: MergeKind,
  id: string,
  request: Request,
): Promise<MergeRequest> {
  const query = new URL(request.url).searchParams
  const first = await getMergeable(ctx, kind, id)
  const asked = query.get('with')
  const other = asked ? await otherOf(ctx, kind, first, asked.slice(0, 60)) : null
  const text = (query.get('q') ?? '').slice(0, 100)
  return {
    kind,
    first: { id: first.id, name: first.name },
    list: query.get('list') === '1',
    missed: asked !== null && other === null,
    text,
    preview: other && (await previewMerge(ctx, kind, [first, other], query.get('keep'))),
    search: other ? null : await findMergeable(ctx, kind, first.id, text),
  }
}

/** Merges as the form of the preview says, and goes to what stays, or to where one sees how far it is. */
export async function sendMerge(context: AppLoadContext, kind: MergeKind, request: Request): Promise<Response> {
  authorise(context.ctx, 'accounts.import')
  const form = await formOf(request)
  const text = (name: string) => String(form.get(name) ?? '')
  const into = text('into')
  const taken = [...form].flatMap(([name, value]) =>
    name.startsWith('take.') && value === 'other' ? name.slice(5) : [],
  )
  const t = translator(context.locale)
  const asked = {
    from: text('from'),
    into,
    take: taken,
    seenFrom: text('seenFrom'),
    seenInto: text('seenInto'),
  }
  let merged
  try {
    merged = await mergeRecords(context.ctx, kind, asked)
  } catch (error) {
    // A page about what is gone could not even say so.
    const went = error instanceof Conflict ? await survivorOf(context.ctx, asked.from) : null
    if (went === null) throw error
    return saidRedirect(`/${kind}s/${went}`, { text: t(words.already) }, context)
  }
  if (merged.jobId) return redirect(`/accounts/merges/${merged.jobId}`)
  const said = { text: t(words.said, { from: merged.from, into: merged.into }) }
  const to = form.get('list') === '1' ? `/accounts/duplicates?list=${kind}` : `/${kind}s/${into}`
  return saidRedirect(to, said, context)
}
