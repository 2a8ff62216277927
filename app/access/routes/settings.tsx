import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { settingsSections } from '#app/access/settings-sections.ts'
import { settingsWords as words } from '#app/access/settings-words.ts'
import { can } from '#app/audit/can.ts'
import { setUpBackWords } from '#app/insights/set-up-back-words.ts'
import { Button } from '#app/ui/button.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'

export const handle = { access: 'self.edit', title: words.title }

/** Where each part of the settings is, for those whose roles may open it. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { setUpHiddenAt } = await getOrganisation(context.ctx)
  return {
    setUpHidden: setUpHiddenAt !== null && can(context.ctx.actor, 'settings.edit'),
    open: settingsSections.filter((section) => can(context.ctx.actor, section.access)).map((section) => section.to),
  }
}

export default function Settings() {
  const t = useT()
  const { open, setUpHidden } = useLoaderData<typeof loader>()
  return (
    <Page title={t(words.title)}>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {settingsSections
          .filter((section) => open.includes(section.to))
          .map(({ to, title, hint, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                className="flex h-full gap-3 rounded-lg border border-line bg-surface p-4 hover:border-accent"
              >
                <Icon aria-hidden size={20} className="mt-0.5 shrink-0 text-accent" />
                <span className="flex flex-col gap-0.5">
                  <span className="font-semibold">{t(title)}</span>
                  <span className="text-muted">{t(hint)}</span>
                </span>
              </Link>
            </li>
          ))}
      </ul>
      {setUpHidden ? (
        <Form method="post" action="/set-up">
          <Button name="hidden" value="0" variant="quiet">
            {t(setUpBackWords.show)}
          </Button>
        </Form>
      ) : null}
    </Page>
  )
}
