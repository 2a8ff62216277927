import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { Refusal } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { addStarterTopics } from '#app/responses/topics/add-starter-topics.server.ts'
import { revertInput, revertTopic } from '#app/responses/topics/revert-topic.server.ts'
import { setTopicState } from '#app/responses/topics/set-topic-state.server.ts'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'topics.edit' }

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['archived', 'active']), topicId: z.string() }),
  revertInput.extend({ intent: z.literal('revert') }),
  z.object({ intent: z.literal('starters') }),
])

/** Archives a topic, takes it back into use, takes its last change back, or adds the starter topics. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema, context.locale)
  if (form.status !== 'success') throw new Refusal(400, 'bad_request')
  const t = translator(context.locale)
  const { value } = form
  if (value.intent === 'starters') {
    const n = await addStarterTopics(context.ctx)
    return saidRedirect('/settings/topics', { text: t(words.saidStarters, { n }) }, context)
  }
  if (value.intent === 'revert') {
    await revertTopic(context.ctx, value)
    return saidRedirect(`/settings/topics/${value.topicId}`, { text: t(words.saidReverted) }, context)
  }
  const { topicId, intent: to } = value
  const { nameEn, nameJa } = await setTopicState(context.ctx, { topicId, to })
  const text = t(to === 'archived' ? words.saidArchived : words.saidRestored, {
    name: context.locale === 'ja' ? nameJa : nameEn,
  })
  const fields = { topicId, intent: to === 'archived' ? 'active' : 'archived' }
  const undo = { action: '/settings/topics/state', fields, label: t(uiWords.undo) }
  return saidRedirect('/settings/topics', { text, undo }, context)
}
