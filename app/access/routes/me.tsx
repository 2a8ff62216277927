import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listAbsences } from '#app/access/absences/list-absences.server.ts'
import { AbsenceCard } from '#app/access/components/absence-card.tsx'
import { MySessions } from '#app/access/components/my-sessions.tsx'
import { PasswordForm } from '#app/access/components/password-form.tsx'
import { ProfileForm } from '#app/access/components/profile-form.tsx'
import { changePassword, editMe } from '#app/access/edit-me.server.ts'
import { limitPassword } from '#app/access/rate-limits.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { retryAfter } from '#app/access/retry-after.ts'
import { noSessionCookie } from '#app/access/session-cookie.server.ts'
import { endOwnSession, endOwnSessions, listOwnSessions } from '#app/access/sessions.server.ts'
import { meWords, settingsWords } from '#app/access/settings-words.ts'
import { changePasswordSchema, meSchema } from '#app/access/user.ts'
import { zoneNames } from '#app/access/zones.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Refused } from '#app/ui/refused.tsx'

export const handle = { access: 'self.edit', title: settingsWords.me }

export const headers = retryAfter

const here = '/settings/me'

export async function loader({ context }: LoaderFunctionArgs) {
  const { name, email, locale, zone } = context.user!
  const sessions = await listOwnSessions(context.ctx)
  return {
    me: { name, email, locale, zone },
    zones: zoneNames(),
    away: await listAbsences(context.ctx, context.user!.id),
    sessions: sessions.map((session) => ({ ...session, current: session.id === context.sessionId })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request)
  const intent = String(data.get('intent'))
  const t = translator(context.locale)
  const { ctx } = context
  if (intent === 'profile') {
    const form = parseForm(data, meSchema, context.locale)
    if (form.status !== 'success') return badForm(form, { intent })
    await editMe(ctx, form.value)
    return saidRedirect(here, { text: translator(form.value.locale)(settingsWords.saved) }, context)
  }
  if (intent === 'password') {
    const form = parseForm(data, changePasswordSchema, context.locale)
    if (form.status !== 'success') return badForm(form, { intent })
    return orRefused(
      form,
      context,
      async () => {
        await limitPassword(context.user!.id)
        const { endedSessions } = await changePassword(ctx, { ...form.value, sessionId: context.sessionId })
        return saidRedirect(here, { text: t(meWords.passwordChanged, { n: endedSessions }) }, context)
      },
      { intent },
    )
  }
  if (intent === 'end') {
    const sessionId = String(data.get('sessionId'))
    const ended = await endOwnSession(ctx, sessionId)
    if (sessionId === context.sessionId) return signedOut()
    return saidRedirect(here, { text: t(meWords.ended, { n: ended ? 1 : 0 }) }, context)
  }
  if (intent === 'end-others') {
    const n = await endOwnSessions(ctx, { except: context.sessionId })
    return saidRedirect(here, { text: t(meWords.ended, { n }) }, context)
  }
  if (intent === 'end-all') {
    await endOwnSessions(ctx)
    return signedOut()
  }
  throw new Refusal(400, 'bad_request')
}

const signedOut = () => redirect('/sign-in', { headers: { 'set-cookie': noSessionCookie() } })

export default function Me() {
  const t = useT()
  const { me, zones, sessions, away } = useLoaderData<typeof loader>()
  const sent = useActionData<{ intent: string; result: never }>()
  const resultOf = (intent: string) => (sent?.intent === intent ? sent.result : undefined)
  return (
    <Page
      title={t(settingsWords.me)}
      lead={me.email}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
    >
      <Refused />
      <ProfileForm me={me} zones={zones} result={resultOf('profile')} />
      <PasswordForm email={me.email} result={resultOf('password')} />
      <AbsenceCard {...away} />
      <MySessions sessions={sessions} />
    </Page>
  )
}
