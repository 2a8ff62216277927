import { Form } from '@remix-run/react'
import { handWords as words } from '#app/advocacy/asking/hand-words.ts'
import { askingWords } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { askKinds } from '#db/enums/advocacy.ts'

/** The way to ask one person by telephone or face to face; what forbids it is told there. */
export function AskByHand({ contactId }: { contactId: string }) {
  const t = useT()
  return (
    <Card title={t(words.byHand)}>
      <p className="text-xs text-muted">{t(words.byHandHint)}</p>
      <Form method="post" action="/asks/by-hand" className="flex items-end gap-2">
        <input type="hidden" name="contactId" value={contactId} />
        <Select
          name="kind"
          label={t(askingWords.kind)}
          options={askKinds.map((value) => ({ value, label: t(askKindNames[value]) }))}
          className="min-w-0 flex-1"
        />
        <Button>{t(words.byHand)}</Button>
      </Form>
    </Card>
  )
}
