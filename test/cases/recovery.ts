import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import { logContact } from '#app/cases/log-contact.server.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { releaseDeferred } from '#app/delivery/release-deferred.server.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { DAY } from '#app/platform/day.ts'
import { jobHandlers } from '#app/subscriptions.server.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { events } from '#db/schema/audit.ts'
import { holds } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'
import { jobs } from '#db/schema/jobs.ts'
import { recoveryProgramId } from '#db/enums/surveys.ts'
import { runJob, sendDue } from '#test/delivery/make.ts'
import { answerTo, customer, invited, makeInvitation, makeProgram } from '#test/responses/make.ts'
import type { World } from '#test/world.ts'

const kinds = ['cases.ask-again', 'cases.end-recovery']

/** Does the jobs of recovery that are due by now, each as often as it wants, and sends the mail that is due. */
export async function work(w: World) {
  for (;;) {
    const due = await w.store.db
      .select()
      .from(jobs)
      .where(and(inArray(jobs.kind, kinds), eq(jobs.state, 'ready'), lte(jobs.runAt, w.now())))
      .orderBy(asc(jobs.runAt))
    if (!due.length) break
    for (const job of due) {
      const handler = await jobHandlers[job.kind]!()
      const outcome = await runJob(w.system(), handler, job.payload)
      await w.store.write((tx) =>
        tx
          .update(jobs)
          .set(outcome ? { runAt: outcome.again } : { state: 'done' })
          .where(eq(jobs.id, job.id)),
      )
    }
  }
  await runJob(w.system(), releaseDeferred, {})
  return sendDue(w)
}

/** People of one account, each unhappy by an answer of their own, on one case that was answered. */
export async function unhappy(w: World, people = 1, over: Parameters<World['contact']>[0] = {}) {
  const owner = await w.user({ roles: ['csm'] })
  const program = await makeProgram(w)
  const one = await invited(w, { program, ownerId: owner.id })
  const contacts = [one.contact]
  await recordAnswer(customer(w), answerTo(w, one.invitation, 3))
  for (let i = 1; i < people; i++) {
    const contact = await w.contact({ accountId: one.account.id, ...over })
    contacts.push(contact)
    await recordAnswer(customer(w), answerTo(w, await makeInvitation(w, program, contact), 2))
  }
  const [found] = await w.store.db.select().from(cases)
  const caseId = found!.id
  await logContact(w.ctx(owner.actor), { caseId, kind: 'call', text: 'We spoke.' })
  return { owner, program, account: one.account, contacts, caseId, first: one.invitation }
}

export const resolve = (w: World, { owner, caseId }: Awaited<ReturnType<typeof unhappy>>) =>
  resolveCase(w.ctx(owner.actor), { caseId, cause: 'product', action: 'fix' })

/** A case that was resolved and about which everybody has been asked. */
export async function asked(w: World, people = 1) {
  const one = await unhappy(w, people)
  await resolve(w, one)
  w.clock.advance(3 * DAY)
  await work(w)
  return one
}

export const caseOf = async (w: World, id: string) =>
  (await w.store.db.select().from(cases).where(eq(cases.id, id)))[0]!
export const peopleOn = (w: World, id: string) =>
  w.store.db.select().from(casePeople).where(eq(casePeople.caseId, id)).orderBy(asc(casePeople.id))
export const reAsks = (w: World) =>
  w.store.db.select().from(invitations).where(eq(invitations.programId, recoveryProgramId)).orderBy(asc(invitations.id))
/** The newest re-ask of a person. */
export const reAskOf = async (w: World, contactId: string) =>
  (
    await w.store.db
      .select()
      .from(invitations)
      .where(and(eq(invitations.programId, recoveryProgramId), eq(invitations.contactId, contactId)))
      .orderBy(desc(invitations.id))
  )[0]!
export const heldNow = async (w: World) => (await w.store.db.select().from(holds)).length
export const typesOn = async (w: World, caseId: string) =>
  (
    await w.store.db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.subjectKind, 'case'), eq(events.subjectId, caseId)))
      .orderBy(asc(events.id))
  ).map((row) => row.type)

/** What a person answers to their re-ask. */
export async function answers(
  w: World,
  contactId: string,
  score: number,
  over: { confirms?: number; comment?: string } = {},
) {
  return recordAnswer(customer(w), answerTo(w, await reAskOf(w, contactId), score, over))
}
