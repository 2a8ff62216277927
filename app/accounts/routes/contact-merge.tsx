import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MergePage } from '#app/accounts/components/merge-page.tsx'
import type { MergeRequest } from '#app/accounts/merging/merge-view.ts'
import { mergeWords as words } from '#app/accounts/merging/merge-words.ts'
import { readMerge, sendMerge } from '#app/loop/merging/merge-request.server.ts'

export const handle = { access: 'contacts.edit', title: words.mergeWith }

export const loader = ({ params, request, context }: LoaderFunctionArgs) =>
  readMerge(context, 'contact', params.id!, request)

export const action = ({ request, context }: ActionFunctionArgs) => sendMerge(context, 'contact', request)

export default function ContactMerge() {
  return <MergePage request={useLoaderData<typeof loader>() as MergeRequest} />
}
