import { asc } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { fold } from '#app/platform/text.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { programs } from '#db/schema/surveys.ts'

/** Programs that are looked through: there are dozens, not thousands. */
const most = 1_000

/** Programs whose name has all of the words, those that begin with them first; archived ones last. */
export async function findPrograms(ctx: Ctx, text: string, limit: number) {
  authorise(ctx, 'programs.read')
  const q = fold(text)
  if (!q) return []
  const words = q.split(' ')
  const rows = await read(ctx)
    .select({ id: programs.id, name: programs.name, metric: programs.metric, state: programs.state })
    .from(programs)
    .where(askedPrograms)
    .orderBy(asc(programs.id))
    .limit(most)
  const rank = (row: (typeof rows)[number]) => +(row.state === 'archived') * 2 + +!fold(row.name).startsWith(q)
  return rows
    .filter((row) => words.every((word) => fold(row.name).includes(word)))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, limit)
}
