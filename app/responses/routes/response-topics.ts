import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { correctTopic } from '#app/responses/topics/correct-topic.server.ts'
import { correctionInput } from '#app/responses/topics/topic.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'topics.correct' }

const schema = correctionInput.omit({ responseId: true }).extend({
  /** The page that it was done on. */
  back: z.string().regex(/^\/(responses|cases)([/?][\w/?&=%.-]*)?$/).optional().catch(undefined), // prettier-ignore
})
const said = { on: words.saidOn, off: words.saidOff, rule: words.saidRule }

/** Puts a topic on an answer, or takes it off, for good; Undo brings back what stood before. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const { topicId, to, back = `/responses/${params.id}` } = form.value
  const { before, nameEn, nameJa } = await correctTopic(context.ctx, { responseId: params.id!, topicId, to })
  const t = translator(context.locale)
  const text = t(said[to], { name: context.locale === 'ja' ? nameJa : nameEn })
  if (before === to) return saidRedirect(back, { text }, context)
  const undo = {
    action: `/responses/${params.id}/topics`,
    fields: { topicId, to: before, back },
    label: t(uiWords.undo),
  }
  return saidRedirect(back, { text, undo }, context)
}
