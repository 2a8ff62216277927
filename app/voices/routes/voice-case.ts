import type { ActionFunctionArgs } from '@remix-run/node'
import { openCaseOfVoice } from '#app/loop/open-case-of-voice.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate } from '#app/platform/words.ts'
import { voiceWords as words } from '#app/voices/words.ts'

export const handle = { access: 'cases.work' }

/** Opens a case of a voice, or lets it join the open one. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { caseId, opened } = await openCaseOfVoice(context.ctx, { voiceId: params.id! })
  const text = translate(context.locale, opened ? words.saidOpened : words.saidJoined)
  return saidRedirect(`/cases/${caseId}`, { text }, context)
}
