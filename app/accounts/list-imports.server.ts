import { desc, eq, lt } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { users } from '#db/schema/access.ts'
import { imports } from '#db/schema/accounts.ts'

const page = 50

/** Imports, newest first. `next` continues the list. */
export async function listImports(ctx: Ctx, { after }: { after?: string | null } = {}) {
  authorise(ctx, 'accounts.import')
  const rows = await read(ctx)
    .select({
      id: imports.id,
      fileName: imports.fileName,
      state: imports.state,
      counts: imports.counts,
      applied: imports.applied,
      createdAt: imports.createdAt,
      byName: users.name,
    })
    .from(imports)
    .leftJoin(users, eq(users.id, imports.createdBy))
    .where(after ? lt(imports.id, after) : undefined)
    .orderBy(desc(imports.id))
    .limit(page + 1)
  return { imports: rows.slice(0, page), next: rows.length > page ? rows[page - 1]!.id : null }
}
