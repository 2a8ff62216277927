import { Form, Link } from '@remix-run/react'
import type { getAskVersions } from '#app/advocacy/catalogue/get-ask-versions.server.ts'
import { catalogueWords as words } from '#app/advocacy/catalogue/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/page.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { useHref } from '#app/ui/search.ts'

type Versions = Awaited<ReturnType<typeof getAskVersions>>

/** All versions of one kind to read, and to make hold again. */
export function AskVersions({ now, old, versions, next, editable }: Versions & { editable: boolean }) {
  const t = useT()
  const href = useHref()
  const nameOf = (number: number) => (number === 0 ? t(words.standard) : t(words.numbered, { n: number }))
  const shown = old?.number ?? now.number
  return (
    <Section title={t(words.versions)}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {versions.map(({ number, at, by }) => (
          <li key={number} className="flex min-h-11 flex-wrap items-center justify-between gap-2 px-3 py-1.5">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Link
                to={href({ version: number === now.number ? null : String(number) })}
                aria-current={number === shown ? 'true' : undefined}
                className="text-accent hover:underline"
              >
                {nameOf(number)}
              </Link>
              {at === null ? null : (
                <span className="text-xs text-muted">
                  {by ?? 'Koe'} · <Time at={at} />
                </span>
              )}
              {number === now.number ? <Badge tone="accent">{t(words.now)}</Badge> : null}
              {number === shown && old ? <Badge>{t(words.reads)}</Badge> : null}
            </span>
            {editable && number !== now.number ? (
              <Form method="post">
                <input type="hidden" name="base" value={now.number} />
                <input type="hidden" name="number" value={number} />
                <Button name="intent" value="restore" size="sm" aria-label={`${t(words.again)}: ${nameOf(number)}`}>
                  {t(number === 0 ? words.toStandard : words.again)}
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {next || versions[0]?.number !== now.number ? <Pager shown={versions.length} next={next} /> : null}
    </Section>
  )
}
