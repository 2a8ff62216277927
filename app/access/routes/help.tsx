import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { authorise } from '#app/audit/context.server.ts'
import { glossary, numberRules } from '#app/access/glossary-words.ts'
import { helpParts, helpWords as words, type HelpPart } from '#app/access/help-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'self.edit', title: words.title }

/** The reader's own part comes first. */
export function loader({ context: { ctx, user } }: LoaderFunctionArgs) {
  authorise(ctx, 'self.edit')
  const roles: string[] = user?.roles ?? []
  const yours = helpParts.filter(({ id }) => roles.includes(id) || (id === 'csm' && roles.includes('lead')))
  return { yours: yours.map(({ id }) => id) }
}

export default function Help() {
  const t = useT()
  const { yours } = useLoaderData<typeof loader>()
  const mine = (part: HelpPart) => yours.includes(part.id)
  const parts = [...helpParts.filter(mine), ...helpParts.filter((part) => !mine(part))]
  const places = [
    ...parts.map(({ id, title }) => ({ id: id as string, title })),
    { id: 'words', title: words.glossary },
    { id: 'numbers', title: words.numbers },
  ]
  return (
    <Page title={t(words.title)} lead={t(words.lead)} narrow>
      <nav aria-label={t(words.onThisPage)}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {places.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-flex min-h-6 items-center text-accent underline">
                {t(title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map((part) => (
        <section key={part.id} id={part.id} className="flex flex-col gap-3">
          <h2 className="flex items-center gap-2 text-lg font-semibold">
            {t(part.title)}
            {mine(part) ? <Badge tone="info">{t(words.yours)}</Badge> : null}
          </h2>
          <Card>
            <ul className="flex flex-col">
              {part.tasks.map(({ title, how, to }) => (
                <li key={title.en} className="flex flex-col gap-0.5 border-t border-line py-2.5 first:border-t-0">
                  <h3 className="font-medium">
                    {to ? (
                      <Link to={to} className="text-accent hover:underline">
                        {t(title)}
                      </Link>
                    ) : (
                      t(title)
                    )}
                  </h3>
                  <p className="text-muted">{t(how)}</p>
                </li>
              ))}
            </ul>
          </Card>
        </section>
      ))}
      <Terms id="words" title={t(words.glossary)} items={glossary} />
      <Terms id="numbers" title={t(words.numbers)} items={numberRules} />
    </Page>
  )
}

function Terms({ id, title, items }: { id: string; title: string; items: typeof glossary }) {
  const t = useT()
  return (
    <section id={id} className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      <Card>
        <dl className="flex flex-col gap-3">
          {items.map(({ term, meaning }) => (
            <div key={term.en} className="flex flex-col gap-0.5">
              <dt className="font-medium">{t(term)}</dt>
              <dd className="text-muted">{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </section>
  )
}
