import { Form } from '@remix-run/react'
import type { ShownQuote } from '#app/advocacy/quotes/get-quote.server.ts'
import { partWords, publicWords, quoteWords as words } from '#app/advocacy/quotes/words.ts'
import { longestComment } from '#app/responses/response.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { FileInput, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { bylineParts } from '#db/enums/advocacy-quotes.ts'

/** The wording, what is shown of the person, and the label. `typed`: what was sent and refused. */
export function EditQuote({
  of,
  typed,
  error,
  fileError,
}: {
  of: ShownQuote
  typed?: string
  error?: string
  fileError?: string
}) {
  const t = useT()
  const agreed = of.state === 'approved' || of.state === 'published'
  return (
    <Card title={t(words.edit)}>
      <Form
        key={of.lockVersion}
        method="post"
        encType="multipart/form-data"
        action={`/quotes/${of.id}`}
        className="flex flex-col gap-4"
      >
        <input type="hidden" name="lockVersion" value={of.lockVersion} />
        {agreed ? <Notice tone="warning">{t(words.editNew)}</Notice> : null}
        {of.state === 'sent' ? <Notice tone="warning">{t(words.editSent)}</Notice> : null}
        <Textarea
          name="text"
          label={t(words.text)}
          rows={8}
          maxLength={longestComment}
          lang={of.language}
          dir="auto"
          defaultValue={typed ?? of.text}
          error={error}
          required
        />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 text-sm font-medium">{t(words.shown)}</legend>
          <p className="text-xs text-muted">{t(words.shownHint)}</p>
          {bylineParts.map((part) => (
            <Checkbox
              key={part}
              name={part}
              label={[t(partWords[part]), of.byline[part]].filter(Boolean).join(': ')}
              defaultChecked={of.attribution[part]}
            />
          ))}
          <Checkbox name="logo" label={t(words.logoShown)} defaultChecked={of.attribution.logo ?? false} />
        </fieldset>
        {of.logo ? (
          <div className="flex flex-wrap items-center gap-4 rounded border border-line bg-sunken p-3">
            <img src={of.logo} alt={t(publicWords.logo)} className="h-8 w-auto rounded bg-white p-1" />
            <Checkbox name="removeLogo" label={t(words.removeLogo)} />
          </div>
        ) : null}
        <FileInput
          name="file"
          label={t(publicWords.logo)}
          hint={t(of.companyAgrees ? words.logoHint : words.logoNoConsent)}
          accept="image/png,image/jpeg,image/webp"
          error={fileError}
        />
        <Checkbox
          name="rewarded"
          label={t(words.rewarded)}
          hint={t(of.labelStays ? words.labelStays : words.rewardedHint)}
          defaultChecked={of.rewarded || of.labelStays}
          disabled={of.labelStays}
        />
        {agreed || of.state === 'sent' ? (
          <Checkbox name="sure" label={t(agreed ? words.sure : words.sureSent)} required />
        ) : null}
        <div>
          <Button>{t(agreed || of.state === 'sent' ? words.editAgreed : words.save)}</Button>
        </div>
      </Form>
    </Card>
  )
}
