import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { dropAnswer, keepAnswer } from '#app/loop/drop-answer.server.ts'
import { restoreAnswer } from '#app/loop/restore-answer.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { integrityWords as words } from '#app/responses/integrity-words.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'answers.judge' }

const schema = z.object({ revisionId: z.string().max(60), to: z.enum(['counted', 'dropped', 'quarantined']) })
const verbs = { counted: restoreAnswer, dropped: dropAnswer, quarantined: keepAnswer }
const said = { counted: words.saidCounted, dropped: words.saidDropped, quarantined: words.saidKept }

/** Decides on something that was sent and is in doubt: it counts, or it is dropped, which can be taken back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { revisionId, to } = form.value
  const id = params.id!
  const { score } = await verbs[to](context.ctx, { responseId: id, revisionId })
  const t = translator(context.locale)
  const undo =
    to === 'dropped'
      ? { action: `/responses/${id}/sent`, fields: { revisionId, to: 'quarantined' }, label: t(uiWords.undo) }
      : undefined
  return saidRedirect(`/responses/${id}`, { text: t(said[to], { score }), undo }, context)
}
