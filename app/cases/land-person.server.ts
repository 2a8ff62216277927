import { and, eq, isNull, sql } from 'drizzle-orm'
import type { TxCtx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { LandReason } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'
import { caseAnswers, casePeople } from '#db/schema/cases.ts'
import { statement } from '#db/statement.ts'

const p = sql.placeholder

const findPerson = statement((db) =>
  db
    .select({ id: casePeople.id })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, p('caseId')), eq(casePeople.contactId, p('contactId')))),
)
const findNobody = statement((db) =>
  db
    .select({ id: casePeople.id })
    .from(casePeople)
    .where(
      and(eq(casePeople.caseId, p('caseId')), isNull(casePeople.contactId), eq(casePeople.responseId, p('responseId'))),
    ),
)
const insertPerson = statement((db) =>
  db.insert(casePeople).values({
    id: p('id'),
    caseId: p('caseId'),
    contactId: p('contactId'),
    responseId: p('responseId'),
    state: 'waiting',
    clockFrom: p('clockFrom'),
    severity: p('severity'),
    replyDueAt: p('replyDueAt'),
  }),
)
const updatePerson = statement((db) =>
  db
    .update(casePeople)
    .set({
      responseId: sql`coalesce(${p('responseId')}, ${casePeople.responseId})`,
      state: 'waiting',
      clockFrom: sql`${p('clockFrom')}`,
      severity: sql`${p('severity')}`,
      replyDueAt: sql`${p('replyDueAt')}`,
      repliedAt: null,
      recovery: 'none',
    })
    .where(eq(casePeople.id, p('id'))),
)
const insertAnswer = statement((db) =>
  db
    .insert(caseAnswers)
    .values({
      responseId: p('responseId'),
      casePersonId: p('casePersonId'),
      at: p('at'),
      why: p('why'),
    })
    .onConflictDoUpdate({
      target: [caseAnswers.responseId, caseAnswers.casePersonId],
      set: { at: sql`excluded.at`, why: sql`excluded.why` },
    }),
)

/** The place of somebody on a case: of a person, or of who gave an answer that nobody's name stands under. */
export async function findOnCase(
  ctx: TxCtx,
  { caseId, contactId, responseId }: { caseId: string; contactId: string | null; responseId: string | null },
): Promise<string | null> {
  const [found] = contactId
    ? await findPerson(ctx.tx, { caseId, contactId })
    : responseId
      ? await findNobody(ctx.tx, { caseId, responseId })
      : []
  return found?.id ?? null
}

/** Somebody waits on a case, with a clock of their own; who was on it already waits again. */
export async function landPerson(
  ctx: TxCtx,
  who: {
    caseId: string
    /** Their place on the case; null for a new one. */
    personId: string | null
    contactId: string | null
    responseId: string | null
    severity: Severity
    /** From when to when their clock runs, and when the answer landed. */
    from: number
    due: number
    at: number
    why: LandReason
  },
): Promise<void> {
  const { caseId, contactId, responseId, severity, at } = who
  const id = who.personId ?? newId('cpe', at)
  const values = { id, caseId, contactId, responseId, clockFrom: who.from, severity, replyDueAt: who.due }
  await (who.personId ? updatePerson(ctx.tx, values) : insertPerson(ctx.tx, values))
  if (responseId) await insertAnswer(ctx.tx, { responseId, casePersonId: id, at, why: who.why })
}
