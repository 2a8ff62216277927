import type { IncomingMessage } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { identify } from '#app/access/identify.server.ts'
import { ensureFirstAdminToken } from '#app/access/first-admin.server.ts'
import { answerDirectly } from '#app/answering/answer-directly.server.ts'
import { system } from '#app/audit/actor.ts'
import { can, type Action } from '#app/audit/can.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { startBackground } from '#app/background.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { env } from '#app/platform/env.server.ts'
import { loadKeyring } from '#app/platform/keyring.server.ts'
import { createListener } from '#app/platform/http/listener.server.ts'
import { readCookie } from '#app/platform/http/cookies.ts'
import { readSmtpUrl } from '#app/platform/smtp-url.ts'
import { backUpBeforeUpgrade } from '#app/platform/back-up.server.ts'
import { settleTouches } from '#app/responses/record-touches.server.ts'
import { isLocale, localeOf, translate, type Values, type Locale } from '#app/platform/words.ts'
import { startDemo } from '#app/start-demo.server.ts'
import { registry } from '#app/subscriptions.server.ts'
import { errorWords } from '#app/words.ts'
import { platformErrors } from '#app/platform/http/words.ts'
import { migrate } from '#db/migrate.ts'
import { attend } from '#db/presence.ts'
import { openStore } from '#db/store/open.ts'

/**
 * Brings one process up: secret, migrations, store, worker, listener.
 * @throws PlainError when something that the person at the console can mend is wrong
 */
export async function boot(build: ServerBuild, mode: 'production' | 'development') {
  const keys = loadKeyring(env)
  const presence = await attend(env.DATABASE_URL)
  await migrate(env.DATABASE_URL, () => backUpBeforeUpgrade(keys))
  const store = openStore(env.DATABASE_URL)
  presence.confirm()
  const ctx: Ctx = { store, keys, actor: system('boot'), now: Date.now }
  let stopping = false
  const demo = await startDemo(ctx, () => stopping)
  const firstAdmin = demo.loading ? null : await ensureFirstAdminToken(ctx)
  const begin = () => {
    if (env.KOE_PROCESS === 'web') return null
    // Beside the people who are served; Vite's modules live in one thread.
    if (env.KOE_PROCESS === 'all' && mode === 'production') return startBackground(store)
    return startWorker({ ...ctx, actor: system('worker') }, registry)
  }
  // The demo's past has its own clock: nobody else works on the database before it is told.
  const worker = demo.loading ? demo.loading.then(begin) : Promise.resolve(begin())

  const listener = createListener(build, {
    publicUrl: env.PUBLIC_URL,
    mode,
    trustedHops: env.TRUST_PROXY_HOPS,
    web: env.KOE_PROCESS !== 'worker',
    direct: (req, res, known) => answerDirectly(ctx, req, res, known),
    visit: (req) => visit(ctx, req),
    holding: demo.page,
    ready: () => (stopping || demo.page() ? Promise.reject(new Error('not ready')) : store.ping()),
    may: ({ ctx: { actor }, user }, access) =>
      access === 'public' || (access === 'signed-in' ? user !== null : can(actor, access as Action)),
    say: sayError,
  })

  return {
    listener,
    host: env.HOST,
    port: env.PORT,
    /** What the console says once the port is open. */
    banner: [
      `Koe is at ${env.PUBLIC_URL}`,
      ...(firstAdmin
        ? [`Nobody can sign in yet. Make the first admin here, once: ${env.PUBLIC_URL}${firstAdmin}`]
        : []),
      ...demo.lines,
      ...mailLine(),
    ],
    /** Turns `/readyz` off; requests under way go on. */
    drain: () => void (stopping = true),
    /** In-flight work finishes or is handed back; call it once no request is under way. */
    async stop() {
      await (await worker.catch(() => null))?.stop()
      await settleTouches(store)
      await store.close()
      await presence.leave()
    },
  }
}

async function visit(ctx: Ctx, req: IncomingMessage) {
  const cookies = req.headers.cookie ?? null
  const { actor, user, sessionId } = await identify(ctx.store, ctx.keys, ctx.now, cookies)
  const chosen = readCookie(cookies, 'koe_locale')
  const theme = readCookie(cookies, 'koe_theme')
  return {
    ctx: { ...ctx, actor },
    user,
    sessionId,
    locale: user?.locale ?? (isLocale(chosen) ? chosen : localeOf(req.headers['accept-language'])),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  } as const
}

function sayError(locale: Locale, code: string, values: Values) {
  return translate(locale, errorWords[code] ?? platformErrors.unexpected, values)
}

function mailLine(): string[] {
  if (env.MAIL_TRANSPORT === 'mailbox')
    return env.production
      ? ['No mail leaves: set SMTP_URL or RESEND_API_KEY.']
      : [`Mail stays on this machine: ${env.PUBLIC_URL}/mailbox`]
  const way = env.MAIL_TRANSPORT === 'smtp' ? smtpLine() : []
  if (env.MAIL_ALLOW.length === 0)
    return [...way, 'No mail leaves yet: set MAIL_ALLOW to your own domain, or to * for everybody.']
  return env.MAIL_ALLOW.includes('*') ? way : [...way, `Mail leaves only to ${env.MAIL_ALLOW.join(', ')} (MAIL_ALLOW).`]
}

/** Which mail server, without its password. */
function smtpLine(): string[] {
  const { host, port, secure, startTls } = readSmtpUrl(env.SMTP_URL!)!
  const safety = secure ? 'TLS' : { offered: 'STARTTLS if offered', required: 'STARTTLS', off: 'no TLS' }[startTls]
  return [`Mail goes through ${host}:${port} (${safety}).`]
}
