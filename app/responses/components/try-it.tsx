import { Check, X } from 'lucide-react'
import { MarkedText } from '#app/responses/components/marked-text.tsx'
import { topicWords as words } from '#app/responses/topic-page-words.ts'
import { rulesOf, type TopicForm } from '#app/responses/topics/topic-form.ts'
import { TopicMatcher } from '#app/responses/topics/topic-matcher.ts'
import { Card } from '#app/ui/card.tsx'
import type { FieldMeta } from '#app/ui/control.ts'
import { Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

/** A sentence, and at once whether the phrases as they are typed would find it; without script, after Preview. */
export function TryIt({ field, typed }: { field: FieldMeta; typed: TopicForm }) {
  const t = useT()
  const sample = typed.sample.trim()
  const { en, ja } = rulesOf(typed)
  const spans = sample ? new TopicMatcher([{ id: 'try', rules: [en, ja] }]).topicsOf(sample).get('try') : undefined
  return (
    <Card title={t(words.tryIt)}>
      <Textarea field={field} label={t(words.tryIt)} hideLabel hint={t(words.tryHint)} rows={3} maxLength={5000} />
      <div aria-live="polite" className="flex flex-col gap-1.5">
        {sample ? (
          <>
            <p className="flex items-center gap-1.5 font-medium">
              {spans ? (
                <Check aria-hidden size={16} className="text-success" />
              ) : (
                <X aria-hidden size={16} className="text-muted" />
              )}
              {t(spans ? words.fits : words.fitsNot)}
            </p>
            {spans ? (
              <p className="shown-marks whitespace-pre-line">
                <MarkedText text={sample} marked={[spans]} />
              </p>
            ) : null}
          </>
        ) : null}
      </div>
    </Card>
  )
}
