import { createKey } from '#app/access/api-keys.server.ts'
import { apiScopes, type ApiScope } from '#db/enums/audit.ts'
import { serve } from '#test/access/listener.ts'
import type { World } from '#test/world.ts'

export interface Sent {
  method?: string
  body?: unknown
  raw?: string
  key?: string | null
  headers?: Record<string, string>
}

let made = 0
/** A word that no other test of this file uses. */
export const unique = (what: string) => `${what}-${++made}`

/** A program that speaks to the API over HTTP, by a key with every scope unless said otherwise. */
export async function makeCaller(w: World) {
  const served = await serve(w)
  const keyOf = (...scopes: ApiScope[]) => createKey(w.ctx(), { name: 'CRM', scopes })
  let all = (await keyOf(...apiScopes)).secret

  async function call(path: string, { method = 'GET', body, raw, key = all, headers = {} }: Sent = {}) {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await fetch(`${served.origin}/api/v1/${path}`, {
      method,
      body: sent,
      headers: {
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...(key && { authorization: `Bearer ${key}` }),
        ...headers,
      },
    })
    const text = await response.text()
    const json = text ? JSON.parse(text) : null
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      headers: response.headers,
      text,
      json,
    }
  }
  return {
    ...served,
    keyOf,
    call,
    post: (path: string, body: unknown, rest: Sent = {}) => call(path, { method: 'POST', body, ...rest }),
    /** A new key: the calls of one test don't use up the rate of the next. */
    async renew() {
      all = (await keyOf(...apiScopes)).secret
    },
  }
}
