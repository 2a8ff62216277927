import { and, eq, inArray } from 'drizzle-orm'
import { expect } from 'vitest'
import type { MergeKind } from '#app/accounts/merging/fields.ts'
import { recordAnswer } from '#app/loop/record-answer.server.ts'
import { mergeRecords } from '#app/loop/merging/start-merge.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/audit.ts'
import { caseAnswers, cases } from '#db/schema/cases.ts'
import { responses } from '#db/schema/responses.ts'
import { everyTable } from '#db/every-table.ts'
import { answerTo, customer } from '#test/responses/make.ts'
import type { World } from '#test/world.ts'

/** Merges as somebody does who has just looked at both. */
export async function merge(w: World, kind: MergeKind, from: string, into: string, take: string[] = []) {
  const table = kind === 'account' ? accounts : contacts
  const rows = await w.store.db.select({ id: table.id, at: table.updatedAt }).from(table).where(inArray(table.id, [from, into])) // prettier-ignore
  const seen = (id: string) => rows.find((row) => row.id === id)?.at ?? 0
  return mergeRecords(w.ctx(), kind, { from, into, take, seenFrom: seen(from), seenInto: seen(into) })
}

export async function give(w: World, invitation: { id: string; gen: number }, score: number, comment?: string) {
  w.clock.advance(60_000)
  return recordAnswer(customer(w), answerTo(w, invitation, score, { comment: comment ?? null }))
}

/** History may name who is gone, as may who once did something; nothing else. */
const history = new Set(['events', 'merged_ids', 'jobs', 'import_steps', 'response_revisions'])

/** The rows that still speak of something, as `table: row`. */
export async function tracesOf(w: World, id: string) {
  const found: string[] = []
  for (const table of everyTable) {
    const name = String((table as never)[Symbol.for('drizzle:Name')])
    if (history.has(name)) continue
    for (const row of await w.store.db.select().from(table as typeof accounts))
      if (JSON.stringify(row).includes(id)) found.push(`${name}: ${JSON.stringify(row)}`)
  }
  return found
}

/** One open case per customer, every unhappy answer on a case or with the rule that kept it out. */
export async function expectWhole(w: World) {
  const open = (await w.store.db.select().from(cases)).filter((row) => row.state !== 'closed')
  expect(new Set(open.map((row) => row.subjectKey)).size).toBe(open.length)
  for (const row of open) expect(row.subjectKey).toBe(row.accountId ? `acc:${row.accountId}` : row.subjectKey)
  const low = await w.store.db
    .select()
    .from(responses)
    .where(and(eq(responses.class, 'low'), eq(responses.state, 'counted')))
  const landed = (await w.store.db.select().from(caseAnswers)).map((row) => row.responseId)
  const excused = (await w.store.db.select().from(events).where(eq(events.type, 'loop.no_case'))).map((row) => row.subjectId) // prettier-ignore
  for (const answer of low) {
    const places = landed.filter((id) => id === answer.id).length
    expect({ answer: answer.id, places }).toEqual({ answer: answer.id, places: excused.includes(answer.id) ? 0 : 1 })
  }
}
