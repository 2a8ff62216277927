import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { newId, randomBytes16 } from '#app/platform/ids.server.ts'
import { log } from '#app/platform/log.server.ts'
import { guardBuild, plain, type GuardOptions } from '#app/platform/http/guard.server.ts'
import { createHandler } from '#app/platform/http/handlers.server.ts'
import { securityHeaders } from '#app/platform/http/headers.server.ts'
import { foreignOrigin } from '#app/platform/http/origin.ts'
import { remoteAddress } from '#app/platform/http/remote-address.ts'
import { defaultMaxBody, sendResponse, toRequest } from '#app/platform/http/request.server.ts'

type Visitor = Pick<AppLoadContext, 'ctx' | 'user' | 'sessionId' | 'locale' | 'theme'>

/** What the listener knows of every request. */
type Known = Pick<AppLoadContext, 'requestId' | 'remoteAddress' | 'afterReply'> & { cspNonce: string }

export interface ListenerOptions extends GuardOptions {
  publicUrl: string
  mode: 'production' | 'development'
  trustedHops: number
  /** False for a worker process: it answers `/healthz` and `/readyz`, and nothing else. */
  web: boolean
  /** Answers what needs no framework; false leaves the request to Remix. */
  direct?: (req: IncomingMessage, res: ServerResponse, known: Known) => Promise<boolean>
  /** Who this is, from the request's cookies. */
  visit: (req: IncomingMessage) => Promise<Visitor>
  /** A page to show instead of everything else while the process is getting ready; null once it is. */
  holding?: () => string | null
  /** Rejects when the process can't serve: the database doesn't answer, or it is stopping. */
  ready: () => Promise<void>
}

export type Listener = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Health, security headers, origin guard, who is it; then Remix. Static files are served before it (app/server.js). */
export function createListener(build: ServerBuild, options: ListenerOptions): Listener {
  const dev = options.mode === 'development'
  const remix = createHandler(guardBuild(build, options), options.mode)
  const secure = securityHeaders({ secure: options.publicUrl.startsWith('https:'), dev })

  async function answer(req: IncomingMessage, res: ServerResponse, requestId: string) {
    const nonce = randomBytes16().toString('base64')
    secure(res, nonce)
    res.setHeader('cache-control', 'no-store')
    const health = healthOf(req.url)
    if (health) return health === 'alive' ? text(res, 200, 'ok') : readiness(res, options.ready)
    if (!options.web) return text(res, 404, 'This process works through jobs and mail only.')
    const page = options.holding?.()
    if (page) {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' }
      return void res.writeHead(503, headers).end(page)
    }
    if (foreignOrigin(req, options.publicUrl))
      return text(res, 403, 'This form was sent from another site, so nothing was changed.')
    const known = {
      requestId,
      remoteAddress: remoteAddress(req, options.trustedHops),
      afterReply: (work: () => Promise<void>) =>
        void res.once('close', () =>
          work().catch((error) => log.error({ requestId, err: plain(error) }, 'after the reply')),
        ),
    }
    if (await options.direct?.(req, res, { ...known, cspNonce: nonce })) return
    const bodyLimit = { max: defaultMaxBody, exceeded: false }
    const context: AppLoadContext = { ...(await options.visit(req)), ...known, nonce, bodyLimit }
    await sendResponse(await remix(toRequest(req, res, options.publicUrl, bodyLimit), context), req, res)
  }

  return async function listener(req, res) {
    const requestId = newId('req')
    const started = performance.now()
    res.setHeader('x-request-id', requestId)
    res.once('close', () => {
      log.info(
        {
          requestId,
          method: req.method,
          path: maskPath(req.url),
          status: res.statusCode,
          ms: Math.round(performance.now() - started),
        },
        'request',
      )
    })
    try {
      await answer(req, res, requestId)
    } catch (error) {
      if (res.destroyed) return // the visitor went away
      log.error({ requestId, err: plain(error) }, 'unexpected')
      if (!res.headersSent) text(res, 500, `Something went wrong on our side. It has been logged under ${requestId}.`)
      else res.destroy()
    }
  }
}

const healthOf = (url = '/') => (/^\/healthz(\?|$)/.test(url) ? 'alive' : /^\/readyz(\?|$)/.test(url) ? 'ready' : null)

async function readiness(res: ServerResponse, ready: () => Promise<void>) {
  try {
    await ready()
    text(res, 200, 'ready')
  } catch {
    text(res, 503, 'not ready')
  }
}

function text(res: ServerResponse, status: number, body: string) {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${body}\n`)
}

/** The path as it may be logged: no query, and no link token in it. */
export const maskPath = (url = '/') =>
  url.split('?')[0]!.replace(/[^/]{17,}/g, (part) => (/^[a-z]{2,4}_[0-9a-z]{25}$/.test(part) ? part : '…'))
