import type { LoaderFunctionArgs } from '@remix-run/node'
import { getCaseFile } from '#app/cases/files/case-files.server.ts'
import { fileToSave } from '#app/platform/http/file-to-save.server.ts'

export const handle = { access: 'cases.read' }

/** A file of a case. */
export const loader = async ({ params, context: { ctx } }: LoaderFunctionArgs) =>
  fileToSave(ctx.store.db, await getCaseFile(ctx, { caseId: params.id!, id: params.fileId! }))
