import type { LoaderFunctionArgs } from '@remix-run/node'
import { isTemplate, templateCsv } from '#app/accounts/import/templates.ts'
import { authorise } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'

export const handle = { access: 'accounts.import' }

/** `accounts-en.csv`, `contacts-ja.csv`, …: the headers a file may have, with two lines to write over. */
export function loader({ params, context }: LoaderFunctionArgs) {
  authorise(context.ctx, 'accounts.import')
  const [, name, locale] = /^([a-z]+)-(en|ja)\.csv$/.exec(params.file!) ?? []
  if (!name || !isTemplate(name)) throw new NotFound()
  return new Response(templateCsv(name, locale as 'en' | 'ja'), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="koe-${name}-${locale}.csv"`,
    },
  })
}
