import { cutAtSpans, type Span } from '#app/responses/topics/spans.ts'

/**
 * A customer's words, with those marked that made each topic: quietly, until the chip with the same place in the list
 * is pointed at, focused or open (the style sheet does it, so that it works without script).
 */
export function MarkedText({ text, marked }: { text: string; marked: readonly (readonly Span[])[] }) {
  return cutAtSpans(text, marked).map(({ text, of }, at) =>
    of.length ? (
      <mark key={at} data-t={of.join(' ')}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
