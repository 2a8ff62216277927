import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { compileInvitation } from '#app/delivery/compile-invitation.server.ts'
import { greetingOf } from '#app/delivery/invitation-mail.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { framed } from '#app/surveys/framed.ts'
import { previewOf } from '#app/surveys/preview.server.ts'

export const handle = { access: 'programs.read' }

/** Somebody whom the preview greets. */
const somebody = { en: 'Alex Morgan', ja: '山田 花子' }

/** The mail as it is saved. */
export const loader = (args: LoaderFunctionArgs) => show(args)

/** The mail as it is typed in the form of the edit page. Stores nothing. */
export const action = async (args: ActionFunctionArgs) => show(args, await formOf(args.request))

async function show({ request, params, context }: LoaderFunctionArgs, form?: FormData) {
  const { program, locale, wording, brand, organisation } = await previewOf(
    context.ctx,
    params.programId!,
    new URL(request.url).searchParams.get('language'),
    form,
  )
  const logoUrl = brand.logoFileId ? `/files/${brand.logoFileId}` : null
  const mail = compileInvitation({
    locale,
    metric: program.metric,
    wording: wording[locale],
    brand,
    logoUrl,
    organisation,
    isTest: false,
  })
  // Inline styles are what mail is made of.
  return framed(
    mail.html({ greeting: greetingOf(locale, somebody[locale]), link: '#', unsubscribe: '#' }),
    `style-src 'unsafe-inline'`,
  )
}
