import { redirect, type AppLoadContext } from '@remix-run/node'
import { readCookie, writeCookie } from '#app/platform/http/cookies.ts'
import { env } from '#app/platform/env.server.ts'
import type { Said } from '#app/platform/http/said.ts'

const name = 'koe_said'

/** Goes to a page and says there what happened, once, with Undo when safe. */
export function saidRedirect(path: string, said: Said, context: AppLoadContext): Response {
  const text = Buffer.from(JSON.stringify(said)).toString('base64url')
  const value = `${text}.${context.ctx.keys.mac('said', text)}`
  return redirect(path, { headers: { 'set-cookie': writeCookie(name, value, { maxAge: 60, secure: env.production }) } })
}

/** What the page before wanted said; show it and send `forget`. */
export function readSaid(request: Request, context: AppLoadContext): { said: Said; forget: string } | null {
  const [text, mac] = readCookie(request.headers.get('cookie'), name)?.split('.') ?? []
  if (!text || !mac || context.ctx.keys.mac('said', text) !== mac) return null
  return {
    said: JSON.parse(Buffer.from(text, 'base64url').toString()) as Said,
    forget: writeCookie(name, '', { maxAge: 0, secure: env.production }),
  }
}
