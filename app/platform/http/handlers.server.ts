import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
type Route = Routes[string] | undefined

/**
 * Remix's request handler in parts, by the first word of a path (`accounts`, `settings`). It tries the patterns of all
 * its routes several times a page, and builds all of them anew to render one: with all routes that is a tenth of a page.
 * A path that begins with none of the words is left to a handler with all routes.
 */
export function createHandler(build: ServerBuild, mode: 'production' | 'development'): RequestHandler {
  const whole = createRequestHandler(build, mode)
  const parts = new Map<string, RequestHandler>()
  for (const word of firstWords(build.routes)) parts.set(word, createRequestHandler(partOf(build, word), mode))
  return (request, context) => (parts.get(firstWord(new URL(request.url).pathname.slice(1))) ?? whole)(request, context)
}

/** The build with nothing but the routes that a path with this first word can match. */
function partOf(build: ServerBuild, word: string): ServerBuild {
  const kept = new Set<string>()
  for (const route of Object.values(build.routes)) {
    const first = firstWord(pathOf(build.routes, route))
    if (isFrame(route) || (first !== word && !isOpen(first))) continue
    for (let at: Route = route; at; at = build.routes[at.parentId ?? '']) kept.add(at.id)
  }
  const only = <R>(routes: Record<string, R>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id))) as Record<string, R>
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}

function firstWords(routes: Routes): Set<string> {
  const pages = Object.values(routes).filter((route) => !isFrame(route))
  return new Set(pages.map((route) => firstWord(pathOf(routes, route))).filter((word) => !isOpen(word)))
}

/** What a route's address looks like, with what stands above it. */
const pathOf = (routes: Routes, route: Route): string =>
  route ? [pathOf(routes, routes[route.parentId ?? '']), route.path].filter(Boolean).join('/') : ''

/** Stands around others and has no address of its own. */
const isFrame = (route: Route) => !route?.index && !route?.path

const firstWord = (path: string) => path.split('/')[0]!

/** A place for any word, or a word that may be left out. */
const isOpen = (word: string) => /^[:*]|\?$/.test(word)
