import { Form } from '@remix-run/react'
import { MessageSquareQuote } from 'lucide-react'
import { makeQuote } from '#app/advocacy/quotes/make-words.ts'
import { Button } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'

/** Makes a draft of an answer. `of`: whose, for who only hears the button. */
export function MakeQuote({ responseId, of }: { responseId: string; of: string }) {
  const t = useT()
  const verb = t(makeQuote)
  return (
    <Form method="post" action="/quotes/make">
      <input type="hidden" name="responseId" value={responseId} />
      <Button size="sm" icon={MessageSquareQuote} aria-label={`${verb}: ${of}`}>
        {verb}
      </Button>
    </Form>
  )
}
