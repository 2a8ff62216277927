import type { AppLoadContext } from '@remix-run/node'
import { calendarWords } from '#app/access/calendar-words.ts'
import { changeRoles, moveUser } from '#app/access/change-user.server.ts'
import { deactivateUser, reactivateUser } from '#app/access/deactivate-user.server.ts'
import { chooseCalendar } from '#app/access/edit-calendar.server.ts'
import { resendInvite, revokeInvite } from '#app/access/invite-user.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { peopleWords as words } from '#app/access/settings-words.ts'
import { userCalendarSchema, userRolesSchema, userSchema, userTeamSchema } from '#app/access/user.ts'
import { Refusal } from '#app/platform/errors.ts'
import { parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate, type Word } from '#app/platform/words.ts'

type Context = AppLoadContext

/** What can be done on a colleague's page: the intent of the form, its shape, its verb, and what is said after. */
const intents = {
  roles: { schema: userRolesSchema, run: changeRoles, said: words.rolesSaved },
  calendar: { schema: userCalendarSchema, run: chooseCalendar, said: calendarWords.savedOfPerson },
  team: { schema: userTeamSchema, run: moveUser, said: words.moved },
  deactivate: { schema: userSchema, run: deactivateUser, said: words.deactivated },
  reactivate: { schema: userSchema, run: reactivateUser, said: words.reactivated },
  resend: { schema: userSchema, run: resendInvite, said: words.resent },
  revoke: { schema: userSchema, run: revokeInvite, said: words.revoked },
}

type Run = (ctx: Context['ctx'], input: unknown) => Promise<void>

/** Runs the posted intent. The colleague is the one of the URL, whatever the form says. @throws Refusal 400 for an unknown intent */
export async function runPersonIntent(
  data: FormData,
  { userId, name }: { userId: string; name: string },
  context: Context,
): Promise<Response> {
  const intent = String(data.get('intent'))
  if (!Object.hasOwn(intents, intent)) throw new Refusal(400, 'bad_request')
  const { schema, run, said } = intents[intent as keyof typeof intents] as {
    schema: typeof userSchema
    run: Run
    said: Word
  }
  data.set('userId', userId)
  const form = parseForm(data, schema, context.locale)
  if (form.status !== 'success') return badForm(form, { intent })
  return orRefused(
    form,
    context,
    async () => {
      await run(context.ctx, form.value)
      return saidRedirect(`/settings/people/${userId}`, { text: translate(context.locale, said, { name }) }, context)
    },
    { intent },
  )
}
