import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { clockOf, type CaseRow } from '#app/cases/change-case.server.ts'
import { isOpen } from '#app/cases/is-open.server.ts'
import { joinCases } from '#app/cases/joining/join-cases.server.ts'
import { joinPeople } from '#app/cases/joining/join-people.server.ts'
import { elder } from '#app/cases/joining/joined.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { forUpdate } from '#db/fragments.ts'
import type { Repointing } from '#db/repoint.ts'
import { casePeople, cases } from '#db/schema/cases.ts'
import { caseMails } from '#db/schema/cases-replies.ts'

/**
 * Cases of an account that is merged into another. Where both have an open one, the younger joins the older, so that
 * there is one open case per customer again. @returns how many, at most `most` and the open one
 */
export async function handOverAccountCases(ctx: TxCtx, { from, into }: Repointing, most: number): Promise<number> {
  const open = await handOverOpen(ctx, { from: `acc:${from}`, into: `acc:${into}` }, into)
  const closed = ctx.tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.accountId, from), eq(cases.state, 'closed')))
    .limit(most)
  const rows = await ctx.tx
    .update(cases)
    .set({ accountId: into, subjectKey: `acc:${into}` })
    .where(inArray(cases.id, closed))
    .returning({ id: cases.id })
  return open + rows.length
}

/** Where a person who is merged stands on cases, and cases of a person without an account. */
export async function handOverContactCases(ctx: TxCtx, { from, into }: Repointing, most: number): Promise<number> {
  const { tx } = ctx
  await tx.update(caseMails).set({ contactId: into }).where(eq(caseMails.contactId, from))
  const people = await tx
    .select()
    .from(casePeople)
    .where(eq(casePeople.contactId, from))
    .orderBy(asc(casePeople.id))
    .limit(most)
  for (const person of people) {
    const [same] = await tx
      .select()
      .from(casePeople)
      .where(and(eq(casePeople.caseId, person.caseId), eq(casePeople.contactId, into)))
    if (same) await joinPeople(ctx, same, person)
    else await tx.update(casePeople).set({ contactId: into }).where(eq(casePeople.id, person.id))
    const [found] = await tx.select().from(cases).where(eq(cases.id, person.caseId))
    if (!found || found.state === 'closed') {
      if (found?.subjectKey === `con:${from}`)
        await tx
          .update(cases)
          .set({ subjectKey: `con:${into}` })
          .where(eq(cases.id, found.id))
      continue
    }
    if (!same) continue
    const change = { ...(await clockOf(ctx, found)), lockVersion: sql`${cases.lockVersion} + 1` }
    await tx.update(cases).set(change).where(eq(cases.id, found.id))
    await remark(ctx, found.id)
  }
  return people.length + (await handOverOpen(ctx, { from: `con:${from}`, into: `con:${into}` }, null))
}

/** @returns how many open cases were handed over: one or none */
async function handOverOpen(ctx: TxCtx, { from, into }: Repointing, accountId: string | null): Promise<number> {
  const old = await openCase(ctx, from)
  if (!old) return 0
  const known = await openCase(ctx, into)
  if (known) {
    const { keeps, joins } = elder(old, known)
    await joinCases(ctx, keeps, joins, accountId)
  }
  // After the other is closed, since only one may be open. Its hold moves with those of the account or person.
  await ctx.tx
    .update(cases)
    .set({ subjectKey: into, accountId, lockVersion: sql`${cases.lockVersion} + 1` })
    .where(eq(cases.id, old.id))
  return 1
}

async function openCase(ctx: TxCtx, subjectKey: string): Promise<CaseRow | null> {
  const [row] = await ctx.tx
    .select()
    .from(cases)
    .where(sql`${and(eq(cases.subjectKey, subjectKey), isOpen)} ${forUpdate()}`)
  return row ?? null
}
