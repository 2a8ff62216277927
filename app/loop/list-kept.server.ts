import { and, asc, eq, gt } from 'drizzle-orm'
import { importId } from '#app/accounts/import.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { accounts, contacts, importKept } from '#db/schema/accounts.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

/** What undoing an import left, each with what it is called today. `next` continues the list. */
export async function listKept(
  ctx: Ctx,
  input: string,
  { after, size = 50 }: { after?: string | null; size?: number } = {},
) {
  // prettier-ignore
  authorise(ctx, 'accounts.import')
  const id = importId.parse(input)
  const rows = await read(ctx)
    .select({
      id: importKept.subjectId,
      kind: importKept.kind,
      reason: importKept.reason,
      account: accounts.name,
      contact: contacts.name,
      program: programs.name,
      day: responses.day,
      score: responses.score,
    })
    .from(importKept)
    .leftJoin(accounts, eq(accounts.id, importKept.subjectId))
    .leftJoin(contacts, eq(contacts.id, importKept.subjectId))
    .leftJoin(programs, eq(programs.id, importKept.subjectId))
    .leftJoin(responses, eq(responses.id, importKept.subjectId))
    .where(and(eq(importKept.importId, id), after ? gt(importKept.subjectId, after) : undefined))
    .orderBy(asc(importKept.subjectId))
    .limit(size + 1)
  return {
    kept: rows.slice(0, size).map(({ account, contact, program, ...row }) => ({ ...row, name: account ?? contact ?? program })), // prettier-ignore
    next: rows.length > size ? rows[size - 1]!.id : null,
  }
}
