import { Form, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { locales, type Locale } from '#app/platform/words.ts'
import { useLocale } from '#app/ui/locale.tsx'

const names: Record<Locale, string> = { en: 'English', ja: '日本語' }

/** A page outside the staff frame: one card, the name of the house, the other language. */
export function BarePage({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  const locale = useLocale()
  const { pathname, search } = useLocation()
  return (
    <div className="flex min-h-dvh flex-col items-center bg-canvas px-4 py-10 text-ink sm:py-20">
      <header className="mb-5 flex items-center gap-2 text-lg font-semibold">
        <img src="/logo.svg" alt="" width={28} height={28} />
        Koe
      </header>
      <main className="flex w-full max-w-md flex-col gap-4 rounded-lg border border-line bg-surface p-6">
        <div className="flex flex-col gap-1">
          <h1 className="text-xl font-semibold">{title}</h1>
          {lead ? <p className="text-muted">{lead}</p> : null}
        </div>
        {children}
      </main>
      <footer className="mt-4">
        <Form method="post" action="/preferences" reloadDocument className="flex gap-1">
          <input type="hidden" name="back" value={pathname + search} />
          {locales
            .filter((one) => one !== locale)
            .map((one) => (
              <button
                key={one}
                name="locale"
                value={one}
                lang={one}
                className="min-h-9 rounded px-3 text-muted hover:text-accent hover:underline"
              >
                {names[one]}
              </button>
            ))}
        </Form>
      </footer>
    </div>
  )
}
