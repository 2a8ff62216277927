import type { ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { translate } from '#app/platform/words.ts'
import { changeProgramState } from '#app/surveys/change-program-state.server.ts'
import { getProgram } from '#app/surveys/get-program.server.ts'
import { changeProgramStateSchema } from '#app/surveys/program.ts'
import { programStateWords, surveyWords } from '#app/surveys/words.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'programs.launch' }

/** Sets a program live, pauses, archives it or brings it back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, changeProgramStateSchema.pick({ to: true }), context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const id = params.programId!
  const { from } = await changeProgramState(context.ctx, { id, to: form.value.to })
  const { program } = await getProgram(context.ctx, id)
  const text = translate(context.locale, surveyWords.moved, {
    name: program.name,
    state: translate(context.locale, programStateWords[program.state]),
  })
  // Undo where there is a way back: to a draft there is none.
  const safe = from === 'live' || from === 'paused'
  const undo =
    safe && from !== program.state
      ? { action: `/programs/${id}/state`, fields: { to: from }, label: translate(context.locale, uiWords.undo) }
      : undefined
  return saidRedirect(
    `/programs/${id}`,
    { text, undo: program.state === 'archived' && from === 'live' ? undefined : undo },
    context,
  )
}
