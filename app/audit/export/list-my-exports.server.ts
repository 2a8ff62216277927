import { and, desc, eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { isId } from '#app/platform/id.ts'
import { exports } from '#db/schema/audit.ts'

const page = 50

const filterOf = z.object({
  ref: z.string().refine(isId).optional().catch(undefined),
  after: z.string().refine(isId).optional().catch(undefined),
})

/** What this person has exported, the newest first; with `ref` the one that a page asked for. `next` continues the list. */
export async function listMyExports(ctx: Ctx, input: z.input<typeof filterOf> = {}) {
  const { ref, after } = filterOf.parse(input)
  authorise(ctx, 'self.edit')
  const rows = await read(ctx)
    .select({
      id: exports.id,
      list: exports.list,
      format: exports.format,
      state: exports.state,
      rows: exports.rows,
      replaced: exports.replaced,
      replacedRows: exports.replacedRows,
      startedAt: exports.startedAt,
    })
    .from(exports)
    .where(
      and(
        eq(exports.actorId, ctx.actor.id ?? ''),
        ref ? eq(exports.ref, ref) : undefined,
        after ? lt(exports.id, after) : undefined,
      ),
    )
    .orderBy(desc(exports.id))
    .limit(page + 1)
  return { exports: rows.slice(0, page), next: rows.length > page ? rows[page - 1]!.id : null }
}

export type MyExport = Awaited<ReturnType<typeof listMyExports>>['exports'][number]
