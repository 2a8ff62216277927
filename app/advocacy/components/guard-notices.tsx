import { Form, Link, useLocation } from '@remix-run/react'
import { guardDays, mostOnFive, seenDays } from '#app/advocacy/guards/guard.ts'
import type { Guard } from '#app/advocacy/guards/list-guards.server.ts'
import { guardDos, guardLinks, guardTitles, guardWhys, guardWords as words } from '#app/advocacy/guards/words.ts'
import type { Translate } from '#app/platform/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/card.tsx'
import type { Formats } from '#app/ui/formats.ts'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** Warnings with their reason and what to do. One that somebody has put aside is a line; `editable`: may put them aside. */
export function GuardNotices({ guards, editable }: { guards: Guard[]; editable: boolean }) {
  const t = useT()
  const format = useFormat()
  if (guards.length === 0) return null
  return (
    <section aria-label={t(words.guards)} className="flex flex-col gap-2">
      {guards.map((guard) => {
        const { kind, seen } = guard
        const { to, word } = guardLinks[kind]
        return seen ? (
          <div key={kind} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
            <span>
              {t(guardTitles[kind])} ·{' '}
              {t(words.seenBy, { name: seen.by ?? t(words.somebody), date: format.date(seen.until) })}
            </span>
            {editable ? <Verb guard={kind} verb="show" label={t(words.show)} /> : null}
          </div>
        ) : (
          <Notice key={kind} tone="warning" title={t(guardTitles[kind])}>
            <p className="max-w-prose text-ink">{t(guardWhys[kind], numbersOf(guard, format))}</p>
            <p className="max-w-prose text-ink">{t(guardDos[kind])}</p>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link to={to} className="inline-flex min-h-6 items-center text-accent underline">
                {t(word)}
              </Link>
              {editable ? <Verb guard={kind} verb="see" label={t(words.see, { n: seenDays })} /> : null}
            </div>
          </Notice>
        )
      })}
    </section>
  )
}

function Verb({ guard, verb, label }: { guard: Guard['kind']; verb: 'see' | 'show'; label: string }) {
  const t = useT()
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action="/advocacy/guards">
      <input type="hidden" name="guard" value={guard} />
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      <Button size="sm" variant="quiet" name="verb" value={verb} aria-label={`${label}: ${t(guardTitles[guard])}`}>
        {label}
      </Button>
    </Form>
  )
}

function numbersOf(guard: Guard, format: Formats): Parameters<Translate>[1] {
  if (guard.kind === 'few_carry')
    return {
      days: guardDays,
      theirs: format.number(guard.theirs),
      of: format.number(guard.of),
      share: format.percent(guard.theirs / guard.of),
      most: format.percent(mostOnFive),
    }
  if (guard.kind === 'acceptance')
    return {
      days: guardDays,
      now: format.percent(guard.now.value),
      nNow: format.number(guard.now.n),
      before: format.percent(guard.before.value),
      nBefore: format.number(guard.before.n),
      p: format.number(guard.p, 3),
    }
  return {}
}
