import { inArray } from 'drizzle-orm'
import { forbids, blocksOf } from '#app/advocacy/asking/blocks.ts'
import { rulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { standingsOf } from '#app/advocacy/asking/standings-of.server.ts'
import { longest, unknownVariables } from '#app/advocacy/catalogue/ask-content.ts'
import type { AskColumn } from '#app/advocacy/lists/columns.ts'
import { findPeople, type Listed } from '#app/advocacy/lists/find-people.server.ts'
import type { ListLine } from '#app/advocacy/lists/read-list.server.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import type { AskBlock, AskKind } from '#db/enums/advocacy.ts'
import { advocates } from '#db/schema/advocacy.ts'

/** What is wrong with a line, beside the rules that may forbid an ask. */
export type LineFault = 'nobody_named' | 'contact_unknown' | 'no_advocate' | 'twice' | 'text_long' | 'text_missing' | 'text_variable' // prettier-ignore

export interface CheckedLine {
  line: number
  /** As the list names them. */
  named: string
  person: Listed | null
  /** Null: can be asked. */
  fault: LineFault | null
  blocks: AskBlock[]
  words: { subject: string | null; body: string } | null
}

/**
 * Looks at each line of a list of people: whether they can be asked for something by mail this moment, and why not.
 * Nothing is reserved by it.
 */
export async function checkAskList(ctx: Ctx, kind: AskKind, lines: ListLine<AskColumn>[]): Promise<CheckedLine[]> {
  authorise(ctx, 'advocates.edit')
  const nameOf = ({ cells }: ListLine<AskColumn>) => cells.email ?? cells.externalId ?? ''
  const find = await findPeople(ctx, lines.map(nameOf))
  const ids = lines.flatMap((line) => find(nameOf(line))?.id ?? [])
  const standings = ids.length
    ? await standingsOf(ctx, await rulesOf(ctx, kind), { which: inArray(advocates.contactId, ids), limit: ids.length })
    : []
  const standing = new Map(standings.map((row) => [row.contactId, forbids(blocksOf(row.blocks), 'mail')]))
  const seen = new Set<string>()
  return lines.map((line): CheckedLine => {
    const named = nameOf(line)
    const person = find(named)
    const blocks = person && standing.get(person.id)
    const { subject, text } = line.cells
    const words = text === undefined ? null : { subject: subject ?? null, body: text }
    const twice = person !== null && seen.has(person.id)
    if (person) seen.add(person.id)
    const fault =
      named === '' ? 'nobody_named'
      : !person ? 'contact_unknown'
      : !blocks ? 'no_advocate'
      : twice ? 'twice'
      : textFault(subject, text) // prettier-ignore
    return { line: line.line, named: named || '–', person, fault, blocks: blocks ?? [], words }
  })
}

function textFault(subject: string | undefined, text: string | undefined): LineFault | null {
  if (text === undefined) return subject === undefined ? null : 'text_missing'
  if (text.length > longest.body || (subject?.length ?? 0) > longest.subject) return 'text_long'
  return unknownVariables(`${subject ?? ''} ${text}`).length ? 'text_variable' : null
}
