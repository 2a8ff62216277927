import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { localPath } from '#app/access/back.ts'
import { chooseLocale } from '#app/access/edit-me.server.ts'
import { env } from '#app/platform/env.server.ts'
import { writeCookie } from '#app/platform/http/cookies.ts'
import { formOf } from '#app/platform/http/form.server.ts'
import { isLocale } from '#app/platform/words.ts'

export const handle = { access: 'public' }

const year = 365 * 24 * 60 * 60

export const loader = () => redirect('/')

/** Language and theme of this browser; the language of a signed-in person is kept with them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const locale = form.get('locale')
  const theme = form.get('theme')
  const headers = new Headers()
  if (isLocale(locale)) {
    headers.append('set-cookie', writeCookie('koe_locale', locale, { maxAge: year, secure: env.production }))
    if (context.user && context.user.locale !== locale) await chooseLocale(context.ctx, locale)
  }
  if (theme === 'light' || theme === 'dark')
    headers.append('set-cookie', writeCookie('koe_theme', theme, { maxAge: year, secure: env.production }))
  if (theme === 'system')
    headers.append('set-cookie', writeCookie('koe_theme', '', { maxAge: 0, secure: env.production }))
  return redirect(localPath(form.get('back')), { headers })
}
