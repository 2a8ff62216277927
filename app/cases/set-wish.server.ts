import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { clockOf } from '#app/cases/change-case.server.ts'
import { remark } from '#app/cases/sla/remark.server.ts'
import { wakeUp } from '#app/cases/snoozing/wake-up.server.ts'
import type { ReplyTime, ReplyWish } from '#db/enums/cases.ts'
import { caseAnswers, casePeople, cases } from '#db/schema/cases.ts'

export interface Wish {
  wish: ReplyWish
  when: ReplyTime | null
  /** To call; null with any other wish. */
  phone: string | null
}

/**
 * How the person behind an answer wants to hear from us, on the open case that it landed in. Who wants no reply waits
 * for none (`not_wanted`), until they say otherwise; what was replied already stays so. The same again changes nothing.
 * @returns whether there is such a case
 */
export async function setWish(ctx: TxCtx, { responseId, ...said }: Wish & { responseId: string }): Promise<boolean> {
  const [landing] = await ctx.tx
    .select({ person: casePeople, caseId: cases.id })
    .from(caseAnswers)
    .innerJoin(casePeople, eq(casePeople.id, caseAnswers.casePersonId))
    .innerJoin(cases, eq(cases.id, casePeople.caseId))
    .where(and(eq(caseAnswers.responseId, responseId), ne(cases.state, 'closed')))
    .orderBy(desc(caseAnswers.at))
    .limit(1)
  if (!landing) return false
  const { person, caseId } = landing
  if (person.wish === said.wish && person.wishWhen === said.when && person.wishPhone === said.phone) return true
  // Touches the row, so that on PostgreSQL nobody works on the case meanwhile.
  const [found] = await ctx.tx
    .update(cases)
    .set({ lockVersion: sql`${cases.lockVersion} + 1` })
    .where(and(eq(cases.id, caseId), ne(cases.state, 'closed')))
    .returning()
  if (!found) return false
  const unheard = person.state === 'waiting' || person.state === 'not_wanted'
  const state = unheard ? (said.wish === 'none' ? 'not_wanted' : 'waiting') : person.state
  await ctx.tx
    .update(casePeople)
    .set({ wish: said.wish, wishWhen: said.when, wishPhone: said.phone, state })
    .where(eq(casePeople.id, person.id))
  if (state !== person.state) {
    await ctx.tx
      .update(cases)
      .set(await clockOf(ctx, found))
      .where(eq(cases.id, caseId))
    await remark(ctx, caseId)
  }
  await wakeUp(ctx, caseId, 'answer')
  await recordEvent(ctx, {
    type: 'cases.wish',
    subject: { kind: 'case', id: caseId },
    accountId: found.accountId,
    contactId: person.contactId,
    data: { responseId, casePersonId: person.id, wish: said.wish, when: said.when },
  })
  return true
}
