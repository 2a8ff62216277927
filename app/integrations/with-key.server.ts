import type { LoaderFunctionArgs } from '@remix-run/node'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { z } from 'zod'
import { identifyKey } from '#app/access/api-keys.server.ts'
import { networkOf } from '#app/access/rate-limits.server.ts'
import { as, type Ctx } from '#app/audit/context.server.ts'
import { pointer, problemBody, type Problem } from '#app/platform/http/problem.ts'
import { answerOnce, readIdempotencyKey } from '#app/integrations/replay.server.ts'
import { readCursor } from '#app/platform/cursor.server.ts'
import { Invalid, Refusal, TooMany } from '#app/platform/errors.ts'
import { plain } from '#app/platform/http/guard.server.ts'
import { log } from '#app/platform/log.server.ts'
import { translate, type Word } from '#app/platform/words.ts'

/** Counted in the memory of this process. Calls of one key, and failures to show a key from one network, a minute. */
const limits = {
  key: new RateLimiterMemory({ points: 600, duration: 60 }),
  stranger: new RateLimiterMemory({ points: 60, duration: 60 }),
}

export interface Call {
  /** The key acts. */
  ctx: Ctx
  query: Record<string, string>
  /** Parsed JSON; undefined for a read. */
  body: unknown
  /** What makes a repeat of this call the same call; null when the caller didn't say. */
  idempotencyKey: string | null
}

export interface Reply {
  status?: number
  body: unknown
}

type Words = Record<string, Word>

/** The door of every read of the API: key, rate, errors as problem+json. */
export function readWithKey(
  args: LoaderFunctionArgs,
  words: Words,
  run: (call: Call) => Promise<Reply>,
): Promise<Response> {
  return answering(args, words, async (ctx) => {
    const reply = await run({ ctx, query: queryOf(args.request), body: undefined, idempotencyKey: null })
    return { status: reply.status ?? 200, body: JSON.stringify(reply.body), replayed: false }
  })
}

/** The door of every write: the same, and each call done once for an Idempotency-Key. */
export function writeWithKey(
  args: LoaderFunctionArgs,
  words: Words,
  methods: readonly string[],
  run: (call: Call) => Promise<Reply>,
): Promise<Response> {
  const { request } = args
  return answering(args, words, async (ctx) => {
    if (!methods.includes(request.method)) throw new NotThatMethod(methods)
    const key = readIdempotencyKey(request.headers.get('idempotency-key'))
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) throw new NotJson()
    const text = await request.text()
    const work = async () => {
      try {
        const reply = await run({ ctx, query: queryOf(request), body: parse(text), idempotencyKey: key })
        return { status: reply.status ?? 200, body: JSON.stringify(reply.body) }
      } catch (error) {
        const problem = problemOf(error, args, words)
        if (problem.status >= 500) throw error
        return { status: problem.status, body: problemBody(problem) }
      }
    }
    if (key === null) return { ...(await work()), replayed: false }
    const { pathname } = new URL(request.url)
    return answerOnce(ctx, { apiKeyId: ctx.actor.id!, key, request: `${request.method} ${pathname}\n${text}` }, work)
  })
}

/** What the API says of an address that isn't there, or of a method that it doesn't take. */
export function refuseCall(args: LoaderFunctionArgs, words: Words, methods?: readonly string[]): Response {
  const error = methods ? new NotThatMethod(methods) : new Refusal(404, 'no_such_endpoint')
  return problemResponse(problemOf(error, args, words), methods)
}

/** @throws Invalid when `?after=` is no cursor: starting over in silence would show a program everything twice */
export function checkCursor(after: string | undefined) {
  if (after !== undefined && !readCursor(after, 'number')) throw new Invalid('bad_cursor', { after: 'bad_cursor' })
}

class NotThatMethod extends Refusal {
  constructor(readonly methods: readonly string[]) {
    super(400, 'method_not_allowed')
  }
}
class NotJson extends Refusal {
  constructor() {
    super(400, 'json_only')
  }
}

async function answering(
  args: LoaderFunctionArgs,
  words: Words,
  run: (ctx: Ctx) => Promise<{ status: number; body: string; replayed: boolean }>,
): Promise<Response> {
  try {
    const answer = await run(await enter(args))
    const headers = new Headers({
      'content-type': answer.status >= 400 ? 'application/problem+json' : 'application/json',
    })
    if (answer.replayed) headers.set('idempotent-replayed', 'true')
    return new Response(answer.body, { status: answer.status, headers })
  } catch (error) {
    return problemResponse(problemOf(error, args, words), error instanceof NotThatMethod ? error.methods : undefined)
  }
}

/** The context in which the key acts. @throws Refusal 401, TooMany */
async function enter({ request, context }: LoaderFunctionArgs): Promise<Ctx> {
  const { ctx } = context
  const actor = await identifyKey(ctx.store, ctx.now, request.headers.get('authorization'))
  if (!actor) {
    await take(limits.stranger, networkOf(context.remoteAddress))
    throw new Refusal(401, 'key_missing')
  }
  await take(limits.key, actor.id!)
  return as(ctx, actor)
}

async function take(limiter: RateLimiterMemory, key: string) {
  try {
    await limiter.consume(key)
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new TooMany(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)))
    throw reason
  }
}

const queryOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'bad_json')
  }
}

function problemOf(error: unknown, { context }: LoaderFunctionArgs, words: Words): Problem {
  const say = (code: string, values = {}) => {
    const word = words[code] ?? words.unexpected
    return word ? translate(context.locale, word, { requestId: context.requestId, ...values }) : code
  }
  if (context.bodyLimit.exceeded) {
    return {
      status: 413,
      code: 'too_large',
      detail: say('too_large', { limit: `${Math.round(context.bodyLimit.max / 1024)} KB` }),
    }
  }
  if (error instanceof z.ZodError) {
    const errors = error.issues.slice(0, 100).map((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
      return { field: pointer([...issue.path, ...unknown]), detail: issue.message }
    })
    return { status: 422, code: 'bad_fields', detail: say('bad_fields'), errors }
  }
  const statuses: Record<string, number> = { method_not_allowed: 405, json_only: 415 }
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof Refusal) {
      const status = statuses[at.code] ?? at.status
      const fields = at instanceof Invalid ? Object.entries(at.fields) : []
      const errors = fields.map(([field, code]) => ({ field, detail: say(code, at.values) }))
      return {
        status,
        code: at.code,
        detail: say(at.code, at.values),
        errors,
        ...(at instanceof TooMany && { retryAfter: at.retryAfterSeconds }),
      }
    }
    if ('code' in at && /^SQLITE_(BUSY|FULL|IOERR|READONLY|LOCKED)|^(53|57P|08)/.test(String(at.code))) {
      log.error({ requestId: context.requestId, code: at.code }, 'the database refused')
      return { status: 503, code: 'unavailable', detail: say('unavailable'), retryAfter: 5 }
    }
  }
  log.error({ requestId: context.requestId, err: plain(error) }, 'unexpected')
  return { status: 500, code: 'unexpected', detail: say('unexpected') }
}

function problemResponse(problem: Problem, allow?: readonly string[]): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (problem.retryAfter) headers.set('retry-after', String(problem.retryAfter))
  else if (problem.code === 'idempotency_running') headers.set('retry-after', '1')
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer realm="Koe"')
  if (allow) headers.set('allow', allow.join(', '))
  return new Response(problemBody(problem), { status: problem.status, headers })
}
