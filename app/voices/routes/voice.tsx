import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import { authorise } from '#app/audit/context.server.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { MarkedText } from '#app/responses/components/marked-text.tsx'
import { TopicChips } from '#app/responses/components/topic-chips.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { uiWords } from '#app/ui/words.ts'
import { HeardFacts } from '#app/voices/components/heard-voice.tsx'
import { CaseOfVoice, ReplyParts, SortReply } from '#app/voices/components/reply-parts.tsx'
import { VoiceFields } from '#app/voices/components/voice-fields.tsx'
import { getVoiceForm } from '#app/voices/get-voice-form.server.ts'
import { getVoice } from '#app/voices/list-voices.server.ts'
import { orVoiceRefused } from '#app/voices/refused-voice.server.ts'
import { deleteVoice, editVoice, restoreVoice } from '#app/voices/save-voice.server.ts'
import { replySorting, sortReply } from '#app/voices/sort-reply.server.ts'
import { voiceForm } from '#app/voices/voice.ts'
import { voiceWords as words } from '#app/voices/words.ts'

export const handle = { access: 'responses.read', title: words.one }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const voice = await getVoice(ctx, params.id!)
  return { voice, form: voice.mayEdit && voice.accountId ? await getVoiceForm(ctx, voice.accountId) : null }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx } = context
  authorise(ctx, 'voices.edit')
  const id = params.id!
  const here = `/voices/${id}`
  const t = translator(context.locale)
  const data = await formOf(request)
  switch (String(data.get('intent'))) {
    case 'save': {
      const form = parseForm(data, voiceForm, context.locale)
      if (form.status !== 'success') return json({ result: form.reply() }, 400)
      return orVoiceRefused(form, context, async () => {
        const { date: _, ...given } = form.value
        await editVoice(ctx, { id, seenAt: Number(data.get('seenAt')) }, { ...given, date: String(form.payload.date) })
        return saidRedirect(here, { text: t(words.saidChanged) }, context)
      })
    }
    case 'sort': {
      const form = parseForm(data, replySorting, context.locale)
      if (form.status !== 'success') return json({ result: form.reply() }, 400)
      return orVoiceRefused(form, context, async () => {
        await sortReply(ctx, { id, seenAt: Number(data.get('seenAt')) }, form.value)
        return saidRedirect(here, { text: t(words.saidChanged) }, context)
      })
    }
    case 'delete': {
      await deleteVoice(ctx, { id })
      const undo = { action: here, fields: { intent: 'restore' }, label: t(uiWords.undo) }
      return saidRedirect('/voices', { text: t(words.saidDeleted), undo }, context)
    }
    case 'restore':
      await restoreVoice(ctx, { id })
      return saidRedirect(here, { text: t(words.saidRestored) }, context)
    default:
      throw new Refusal(400, 'bad_request')
  }
}

export default function Voice() {
  const t = useT()
  const { voice, form } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <Page
      title={voice.hidden ? t(words.one) : (voice.account ?? t(words.one))}
      crumbs={[{ label: t(words.title), to: '/voices' }]}
      narrow
      actions={
        voice.mayEdit ? (
          <Form method="post">
            <Button name="intent" value="delete" icon={Trash2}>
              {t(words.remove)}
            </Button>
          </Form>
        ) : null
      }
    >
      <Card className="marked">
        <Quote
          text={<MarkedText text={voice.text} marked={voice.topics.map((topic) => topic.spans)} />}
          language={voice.language}
        />
        <HeardFacts of={voice} />
        <TopicChips of={{ id: voice.id, comment: voice.text, topics: voice.topics }} />
        <CaseOfVoice id={voice.id} caseId={voice.caseId} mayOpen={voice.mayOpenCase} />
      </Card>
      {voice.source === 'reply' ? <ReplyParts of={voice} /> : null}
      {form && voice.source === 'reply' ? (
        <SortReply
          key={voice.updatedAt}
          people={form.people}
          seenAt={voice.updatedAt}
          initial={{ contactId: voice.contactId ?? '', feeling: voice.feeling ?? '' }}
          errors={sent?.result.error?.contactId ?? sent?.result.error?.[''] ?? undefined}
        />
      ) : null}
      {form && voice.source === 'staff' ? (
        <Card title={t(words.edit)}>
          <VoiceFields
            key={voice.updatedAt}
            {...form}
            seenAt={voice.updatedAt}
            initial={{
              accountId: form.account.id,
              contactId: voice.contactId ?? '',
              date: isoOfDay(voice.day),
              channel: voice.channel,
              heardBy: voice.heardById ?? '',
              text: voice.text,
              feeling: voice.feeling ?? '',
            }}
            result={sent?.result}
          />
        </Card>
      ) : null}
    </Page>
  )
}
