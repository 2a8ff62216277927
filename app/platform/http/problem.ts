/** One thing that is wrong with a request. */
export interface Fault {
  /** JSON Pointer (RFC 6901) into the body, or the name of a query or header field. */
  field: string
  detail: string
}

export interface Problem {
  status: number
  code: string
  detail: string
  errors?: Fault[]
  retryAfter?: number
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
}

/** The body of a problem (RFC 9457). `type` names the code, which stays the same in every language. */
export function problemBody({ status, code, detail, errors }: Problem): string {
  return JSON.stringify({
    type: `urn:koe:problem:${code}`,
    title: titles[status] ?? 'Error',
    status,
    code,
    detail,
    ...(errors?.length && { errors }),
  })
}

/** A path of zod's as a JSON Pointer. */
export const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
