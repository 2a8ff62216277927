import type { Reserved } from '#app/advocacy/asking/reserve-ask.server.ts'
import { askingWords as words, blockWords } from '#app/advocacy/asking/words.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** Somebody who could not be reserved: by a rule, or because a colleague was faster. */
export interface RefusedAsk {
  contactId: string
  got: Extract<Reserved, { kind: 'refused' }>
}

/** Who could not be had, by name, and why. */
export function RefusedAsks({ refused, nameOf }: { refused: RefusedAsk[]; nameOf: (contactId: string) => string }) {
  const t = useT()
  const format = useFormat()
  return refused.map(({ contactId, got: { holder, blocks } }) => {
    const name = nameOf(contactId)
    return (
      <p key={contactId}>
        {holder
          ? holder.until === null
            ? t(words.askedBy, { name, holder: holder.name })
            : t(words.heldBy, { name, holder: holder.name, time: format.time(holder.until) })
          : t(words.notReserved, { name, why: format.list(blocks.map((block) => t(blockWords[block]))) })}
      </p>
    )
  })
}
