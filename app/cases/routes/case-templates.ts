import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { templatesForCase, forCaseSchema } from '#app/cases/replies/templates-for-case.server.ts'
import { NotFound } from '#app/platform/errors.ts'

export const handle = { access: 'cases.read' }

/** The templates for a reply to one person of a case, filled; asked for when somebody opens the list. */
export async function loader({ request, params, context: { ctx } }: LoaderFunctionArgs) {
  const person = new URL(request.url).searchParams.get('person') || undefined
  const asked = forCaseSchema.safeParse({ caseId: params.id, person })
  if (!asked.success) throw new NotFound()
  return json(await templatesForCase(ctx, asked.data), { headers: { 'cache-control': 'no-store' } })
}
