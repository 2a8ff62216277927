import {
  json,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type ServerBuild,
} from '@remix-run/node'
import { ZodError } from 'zod'
import { MovedInto, Refusal } from '#app/platform/errors.ts'
import { log } from '#app/platform/log.server.ts'
import type { Locale, Values } from '#app/platform/words.ts'

/** What a route says of itself in `export const handle`. */
export interface RouteHandle {
  /** Who may come in: an action of the permission table, everybody signed in, or everybody. */
  access: string
  /** Bytes that its action may receive, when more than the default. */
  maxBody?: number
  /** Without the staff frame. */
  bare?: boolean
  /** Without any script of the framework. */
  noScript?: boolean
}

export interface GuardOptions {
  /** Whether this visitor may enter; may ask anything but the database. */
  may: (context: AppLoadContext, access: string) => boolean
  /** A refusal's code in words. */
  say: (locale: Locale, code: string, values: Values) => string
}

type Handler = (args: LoaderFunctionArgs) => unknown
type RouteModule = ServerBuild['routes'][string] extends infer R | undefined
  ? (R & { module: unknown })['module']
  : never

/**
 * The build with every loader and action behind its route's `handle.access`, and with refusals turned into replies.
 * @throws Error when a route doesn't name who may use it
 */
export function guardBuild(build: ServerBuild, options: GuardOptions): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route || id === 'root') return [id, route && { ...route, module: guardRoot(route.module, options) }]
    const handle = (route.module as { handle?: RouteHandle }).handle
    if (!handle?.access) throw new Error(`The route ${id} doesn't name who may use it (handle.access).`)
    return [id, { ...route, module: guardModule(route.module, handle, options) }]
  })
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}

function guardModule(module: RouteModule, handle: RouteHandle, options: GuardOptions): RouteModule {
  const { loader, action, default: page } = module as { loader?: Handler; action?: Handler; default?: unknown }
  const wrap = (handler: Handler, writes: boolean) => (args: LoaderFunctionArgs) => {
    if (handle.maxBody) args.context.bodyLimit.max = handle.maxBody
    return refusalsAsReplies(args, options, { page: page !== undefined, writes }, () => {
      if (!options.may(args.context, handle.access)) throw refuse(args.context)
      return handler(args)
    })
  }
  return {
    ...module,
    ...(loader && { loader: wrap(loader, false) }),
    ...(action && { action: wrap(action, true) }),
  } as RouteModule
}

/** The root is on every page, so it is open and must tell nothing that needs permission. */
function guardRoot(module: RouteModule, options: GuardOptions): RouteModule {
  const { loader } = module as { loader?: Handler }
  if (!loader) return module
  const open = (args: LoaderFunctionArgs) =>
    refusalsAsReplies(args, options, { page: true, writes: false }, () => loader(args))
  return { ...module, loader: open } as RouteModule
}

const refuse = (context: AppLoadContext) =>
  context.user ? new Refusal(403, 'forbidden') : new Refusal(401, 'sign_in_first')

/** Refusals that a form can show beside what was typed; all others replace the page. */
const shownInPage = new Set([409, 410, 413, 422, 429, 503])

async function refusalsAsReplies(
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
  options: GuardOptions,
  kind: { page: boolean; writes: boolean },
  run: () => unknown,
): Promise<unknown> {
  try {
    return (await run()) ?? null
  } catch (error) {
    if (error instanceof Response) throw error
    const refusal = refusalOf(error, context)
    const { status, code, values } = refusal
    if (refusal instanceof MovedInto && !kind.writes) throw redirect(pathInto(request, refusal))
    if (status === 401 && kind.page) throw redirect(`/sign-in?back=${encodeURIComponent(backOf(request))}`)
    const text = options.say(context.locale, code, { ...values, requestId: context.requestId })
    const headers = status === 429 ? { 'retry-after': String(values.seconds ?? 60) } : undefined
    if (!kind.page)
      throw new Response(`${text}\n`, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } })
    if (kind.writes && shownInPage.has(status)) return json({ refused: text, code }, { status, headers })
    throw json({ code, text }, { status, headers })
  }
}

function refusalOf(
  error: unknown,
  context: AppLoadContext,
): Refusal | { status: 500 | 503; code: string; values: Record<string, string | number> } {
  if (context.bodyLimit.exceeded) return new Refusal(413, 'too_large', { limit: inWords(context.bodyLimit.max) })
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof Refusal) return at
    if (at instanceof ZodError) {
      // A verb's own door refused it, where no form was read before.
      log.warn({ requestId: context.requestId, fields: at.issues.map((issue) => issue.path.join('.')) }, 'bad input')
      return new Refusal(400, 'bad_request')
    }
    if ('code' in at && /^SQLITE_(BUSY|FULL|IOERR|READONLY|LOCKED)|^(53|57P|08)/.test(String(at.code))) {
      log.error({ requestId: context.requestId, code: at.code }, 'the database refused')
      return new Refusal(503, 'unavailable')
    }
  }
  log.error({ requestId: context.requestId, err: plain(error) }, 'unexpected')
  return { status: 500, code: 'unexpected', values: {} }
}

/** The same page of the thing that took over. */
function pathInto(request: Request, { from, to }: MovedInto): string {
  const { pathname, search } = new URL(request.url)
  return `${pathname.split('/').map((part) => (part === from ? to : part)).join('/')}${search}` // prettier-ignore
}

/** An error without the values of a query, which may be personal data. */
export function plain(error: unknown) {
  if (!(error instanceof Error)) return { message: typeof error }
  const cause: unknown = error.cause
  const message = cause instanceof Error ? cause.message : error.message
  return {
    name: error.name,
    message: message.split('\nparams:')[0],
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
  }
}

function backOf(request: Request) {
  const url = new URL(request.url)
  url.searchParams.delete('_data')
  return request.method === 'GET' ? url.pathname + url.search : '/'
}

const inWords = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor(bytes / 1024 / 1024)} MB`
