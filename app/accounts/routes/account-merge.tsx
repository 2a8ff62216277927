import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MergePage } from '#app/accounts/components/merge-page.tsx'
import type { MergeRequest } from '#app/accounts/merging/merge-view.ts'
import { mergeWords as words } from '#app/accounts/merging/merge-words.ts'
import { readMerge, sendMerge } from '#app/loop/merging/merge-request.server.ts'

export const handle = { access: 'accounts.edit', title: words.mergeWith }

export const loader = ({ params, request, context }: LoaderFunctionArgs) =>
  readMerge(context, 'account', params.id!, request)

export const action = ({ request, context }: ActionFunctionArgs) => sendMerge(context, 'account', request)

export default function AccountMerge() {
  return <MergePage request={useLoaderData<typeof loader>() as MergeRequest} />
}
