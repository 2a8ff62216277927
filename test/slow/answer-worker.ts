import { asc, count, eq, inArray, sql } from 'drizzle-orm'
import { system, type Actor } from '#app/audit/actor.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { env } from '#app/platform/env.server.ts'
import { makeKeyring } from '#app/platform/keyring.server.ts'
import { registry } from '#app/subscriptions.server.ts'
import { migrate } from '#db/migrate.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers } from '#db/schema/cases.ts'
import { invitations } from '#db/schema/delivery.ts'
import { jobs } from '#db/schema/jobs.ts'
import { brands, organisation } from '#db/schema/platform.ts'
import { responseRevisions, responses } from '#db/schema/responses.ts'
import { openStore } from '#db/store/open.ts'
import { insert, makeAccount, makeContact, makeUser } from '#test/make.ts'
import { answerTo, customer, makeInvitation, makeProgram, type Place } from '#test/responses/make.ts'

/*
 * A process that takes answers and does what follows from them, so that it can be killed.
 *   seed <n>   makes the tables and n people who were invited, two to an account
 *   work       lets each of them say what `plan` has for them, eight at a time; a line for each answer that was taken
 *   look       where the unhappy answers are
 */
const [task, argument] = process.argv.slice(2)

if (task === 'seed') await migrate(env.DATABASE_URL)
const store = openStore(env.DATABASE_URL)
const keys = makeKeyring(['a secret of the kill test, longer than 32 characters'])
const of = (actor: Actor): Ctx => ({ store, keys, actor, now: Date.now })
const maker = { store, now: Date.now }
const place: Place = {
  store,
  keys,
  now: Date.now,
  ctx: (actor = { kind: 'user', id: 'usr_admin', roles: ['admin'], teamId: null, name: 'Aiko' }) => of(actor),
  brandId: 'brd_one',
  user: (over) => makeUser(maker, over),
  account: (over) => makeAccount(maker, over),
  contact: (over) => makeContact(maker, over),
}

/** The scores that the nth person gives, one after the other: every fifth changes their mind. */
const plan = (n: number): number[] => (n % 5 === 0 ? [n % 2 ? 9 : 2, n % 2 ? 1 : 10] : [n % 11])

if (task === 'seed') await seed(Number(argument))
if (task === 'work') await work()
if (task === 'look') process.stdout.write(JSON.stringify(await look()))
await store.close()

async function seed(n: number) {
  await insert(store, organisation, { id: 'org', name: 'Sora', postalAddress: '1-1 Marunouchi', privacyUrl: null, zone: 'Asia/Tokyo', baseCurrency: 'JPY', fiscalMonth: 4, locale: 'en' }) // prettier-ignore
  await insert(store, brands, { id: place.brandId, name: 'Sora', colour: '#1f5fbf', logoFileId: null, senderName: 'Sora', replyTo: null }) // prettier-ignore
  await place.user({ id: 'usr_admin', email: 'admin@koe.test', roles: ['admin'] })
  const program = await makeProgram(place)
  const owner = await place.user({ roles: ['csm'] })
  for (let i = 0; i < n; i += 2) {
    const account = await place.account({ ownerId: owner.id })
    for (let person = 0; person < 2; person++)
      await makeInvitation(place, program, await place.contact({ accountId: account.id }))
  }
}

async function work() {
  const worker = startWorker(of(system('kill-test')), registry, { lease: 2_000, poll: 50 })
  const invited = await store.db.select({ id: invitations.id, gen: invitations.gen }).from(invitations).orderBy(asc(invitations.id)) // prettier-ignore
  const given = new Map(
    (
      await store.db
        .select({ id: responses.invitationId, n: count() })
        .from(responses)
        .innerJoin(responseRevisions, eq(responseRevisions.responseId, responses.id))
        .groupBy(responses.invitationId)
    ).map(({ id, n }) => [id, n]),
  )
  const left = invited.map((invitation, n) => ({ invitation, scores: plan(n).slice(given.get(invitation.id) ?? 0) }))
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let one = left.shift(); one; one = left.shift())
        for (const score of one.scores) {
          const outcome = await recordAnswer(customer(place), answerTo(place, one.invitation, score))
          process.stdout.write(`${outcome.kind}\n`)
        }
    }),
  )
  while ((await pending()) > 0) await new Promise((done) => setTimeout(done, 100))
  await worker.stop()
}

async function pending(): Promise<number> {
  const [due] = await store.db
    .select({ n: count() })
    .from(jobs)
    .where(sql`${jobs.state} in ('ready', 'running') and ${jobs.runAt} <= ${Date.now()}`)
  return due!.n
}

/** Of the unhappy answers that count: how many have so many places on cases, and so many words that a person was added. */
async function look() {
  const unhappy = (await store.db.select({ id: responses.id }).from(responses).where(sql`${responses.state} = 'counted' and ${responses.class} = 'low'`)).map(({ id }) => id) // prettier-ignore
  const places = await store.db.select({ id: caseAnswers.responseId }).from(caseAnswers)
  const added = await store.db.select({ data: events.data }).from(events).where(inArray(events.type, ['cases.opened', 'cases.joined'])) // prettier-ignore
  const words = added.map(({ data }) => (data as { responseId: string }).responseId)
  const [answered] = await store.db.select({ n: count() }).from(responses)
  return {
    answered: answered!.n,
    unhappy: unhappy.length,
    places: tally(unhappy, places.map(({ id }) => id!)), // prettier-ignore
    words: tally(unhappy, words),
  }
}

/** How many of `ids` stand how often in a list: `{ 1: 480 }` is what one wants to see. */
function tally(ids: string[], list: string[]): Record<number, number> {
  const times = new Map<string, number>()
  for (const id of list) times.set(id, (times.get(id) ?? 0) + 1)
  const found: Record<number, number> = {}
  for (const id of ids) found[times.get(id) ?? 0] = (found[times.get(id) ?? 0] ?? 0) + 1
  return found
}
