import { count, desc, sql, sum } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { countMessages } from '#app/email/count-messages.server.ts'
import { getHold } from '#app/email/list-held.server.ts'
import { countJobs } from '#app/jobs/list-jobs.server.ts'
import { env } from '#app/platform/env.server.ts'
import { backupFolder, listBackups } from '#app/platform/list-backups.server.ts'
import { version } from '#app/platform/version.server.ts'
import { messages, providerEvents, transports } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { files } from '#db/schema/platform.ts'
import { describeDatabase } from '#db/store/describe.ts'

/** The tables that tell how large an install is, in the order of the page. */
export const countedTables = [
  'accounts',
  'contacts',
  'invitations',
  'responses',
  'cases',
  'messages',
  'events',
] as const

/** What a person who runs Koe wants to know on one page. Nothing in it is secret. */
export async function getSystem(ctx: Ctx) {
  authorise(ctx, 'system.read')
  const [database, jobCounts, mail, files, lastJob] = await Promise.all([
    describeDatabase(ctx.store, [...countedTables]),
    countJobs(ctx),
    getMail(ctx),
    listFiles(ctx),
    lastEnded(ctx),
  ])
  return {
    version: version(),
    node: process.versions.node,
    startedAt: ctx.now() - Math.round(process.uptime() * 1000),
    memory: process.memoryUsage.rss(),
    database,
    jobs: { counts: jobCounts, lastEndedAt: lastJob },
    mail,
    files,
    backups: { folder: backupFolder(), keep: env.KOE_BACKUPS, list: listBackups().slice(0, 5) },
    environment: {
      production: env.production,
      publicUrl: env.PUBLIC_URL,
      listens: `${env.HOST}:${env.PORT}`,
      process: env.KOE_PROCESS,
      proxies: env.TRUST_PROXY_HOPS,
      /** 0 when the secret is a file of the data folder. */
      secrets: env.KOE_SECRET?.length ?? 0,
      dataFolder: env.KOE_DATA_DIR,
      logLevel: env.LOG_LEVEL,
    },
  }
}

async function getMail(ctx: Ctx) {
  const db = read(ctx)
  const [counts, hold, ways, [sent], [report]] = await Promise.all([
    countMessages(ctx),
    getHold(ctx),
    db.select().from(transports),
    db
      .select({ at: messages.sentAt })
      .from(messages)
      .where(sql`${messages.state} = 'sent'`)
      .orderBy(desc(messages.id))
      .limit(1),
    db.select({ at: providerEvents.at }).from(providerEvents).orderBy(desc(providerEvents.id)).limit(1),
  ])
  const way = ways.find((row) => row.name === env.MAIL_TRANSPORT)
  return {
    transport: env.MAIL_TRANSPORT,
    from: env.MAIL_FROM,
    allow: env.MAIL_ALLOW,
    paused: way?.state === 'paused' ? (way.reason ?? '') : null,
    held: hold !== null,
    queued: counts.queued,
    failed: counts.failed,
    uncertain: counts.uncertain,
    lastSentAt: sent?.at ?? null,
    webhook: env.RESEND_WEBHOOK_SECRET !== undefined,
    lastReportAt: report?.at ?? null,
  }
}

async function listFiles(ctx: Ctx) {
  const rows = await read(ctx)
    .select({ kind: files.kind, n: count(), bytes: sum(files.bytes).mapWith(Number) })
    .from(files)
    .groupBy(files.kind)
  return rows.sort((a, b) => b.bytes - a.bytes)
}

async function lastEnded(ctx: Ctx): Promise<number | null> {
  const [row] = await read(ctx)
    .select({ at: jobs.endedAt })
    .from(jobs)
    .where(sql`${jobs.state} = 'done'`)
    .orderBy(desc(jobs.id))
    .limit(1)
  return row?.at ?? null
}
