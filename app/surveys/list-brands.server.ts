import { asc } from 'drizzle-orm'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { brands } from '#db/schema/platform.ts'

/** The brands that a program can ask in the name of. */
export async function listBrands(ctx: Ctx) {
  authorise(ctx, 'programs.read')
  return read(ctx).select().from(brands).orderBy(asc(brands.name), asc(brands.id)).limit(100)
}
