import type { LoaderFunctionArgs } from '@remix-run/node'
import { getDocument } from '#app/advocacy/company/list-company-consents.server.ts'
import { fileToSave } from '#app/platform/http/file-to-save.server.ts'

export const handle = { access: 'accounts.read' }

/** What a company signed. */
export const loader = async ({ params, context: { ctx } }: LoaderFunctionArgs) =>
  fileToSave(ctx.store.db, await getDocument(ctx, { accountId: params.accountId!, id: params.id! }))
