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
  const words = firstWords(build.routes)
  const parts = new Map<string, RequestHandler>()
  for (const word of new Set(words.values()))
    if (!isOpen(word)) parts.set(word, createRequestHandler(partOf(build, words, word), mode))
  return (request, context) => (parts.get(firstWord(new URL(request.url).pathname.slice(1))) ?? whole)(request, context)
}

/** The build with nothing but the routes that a path with this first word can match. */
function partOf(build: ServerBuild, words: ReadonlyMap<string, string>, wanted: string): ServerBuild {
  const kept = new Set<string>()
  for (const [id, word] of words)
    if (word === wanted || isOpen(word))
      for (let at: Route = build.routes[id]; at; at = build.routes[at.parentId ?? '']) kept.add(at.id)
  const only = <R>(routes: Record<string, R>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id))) as Record<string, R>
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}

/** With what the address of each route begins; those that only stand around others have none. */
const firstWords = (routes: Routes): Map<string, string> =>
  new Map(
    Object.entries(routes).flatMap(([id, route]) =>
      route?.index || route?.path ? [[id, firstWord(pathOf(routes, route))]] : [],
    ),
  )

/** What a route's address looks like, with what stands above it. */
const pathOf = (routes: Routes, route: Route): string =>
  route ? [pathOf(routes, routes[route.parentId ?? '']), route.path].filter(Boolean).join('/') : ''

const firstWord = (path: string) => path.split('/')[0]!

/** A place for any word, or a word that may be left out. */
const isOpen = (word: string) => /^[:*]|\?$/.test(word)
