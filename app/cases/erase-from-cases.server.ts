import { and, count, eq, inArray, ne, sql } from 'drizzle-orm'
import { system } from '#app/audit/actor.ts'
import { as, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { clockOf } from '#app/cases/change-case.server.ts'
import { closeForAnswer } from '#app/cases/close-case.server.ts'
import { blankTasks } from '#app/cases/playbooks/case-tasks.server.ts'
import { eraseFiles } from '#app/cases/files/case-files.server.ts'
import { blankMails, mailsAbout } from '#app/cases/replies/mails-of-case.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { isAbout, type Marks } from '#app/platform/text-about.ts'
import { caseEntries, casePeople, cases, caseTags } from '#db/schema/cases.ts'

/**
 * Somebody who is erased leaves every case: an open one goes on for the others on it, and closes when it was theirs alone.
 * What they wrote goes, and so does every entry and tag that is about them. @returns the cases' ids
 */
export async function eraseFromCases(ctx: TxCtx, contactId: string, marks: Marks): Promise<string[]> {
  const { tx } = ctx
  const theirs = await tx
    .select({ personId: casePeople.id, found: cases })
    .from(casePeople)
    .innerJoin(cases, eq(cases.id, casePeople.caseId))
    .where(eq(casePeople.contactId, contactId))
  for (const { personId, found } of theirs) {
    await tx.update(cases).set({ lockVersion: sql`${cases.lockVersion} + 1` }).where(eq(cases.id, found.id)) // prettier-ignore
    await tx
      .update(casePeople)
      .set({
        contactId: null,
        wish: null,
        wishWhen: null,
        wishPhone: null,
        state: sql`case when ${casePeople.state} = 'waiting' then 'changed' else ${casePeople.state} end`,
      }) // prettier-ignore
      .where(eq(casePeople.id, personId))
    const [others] = await tx
      .select({ n: count() })
      .from(casePeople)
      .where(and(eq(casePeople.caseId, found.id), ne(casePeople.id, personId)))
    await blankEntries(ctx, found.id, contactId, others!.n === 0 ? null : marks)
    await blankTasks(ctx, found.id, others!.n === 0 ? null : marks)
    await eraseTags(ctx, found.id, marks)
    await leaveOpen(ctx, found.id, others!.n === 0)
  }
  return [...new Set(theirs.map(({ found }) => found.id))]
}

/** `marks`: entries of a case with others on it go only where they are about this person; null: all of them. */
async function blankEntries(ctx: TxCtx, caseId: string, contactId: string, marks: Marks | null) {
  const { tx } = ctx
  const entries = await tx.select().from(caseEntries).where(eq(caseEntries.caseId, caseId))
  const mails = marks && (await mailsAbout(ctx, caseId, contactId, marks))
  const ids = entries
    .filter(
      (entry) => marks === null || entry.authorId === contactId || mails!.has(entry.id) || isAbout(entry.text, marks),
    )
    .map((entry) => entry.id)
  await eraseFiles(ctx, caseId, ids, marks)
  if (!ids.length) return
  await tx
    .update(caseEntries)
    .set({
      text: '',
      authorId: sql`case when ${caseEntries.authorId} = ${contactId} then 'contact' else ${caseEntries.authorId} end`,
    }) // prettier-ignore
    .where(inArray(caseEntries.id, ids))
  await blankMails(ctx, ids)
}

async function eraseTags({ tx }: TxCtx, caseId: string, marks: Marks) {
  const rows = await tx.select({ tag: caseTags.tag }).from(caseTags).where(eq(caseTags.caseId, caseId))
  const theirs = rows.map((row) => row.tag).filter((tag) => isAbout(tag, marks))
  if (theirs.length) await tx.delete(caseTags).where(and(eq(caseTags.caseId, caseId), inArray(caseTags.tag, theirs)))
}

async function leaveOpen(ctx: TxCtx, caseId: string, alone: boolean) {
  const [found] = await ctx.tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), ne(cases.state, 'closed')))
  if (!found) return
  const loop = as(ctx, system('loop')) as TxCtx
  await recordEvent(loop, {
    type: 'cases.person_erased',
    subject: { kind: 'case', id: caseId },
    accountId: found.accountId,
  })
  if (alone) await closeForAnswer(loop, { caseId, kind: 'withdrawn' })
  else {
    await ctx.tx.update(cases).set(await clockOf(ctx, found)).where(eq(cases.id, caseId)) // prettier-ignore
    await remark(ctx, caseId)
  }
}
