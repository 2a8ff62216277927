import { asc, count, desc, eq, sql } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { notHeld } from '#app/email/hold-sending.server.ts'
import { heldStreams, messages, restores, streams } from '#db/schema/email.ts'
import { jobs } from '#db/schema/jobs.ts'
import { statement } from '#db/statement.ts'

/** Messages looked at for the numbers of the page. */
const most = 10_000

export interface HeldStream {
  stream: (typeof streams)[number]
  /** Up to 10,000 of all streams together. */
  waiting: number
  /** When the oldest and the newest of them were written. */
  oldest: number | null
  newest: number | null
  /** The domains they go to, the most frequent first, and how many others there are. */
  domains: { domain: string; n: number }[]
  otherDomains: number
  /** Being discarded by a job right now. */
  discarding: boolean
}

const findHold = statement((db) =>
  db
    .select({ id: restores.id, at: restores.at, madeAt: restores.madeAt, version: restores.version })
    .from(heldStreams)
    .innerJoin(restores, eq(restores.id, heldStreams.restoreId))
    .orderBy(desc(restores.id))
    .limit(1),
)

/** The last restore while anything is still held because of it; null otherwise. Asked on every page of an admin. */
export async function getHold(ctx: Ctx) {
  const [row] = await findHold(read(ctx))
  return row ?? null
}

export const discardKey = (restoreId: string, stream: string) => `discard-held/${restoreId}/${stream}`

/** What would go out if nothing were held: by stream, with its age and where to. */
export async function listHeld(ctx: Ctx) {
  authorise(ctx, 'jobs.read')
  const db = read(ctx)
  const held = await db.select().from(heldStreams)
  const rows = await db
    .select({ stream: messages.stream, toEmail: messages.toEmail, createdAt: messages.createdAt })
    .from(messages)
    .where(sql`${messages.state} = 'queued' and not (${notHeld})`)
    .orderBy(asc(messages.dueAt))
    .limit(most + 1)
  const [unclear] = await db
    .select({ n: count() })
    .from(messages)
    .where(sql`${messages.state} = 'uncertain' and ${messages.stopReason} = 'restored'`)
  const running = await db
    .select({ key: jobs.key })
    .from(jobs)
    .where(sql`${jobs.kind} = 'email.discard_held' and ${jobs.state} in ('ready', 'running')`)
  const busy = new Set(running.map((job) => job.key))
  const list = streams
    .map((stream) => ({ stream, hold: held.find((row) => row.stream === stream) }))
    .filter(({ hold }) => hold !== undefined)
    .map(({ stream, hold }): HeldStream => {
      const mine = rows.slice(0, most).filter((row) => row.stream === stream)
      const domains = [...countBy(mine.map((row) => row.toEmail.split('@').at(-1)!.toLowerCase()))]
        .map(([domain, n]) => ({ domain, n }))
        .sort((a, b) => b.n - a.n || (a.domain < b.domain ? -1 : 1))
      const times = mine.map((row) => row.createdAt)
      return {
        stream,
        waiting: mine.length,
        oldest: times.length ? times.reduce((a, b) => Math.min(a, b)) : null,
        newest: times.length ? times.reduce((a, b) => Math.max(a, b)) : null,
        domains: domains.slice(0, 8),
        otherDomains: Math.max(0, domains.length - 8),
        discarding: busy.has(discardKey(hold!.restoreId, stream)),
      }
    })
  return { streams: list, more: rows.length > most, uncertain: unclear!.n }
}

function countBy(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
