import { and, eq, isNull } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { emailKey } from '#app/platform/text.ts'
import { suppressions } from '#db/schema/email.ts'

/** Whether nothing may be sent to an address just now. */
export async function isSuppressed(ctx: Ctx, email: string): Promise<boolean> {
  const [row] = await read(ctx)
    .select({ id: suppressions.id })
    .from(suppressions)
    .where(and(eq(suppressions.toHmac, ctx.keys.fingerprint(emailKey(email))), isNull(suppressions.liftedAt)))
    .limit(1)
  return row !== undefined
}
