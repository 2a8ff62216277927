import type { ShownQuote } from '#app/advocacy/quotes/get-quote.server.ts'
import { mayStep } from '#app/advocacy/quotes/quote.ts'
import { quoteVerbWords, quoteWords as words } from '#app/advocacy/quotes/words.ts'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { useT } from '#app/ui/locale.tsx'

/** What may be done with a quote in its state; each asks once more. `open`: whether there are public pages. */
export function QuoteVerbs({ of, open }: { of: ShownQuote; open: boolean }) {
  const t = useT()
  const asked = {
    send: { title: t(words.sendTitle, { name: of.person.name }), body: t(words.sendBody) },
    publish: { title: t(words.publishTitle), body: t(open ? words.publishBody : words.closedBody) },
    unpublish: { title: t(words.unpublishTitle), body: t(words.unpublishBody) },
    remove: { title: t(words.removeTitle), body: t(words.removeBody) },
  }
  return (['send', 'publish', 'unpublish', 'remove'] as const)
    .filter((verb) => mayStep(of.state, verb))
    .map((verb) => (
      <ConfirmForm
        key={verb}
        trigger={t(quoteVerbWords[verb])}
        triggerVariant={verb === 'send' || verb === 'publish' ? 'primary' : 'secondary'}
        {...asked[verb]}
        confirm={t(quoteVerbWords[verb])}
        danger={verb === 'unpublish' || verb === 'remove'}
        action={`/quotes/${of.id}/state`}
        fields={{ verb, lockVersion: String(of.lockVersion) }}
      />
    ))
}
