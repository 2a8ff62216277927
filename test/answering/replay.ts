import { and, eq, ne } from 'drizzle-orm'
import { expect } from 'vitest'
import { invitationToken, unsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import { claimJobs } from '#app/jobs/claim-jobs.server.ts'
import { runJob } from '#app/jobs/run-job.server.ts'
import { settleTouches } from '#app/responses/record-touches.server.ts'
import { registry } from '#app/subscriptions.server.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { events } from '#db/schema/audit.ts'
import { cases } from '#db/schema/cases.ts'
import { preferences } from '#db/schema/delivery.ts'
import { scoreDeltas, sendDeltas } from '#db/schema/insights.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { clicks, touches } from '#db/schema/responses-touches.ts'
import { programs } from '#db/schema/surveys.ts'
import type { Integrity } from '#db/enums/surveys.ts'
import { serve } from '#test/access/listener.ts'
import { fieldOf } from '#test/answering/browse.ts'
import { holder } from '#test/jobs/make.ts'
import { invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
import { world } from '#test/world.ts'

const phone = { agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)', network: '198.51.100.7' }
const gateway = { agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/129.0', network: '203.0.113.50' }
export const devices = {
  phone,
  laptop: { agent: 'Mozilla/5.0 (Macintosh) Safari/605', network: '198.51.100.200' },
  gateway,
  /** Another machine in the house of the person, behind the same address. */
  robot: { agent: 'SafeLinks-Bot/1.0 (+http://example.test)', network: phone.network },
}
type Device = { agent: string; network: string }
type Link = { id: string; gen: number }

export type Replay = Awaited<ReturnType<typeof replay>>

/** The running app with one person invited, in a program of this mode, and those who come to the person's links. */
export async function replay(mode: Integrity) {
  const w = await world()
  const server = await serve(w, { hops: 1 })
  const program = await makeProgram(w)
  await w.store.write((tx) => tx.update(programs).set({ integrity: mode }).where(eq(programs.id, program.id)))
  const one = await invited(w, { program })
  let visits = 0

  /** Somebody, or something, that comes to the links of one invitation. */
  function by(device: Device, link: Link = one.invitation) {
    const path = `/s/${invitationToken(w.keys, link)}`
    const headers = { 'user-agent': device.agent, 'x-forwarded-for': device.network }
    const send = async (to: string, init: RequestInit = {}) => {
      const reply = await server.fetch(to, { ...init, headers: { ...headers, ...init.headers } })
      return { status: reply.status, html: await reply.text() }
    }
    const visit = (to: string, init?: RequestInit) => {
      visits++
      return send(to, init)
    }
    const post = (fields: Record<string, string>) =>
      send(path, { method: 'POST', body: new URLSearchParams({ lang: 'en', ...fields }) })
    return {
      open: (query = '', more: Record<string, string> = {}) => visit(path + query, { headers: more }),
      head: (query = '') => visit(path + query, { method: 'HEAD' }),
      leave: () => visit(`/u/${unsubscribeToken(w.keys, link)}`),
      post,
      press: (page: { html: string }, score: number, more: Record<string, string> = {}) =>
        post({ score: String(score), nonce: fieldOf(page.html, 'nonce'), ...more }),
      /** What the page's script posts. */
      seen: (page: { html: string }, score: number, evidence = 'touch', auto = '0') =>
        post({ score: String(score), nonce: fieldOf(page.html, 'nonce'), evidence, auto }),
    }
  }

  /** Resolves when every touch is written down. */
  async function settle() {
    await expect
      .poll(
        async () => (
          await settleTouches(w.store),
          (await w.store.db.select().from(touches).where(ne(touches.method, 'POST'))).length
        ),
      ) // prettier-ignore
      .toBe(visits)
  }

  return {
    w,
    ...one,
    by,
    wait: w.clock.advance,
    settle,
    colleague: () => w.contact({ accountId: one.account.id }).then((person) => makeInvitation(w, program, person)),
    /** Does what a worker would do by now. */
    async work() {
      await settle()
      const me = holder()
      for (;;) {
        const due = await claimJobs(w.system(), me, 50)
        if (!due.length) return
        for (const job of due) await runJob(w.system(), registry, me, job)
      }
    },
    /** What came of it. */
    async came() {
      const { db } = w.store
      const counted = await db.select().from(responses).where(eq(responses.state, 'counted'))
      const types = (await db.select({ type: events.type }).from(events)).map(({ type }) => type)
      return {
        counted: counted.map(({ score }) => score),
        unconfirmed: await db.select().from(responses).where(eq(responses.state, 'unconfirmed')),
        revisions: (await db.select().from(responseRevisions).orderBy(responseRevisions.number)).map(
          ({ score, standing, reasons }) => [score, standing, ...reasons].join(' '),
        ),
        clicks: (await db.select().from(clicks)).map(({ score }) => score),
        kinds: (await db.select().from(touches).orderBy(touches.id)).map(({ kind }) => kind),
        cases: (await db.select().from(cases)).length,
        advocates: (await db.select().from(advocates)).length,
        unsubscribed: (await db.select().from(preferences)).length,
        deltas: await db.select().from(scoreDeltas),
        rates: (
          await db
            .select()
            .from(sendDeltas)
            .where(and(ne(sendDeltas.answered, 0)))
        ).length,
        /** Events that say to others that somebody answered. */
        told: types.filter((type) =>
          /^(responses\.(recorded|changed|restored)|cases\.|advocacy\.|delivery\.preference)/.test(type),
        ),
      }
    },
    async end() {
      await server.close()
    },
  }
}
