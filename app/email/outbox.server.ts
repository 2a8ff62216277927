import type { Ctx } from '#app/audit/context.server.ts'
import { claimBatch } from '#app/email/claim-batch.server.ts'
import { claimMessages } from '#app/email/claim-messages.server.ts'
import { freeDeadMail } from '#app/email/free-dead-mail.server.ts'
import type { Outbox } from '#app/email/outbox.ts'
import { prepareMessages, type Batch } from '#app/email/prepare-messages.server.ts'
import { resendTransport } from '#app/email/resend-transport.server.ts'
import { settleBatch } from '#app/email/settle-batch.server.ts'
import { smtpTransport } from '#app/email/smtp-transport.server.ts'
import type { Transport } from '#app/email/transport.ts'
import { mayTry } from '#app/email/transports.server.ts'
import { backoff } from '#app/jobs/backoff.ts'
import { errorText } from '#app/jobs/error-text.ts'
import type { MakePump } from '#app/jobs/job.ts'
import { wakeWorker } from '#app/jobs/wake.ts'
import { env } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'
import { readSmtpUrl } from '#app/platform/smtp-url.ts'

export interface OutboxOptions
  extends
    Pick<Outbox, 'mailStreams' | 'mailTemplates'>,
    Partial<Pick<Outbox, 'transport' | 'allow' | 'from' | 'backoff'>> {
  /** Requests under way at the same time. */
  lanes?: number
}

/** The way out that the environment names; null is the mailbox of this machine. */
export function transportOfEnv(): Transport | null {
  if (env.MAIL_TRANSPORT === 'mailbox') return null
  if (env.MAIL_TRANSPORT === 'smtp') return smtpTransport(readSmtpUrl(env.SMTP_URL!)!)
  return resendTransport({ apiKey: env.RESEND_API_KEY ?? 'missing', baseUrl: env.RESEND_BASE_URL })
}

/** The outbox of a worker: claim → guard → render and freeze → send → acknowledge, in a few lanes side by side. */
export function makeOutbox({ lanes = 4, ...options }: OutboxOptions): MakePump {
  return (ctx, holder) => {
    const outbox: Outbox = {
      transport: transportOfEnv(),
      allow: env.MAIL_ALLOW,
      from: env.MAIL_FROM,
      backoff: (attempt) => backoff(attempt, Math.random()),
      ...options,
      holder,
    }
    const most = outbox.transport?.most ?? 100
    const busy = new Set<Promise<void>>()
    let quietUntil = 0 // the provider asked for a moment's peace
    let freed = false

    function run(work: Promise<void>) {
      const lane = work
        .catch((error: unknown) => log.error({ error: errorText(error) }, 'the outbox met an error'))
        .finally(() => {
          busy.delete(lane)
          wakeWorker()
        })
      busy.add(lane)
    }

    async function deliver(batch: Batch | null) {
      if (!batch) return
      const result = await outbox.transport!.send(batch.mails, batch.key)
      if (!result.ok) {
        const { verdict } = result
        log.warn(
          {
            batch: batch.id,
            mails: batch.mails.length,
            attempt: batch.attempt,
            verdict: verdict.kind,
            reason: verdict.reason,
            said: result.said,
          },
          'mail was not accepted',
        )
        const alone = verdict.kind === 'later' && verdict.alone
        if ('after' in verdict && verdict.after && verdict.kind !== 'pause' && !alone)
          quietUntil = Math.max(quietUntil, ctx.now() + verdict.after)
      }
      await settleBatch(ctx, outbox, batch, result)
    }

    async function start(ctx: Ctx): Promise<boolean> {
      const batch = await claimBatch(ctx, holder, outbox.transport)
      if (batch) {
        run(deliver(batch))
        return true
      }
      const claimed = await claimMessages(ctx, holder, outbox.mailStreams, most)
      if (claimed.length) run(prepareMessages(ctx, outbox, claimed).then(deliver))
      return claimed.length > 0
    }

    return {
      async turn() {
        if (!freed) freed = (await freeDeadMail(ctx), true)
        if (ctx.now() < quietUntil) return false
        while (busy.size < lanes && !holder.stopping()) {
          if (outbox.transport && !(await mayTry(ctx, outbox.transport.name))) return false
          if (!(await start(ctx))) return false
        }
        return false // a lane that ends wakes the worker
      },
      async settle() {
        await Promise.all(busy)
        outbox.transport?.close?.()
      },
    }
  }
}
