import type { Alike } from '#app/accounts/list-duplicates.server.ts'
import { Form, Link } from '@remix-run/react'
import { Merge } from 'lucide-react'
import { duplicateWords as words, reasonWords } from '#app/accounts/duplicate-words.ts'
import type { DuplicateReason } from '#app/accounts/duplicate-pairs.ts'
import { mergeWords } from '#app/accounts/merging/merge-words.ts'
import { accountWords } from '#app/accounts/page-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/card.tsx'
import { Money, Time, useT } from '#app/ui/locale.tsx'

/** Two records that may be one, side by side, with why, and the verdict. */
export function PairCard({ pair, judged }: { pair: Pair; judged: boolean }) {
  const t = useT()
  const { first, second } = pair
  return (
    <section
      aria-label={t(words.pair, { a: first.name, b: second.name })}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap gap-1.5">
        {pair.why.map((why) => (
          <Badge key={why} tone="info">
            {t(reasonWords[why])}
          </Badge>
        ))}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <OneSide of={first} />
        <OneSide of={second} />
      </div>
      <Form method="post" action={`/accounts/duplicates/${pair.id}`}>
        <input type="hidden" name="as" value={judged ? 'found' : 'dismissed'} />
        <input type="hidden" name="a" value={first.name} />
        <input type="hidden" name="b" value={second.name} />
        <ButtonRow>
          {judged ? null : (
            <LinkButton
              to={`/${first.kind}s/${first.id}/merge?with=${second.id}&list=1`}
              size="sm"
              variant="primary"
              icon={Merge}
            >
              {t(mergeWords.merge)}
            </LinkButton>
          )}
          <Button size="sm">{t(judged ? words.takeBack : words.apart)}</Button>
        </ButtonRow>
      </Form>
    </section>
  )
}

interface Pair {
  id: string
  why: DuplicateReason[]
  first: Alike
  second: Alike
}

function OneSide({ of }: { of: Alike }) {
  const t = useT()
  const common = [
    { name: t(words.externalId), value: of.externalId },
    { name: t(words.since), value: <Time at={of.createdAt} /> },
  ]
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h2 className="flex flex-wrap items-center gap-2 text-base font-semibold wrap-anywhere">
        <Link to={`/${of.kind}s/${of.id}`} className="text-accent hover:underline">
          {of.name}
        </Link>
        {of.left ? <Badge>{t(words.left)}</Badge> : null}
      </h2>
      <Facts
        items={
          of.kind === 'account'
            ? [
                { name: t(words.domain), value: of.domain },
                { name: t(words.owner), value: of.of },
                { name: t(accountWords.value), value: <Money minor={of.arrMinor} currency={of.currency} /> },
                { name: t(words.people), value: of.people },
                ...common,
              ]
            : [
                { name: t(words.account), value: of.of },
                { name: t(words.email), value: of.email },
                { name: t(words.phone), value: of.phone },
                { name: t(words.jobTitle), value: of.title },
                ...common,
              ]
        }
      />
    </div>
  )
}
