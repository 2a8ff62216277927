import type { ActionFunctionArgs } from '@remix-run/node'
import { mostBody } from '#app/cases/files/case-file.ts'
import { addFiles, removeFile } from '#app/cases/files/case-files.server.ts'
import { readFiles } from '#app/cases/files/read-files.server.ts'
import { fileWords as words } from '#app/cases/files/words.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'

export const handle = { access: 'cases.read', maxBody: mostBody }

/** Puts files on a case, or deletes one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { search } = new URL(request.url)
  const form = await formOf(request)
  const caseId = params.id!
  const t = translator(context.locale)
  const page = `/cases/${caseId}${search}`
  switch (String(form.get('intent'))) {
    case 'add': {
      const n = await addFiles(context.ctx, { caseId, files: await readFiles(form) })
      return saidRedirect(page, { text: t(words.saidAdded, { n }) }, context)
    }
    case 'remove': {
      const { name } = await removeFile(context.ctx, { caseId, id: String(form.get('id') ?? '') })
      return saidRedirect(page, { text: t(words.saidRemoved, { name }) }, context)
    }
    default:
      throw new Refusal(400, 'bad_request')
  }
}
