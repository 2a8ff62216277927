import { Form, useLocation } from '@remix-run/react'
import { isoOfDay } from '#app/platform/day.ts'
import type { ReadingData } from '#app/responses/components/reading.ts'
import { responseWords as words } from '#app/responses/words.ts'
import { Button } from '#app/ui/button.tsx'
import { FacetLink } from '#app/ui/facets.tsx'
import { Input } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { useHref } from '#app/ui/search.ts'
import { uiWords } from '#app/ui/words.ts'

/** The spans that one asks for most, and any two days. */
export function PeriodFacet({ data: { filter, periods } }: { data: ReadingData }) {
  const t = useT()
  const href = useHref()
  const from = filter.from === undefined ? '' : isoOfDay(filter.from)
  const to = filter.to === undefined ? '' : isoOfDay(filter.to)
  return (
    <section className="flex flex-col gap-1">
      <h2 className="px-2 text-xs font-semibold text-muted">{t(words.period)}</h2>
      <ul className="flex flex-col">
        {periods.map((one) => {
          const chosen = from === one.from && to === ''
          return (
            <li key={one.days}>
              <FacetLink
                to={href({ from: chosen ? null : one.from, to: null, latest: null, after: null })}
                label={t(words.lastDays, { n: one.days })}
                chosen={chosen}
                n={one.n}
                more={one.more}
              />
            </li>
          )
        })}
      </ul>
      <details open={Boolean(to)} className="px-2">
        <summary className="py-1 text-xs text-accent hover:underline">{t(words.twoDays)}</summary>
        <Form method="get" className="flex flex-col gap-2" key={`${from} ${to}`}>
          <KeptQuery without={['from', 'to', 'after', 'latest']} />
          <Input label={t(words.from)} name="from" type="date" defaultValue={from} />
          <Input label={t(words.to)} name="to" type="date" defaultValue={to} />
          <Button size="sm">{t(uiWords.apply)}</Button>
        </Form>
      </details>
    </section>
  )
}

/** What the page asks for already, so that a form adds to it. */
export function KeptQuery({ without }: { without: string[] }) {
  const query = new URLSearchParams(useLocation().search)
  return [...query].map(([name, value]) =>
    without.includes(name) || value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
  )
}
