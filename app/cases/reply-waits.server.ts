import { and, gt, ne, sql, type SQL } from 'drizzle-orm'
import { caseAnswers, caseEntries, casePeople, cases } from '#db/schema/cases.ts'

/** Zero where the last that was said between the customer and us is ours. */
const wroteAt = sql<number>`(select case when said.kind = 'mail_in' then said.at else 0 end from ${caseEntries} as said where said.case_id = ${cases.id} and said.kind <> 'note' order by said.id desc limit 1)`

/** Somebody waits whose latest word on the case is no answer to a survey: it came after the answer, or there is none. */
const heardOf = sql`exists (select 1 from ${casePeople} as place where place.case_id = ${cases.id} and place.state = 'waiting' and not exists (select 1 from ${caseAnswers} as landed where landed.response_id = place.response_id and landed.case_person_id = place.id and landed.at >= coalesce(place.clock_from, 0)))`

/**
 * Of an open case: the customer has said something beside their survey answer, and nobody has answered since. That is
 * one of two:
 * - the newest mail, call or meeting of its timeline is a mail of the customer (notes are ours alone), and came after the
 *   case was resolved, if it was: whoever resolved it has read what came before;
 * - a colleague put something heard elsewhere on the case, and whoever said it still waits for their reply.
 * A case that waits for the customer is neither: what they say ends that state, and it is refused while they spoke last.
 * Looked up case by case through the indexes of entries and people, so ask it of somebody's cases, not of all.
 */
export const replyWaits: SQL = and(
  ne(cases.state, 'waiting'),
  sql`(${gt(wroteAt, sql`coalesce(${cases.resolvedAt}, 0)`)} or (${gt(cases.waiting, 0)} and ${heardOf}))`,
)!
