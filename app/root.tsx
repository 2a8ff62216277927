import type { LoaderFunctionArgs } from '@remix-run/node'
import { json } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { can } from '#app/audit/can.ts'
import { HeldBanner } from '#app/email/components/held-banner.tsx'
import { getHold } from '#app/email/list-held.server.ts'
import { countUnread } from '#app/notifications/list-notifications.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { readSaid } from '#app/platform/http/said.server.ts'
import { useNonce } from '#app/platform/nonce.tsx'
import { translate, type Locale, type Word } from '#app/platform/words.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { Frame } from '#app/ui/frame.tsx'
import { LocaleProvider } from '#app/ui/locale.tsx'
import './styles.css'

/** On every page, so it tells nothing that needs permission. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { user, locale, theme } = context
  const flash = readSaid(request, context)
  const ours = user && (await getOrganisation(context.ctx))
  const held = can(context.ctx.actor, 'jobs.read') && (await getHold(context.ctx)) !== null
  return json(
    {
      user: user && { id: user.id, name: user.name, roles: user.roles },
      locale,
      theme,
      zone: ours && (user.zone ?? ours.zone),
      currency: ours && ours.baseCurrency,
      today: ours && dayOf(context.ctx.now(), ours.zone),
      said: flash?.said ?? null,
      held,
      unread: await countUnread(context.ctx),
    },
    flash ? { headers: { 'set-cookie': flash.forget } } : undefined,
  )
}

interface Handle {
  title?: Word
  noScript?: boolean
  bare?: boolean
}

/** Whether the page stands without the frame of the staff: by its own wish, or since nobody is signed in. */
function useBare(): boolean {
  const data = useRouteLoaderData<typeof loader>('root')
  return useMatches().some((match) => (match.handle as Handle | undefined)?.bare) || !data?.user
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const data = useRouteLoaderData<typeof loader>('root')
  const own = useMatches().findLast((match) => (match.data as { pageLocale?: Locale } | null)?.pageLocale)
  const locale = (own?.data as { pageLocale?: Locale } | undefined)?.pageLocale ?? data?.locale ?? 'en'
  const { pathname } = useLocation()
  const handles = useMatches().map((match) => (match.handle ?? {}) as Handle)
  const title = handles.findLast((handle) => handle.title)?.title
  const noScript = handles.some((handle) => handle.noScript)
  const bare = useBare()
  return (
    <html lang={locale} data-theme={data?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title ? `${translate(locale, title)} · Koe` : 'Koe'}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider
          locale={locale}
          zone={data?.zone ?? null}
          currency={data?.currency ?? null}
          today={data?.today ?? undefined}
        >
          {bare || !data?.user ? (
            children
          ) : (
            <Frame
              user={data.user}
              path={pathname}
              said={data.said}
              theme={data.theme}
              unread={data.unread}
              notice={data.held && pathname !== '/settings/held-mail' ? <HeldBanner /> : null}
            >
              {children}
            </Frame>
          )}
        </LocaleProvider>
        {noScript ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const bare = useBare()
  const told = isRouteErrorResponse(error) ? (error.data as { text?: string } | null) : null
  const page = <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} text={told?.text} />
  return bare ? <main>{page}</main> : page // the frame brings its own
}
