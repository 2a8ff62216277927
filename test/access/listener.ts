import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { identify } from '#app/access/identify.server.ts'
import { startSession } from '#app/access/sessions.server.ts'
import { can, type Action } from '#app/audit/can.ts'
import { createListener } from '#app/platform/http/listener.server.ts'
import type { RouteHandle } from '#app/platform/http/guard.server.ts'
import { translate } from '#app/platform/words.ts'
import table from '#app/routes.ts'
import { errorWords } from '#app/words.ts'
import type { World } from '#test/world.ts'

interface Module {
  handle?: RouteHandle
  loader?: unknown
  action?: unknown
  default?: unknown
}

const modules = import.meta.glob<Module>('../../app/*/routes/*.{ts,tsx}', { eager: true })

export interface Listed {
  /** As `app/routes.ts` writes it, with a leading slash. */
  path: string
  file: string
  module: Module
  /** The file of the layout around it. */
  parent?: string
  /** Stands around its children at their URLs, and has none of its own. */
  isLayout: boolean
}

const everything: Listed[] = flat(table as RouteConfigEntry[])

/** Every route of the table of contents that has a URL, with its module from source. */
export const listed = everything.filter((route) => !route.isLayout)

/** Every layout, at the first URL that it stands around. */
export const layouts = everything
  .filter((route) => route.isLayout)
  .map((route) => ({ ...route, path: listed.find((child) => child.parent === route.file)!.path }))

function flat(entries: RouteConfigEntry[], above = '', parent?: string): Listed[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${above}/${entry.path}` : above
    const file = entry.file.replace(/^\.\//, '')
    const module = modules[`../../app/${file}`]
    if (!module) throw new Error(`${file} is in app/routes.ts and not there`)
    const isLayout = !entry.path && !entry.index
    return [{ path: path || '/', file, module, parent, isLayout }, ...flat(entry.children ?? [], path, file)]
  })
}

/** The real listener over the routes' source, on a port of its own, signed in by real sessions, behind so many proxies. */
export async function serve(w: World, { hops = 0 } = {}) {
  const server = createServer((req, res) => void listener(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ctx = w.system()
  const listener = createListener(await buildOf(), {
    publicUrl: origin,
    mode: 'production',
    trustedHops: hops,
    web: true,
    ready: () => w.store.ping(),
    async visit(req) {
      const { actor, user, sessionId } = await identify(w.store, w.keys, w.clock.now, req.headers.cookie ?? null)
      return { ctx: { ...ctx, actor }, user, sessionId, locale: 'en', theme: null }
    },
    may: ({ ctx: { actor }, user }, access) =>
      access === 'public' || (access === 'signed-in' ? user !== null : can(actor, access as Action)),
    say: (locale, code, values) => translate(locale, errorWords[code] ?? errorWords.unexpected!, values),
  })
  return {
    origin,
    fetch: (path: string, init: RequestInit & { cookie?: string | null } = {}) =>
      fetch(origin + path, {
        redirect: 'manual',
        ...init,
        headers: { origin, ...(init.cookie && { cookie: init.cookie }), ...init.headers },
      }),
    /** The Cookie header of a person who is signed in. */
    async signedIn(userId: string) {
      const { secret } = await w.store.write((tx) => startSession({ ...ctx, tx }, userId, 'test'))
      return `koe_session=${secret}`
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** What the bundler would make of the source, without the browser's half. */
async function buildOf(): Promise<ServerBuild> {
  const root = await import('#app/root.tsx')
  const entry = await import('#app/entry.server.tsx')
  const all = [
    { id: 'root', parentId: undefined, path: '', index: undefined, module: root },
    ...everything.map(({ path, file, module, parent, isLayout }) => ({
      id: file,
      parentId: parent ?? 'root',
      path: path.slice(1) || undefined,
      index: (path === '/' && !isLayout) || undefined,
      module,
    })),
  ]
  const manifest = all.map(({ module: _, ...route }) => ({
    ...route,
    hasAction: false,
    hasLoader: false,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
    module: '/none.js',
    imports: [],
    css: [],
  }))
  const byId = <T extends { id: string }>(routes: T[]) => Object.fromEntries(routes.map((route) => [route.id, route]))
  return {
    entry: { module: entry },
    routes: byId(all),
    assets: { entry: { module: '/none.js', imports: [] }, routes: byId(manifest), url: '/none.js', version: '1' },
    assetsBuildDirectory: '',
    publicPath: '/',
    isSpaMode: false,
    future: {},
  } as unknown as ServerBuild
}
