import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { compileInvitation } from '#app/delivery/compile-invitation.server.ts'
import { greetingOf } from '#app/delivery/invitation-mail.ts'
import type { Language } from '#app/platform/languages.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { framed } from '#app/surveys/framed.ts'
import { previewOf } from '#app/surveys/preview.server.ts'
import { wordingIn } from '#app/surveys/wordings.ts'

export const handle = { access: 'programs.read' }

/** Somebody whom the preview greets. */
const somebody: Record<Language, string> = {
  en: 'Alex Morgan',
  ja: '山田 花子',
  de: 'Kim Schneider',
  fr: 'Camille Martin',
  es: 'Guadalupe García',
  pt: 'Darci Silva',
  it: 'Andrea Rossi',
  nl: 'Robin de Vries',
  ko: '김지우',
  'zh-Hans': '李晓华',
  'zh-Hant': '林怡君',
  th: 'สมชาย ใจดี',
  vi: 'Nguyễn Minh Anh',
  id: 'Dewi Lestari',
  pl: 'Maria Nowak',
  tr: 'Deniz Yılmaz',
  ar: 'نور الخطيب',
  he: 'נועם כהן',
}

/** The mail as it is saved. */
export const loader = (args: LoaderFunctionArgs) => show(args)

/** The mail as it is typed in the form of the edit page. Stores nothing. */
export const action = async (args: ActionFunctionArgs) => show(args, await formOf(args.request))

async function show({ request, params, context }: LoaderFunctionArgs, form?: FormData) {
  const { program, locale, wordings, brand, organisation } = await previewOf(
    context.ctx,
    params.programId!,
    String(form?.get('previewLanguage') ?? '') || new URL(request.url).searchParams.get('language'),
    form,
  )
  const logoUrl = brand.logoFileId ? `/files/${brand.logoFileId}` : null
  const mail = compileInvitation({
    locale,
    metric: program.metric,
    wording: wordingIn(wordings, locale),
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
