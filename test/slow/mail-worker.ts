import { count } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import { enqueueMessages } from '#app/email/enqueue-message.server.ts'
import { makeOutbox } from '#app/email/outbox.server.ts'
import { resendTransport } from '#app/email/resend-transport.server.ts'
import { smtpTransport } from '#app/email/smtp-transport.server.ts'
import type { Transport } from '#app/email/transport.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { env } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { readSmtpUrl } from '#app/platform/smtp-url.ts'
import { migrate } from '#db/migrate.ts'
import { messages } from '#db/schema/email.ts'
import { openStore } from '#db/store/open.ts'

/*
 * A process that does nothing but send mail, so that it can be killed.
 *   seed <n>            makes the tables and n messages
 *   work <url>          sends them through a provider at a URL, and ends when all are sent
 *   work <url> keyless  the same, but every request has a key of its own: what happens without idempotency keys
 *   work <smtp url>     sends them through a mail server
 *   count               how many messages are in each state
 */
const [task, argument, keyless] = process.argv.slice(2)

const store = openStore(await migrated())
const ctx: Ctx = {
  store,
  keys: makeKeyring(['a secret of the kill test, longer than 32 characters']),
  actor: system('kill-test'),
  now: Date.now,
}

if (task === 'seed') await seed(Number(argument))
if (task === 'work') await work(argument!)
process.stdout.write(JSON.stringify(await states()))
await store.close()

async function migrated() {
  if (task === 'seed') await migrate(env.DATABASE_URL)
  return env.DATABASE_URL
}

async function seed(n: number) {
  for (let from = 0; from < n; from += 200) {
    await write(ctx, (ctx) =>
      enqueueMessages(
        ctx,
        Array.from({ length: Math.min(200, n - from) }, (_, i) => ({
          key: `kill/${from + i}`,
          stream: 'invitation',
          template: 'test',
          to: { email: `reader${from + i}@customer.test` },
          ref: { kind: 'test', id: String(from + i) },
        })),
      ),
    )
  }
}

async function work(url: string) {
  const transport = transportTo(url)
  const outbox = makeOutbox({
    mailStreams: {},
    mailTemplates: {
      test: async () => async (_ctx, message) => ({
        subject: 'Hello',
        html: '<p>Hello</p>',
        text: 'Hello',
        headers: { 'X-Message': message.id, 'X-B': '1', 'X-A': '2' },
      }),
    },
    transport,
    allow: ['*'],
    backoff: () => 100 + Math.random() * 200,
  })
  const worker = startWorker(
    ctx,
    { jobHandlers: {}, eventSubscribers: {}, schedules: {}, pumps: { outbox: async () => outbox } },
    { lease: 10_000, poll: 50 },
  )
  while (Object.keys(await states()).some((state) => state === 'queued' || state === 'sending'))
    await new Promise((done) => setTimeout(done, 200))
  await worker.stop()
}

function transportTo(url: string): Transport {
  const server = readSmtpUrl(url)
  if (server) return { ...smtpTransport(server, { connect: 1_000, silence: 1_000, mail: 2_000 }), longest: 0 }
  // Small requests, so that there are many of them to be killed in.
  const resend = { ...resendTransport({ apiKey: 're_test', baseUrl: url, timeout: 1_000 }), most: 10 }
  return keyless ? { ...resend, send: (mails) => resend.send(mails, newId('key')) } : resend
}

async function states(): Promise<Record<string, number>> {
  const rows = await store.db.select({ state: messages.state, n: count() }).from(messages).groupBy(messages.state)
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
}
