import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button, useBusy } from '#app/ui/button.tsx'
import { FieldErrors, Input, Select, Textarea, type Option } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { FeelingChoice } from '#app/voices/components/feeling-choice.tsx'
import { longestVoice } from '#app/voices/voice.ts'
import { channelWords, voiceWords as words } from '#app/voices/words.ts'
import { voiceChannels } from '#db/enums/voices.ts'

interface Fields {
  contactId: string
  date: string
  channel: string
  heardBy: string
  text: string
  feeling: string
}

/** The form by which a voice is written down or changed. */
export function VoiceFields({
  initial,
  people,
  colleagues,
  latest,
  seenAt,
  result,
}: {
  initial: Fields & { accountId: string }
  people: Option[]
  colleagues: Option[]
  /** Today, as `YYYY-MM-DD`. */
  latest: string
  seenAt?: number
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<Fields>({
    id: 'voice',
    lastResult: result,
    defaultValue: initial,
    defaultNoValidate: false,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <FieldErrors id={form.errorId} errors={form.errors} />
      <input type="hidden" name="accountId" value={initial.accountId} />
      {seenAt === undefined ? null : <input type="hidden" name="seenAt" value={seenAt} />}
      <Textarea
        field={fields.text}
        label={t(words.text)}
        hint={t(words.textHint)}
        rows={6}
        maxLength={longestVoice}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select field={fields.contactId} label={t(words.person)} empty={t(words.somebody)} options={people} />
        <Select
          field={fields.channel}
          label={t(words.channel)}
          options={voiceChannels.map((value) => ({ value, label: t(channelWords[value]) }))}
        />
        <Input field={fields.date} label={t(words.date)} type="date" max={latest} required />
        <Select field={fields.heardBy} label={t(words.heardBy)} options={colleagues} />
      </div>
      <FeelingChoice initial={initial.feeling} />
      <div>
        <Button name="intent" value="save" variant="primary" busy={busy}>
          {t(uiWords.save)}
        </Button>
      </div>
    </Form>
  )
}
