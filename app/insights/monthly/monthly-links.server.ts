import { eq } from 'drizzle-orm'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { linkDays } from '#app/insights/monthly/monthly.ts'
import { DAY } from '#app/platform/day.ts'
import { newId } from '#app/platform/ids.server.ts'
import type { Locale } from '#app/platform/words.ts'
import { monthlyLinks, monthlyRecipients } from '#db/schema/insights.ts'

const purpose = 'monthly'

/** A link to one month's page, for one recipient, or for a colleague who tries it. Its token is made when it is needed. */
export async function makeLink(
  ctx: TxCtx,
  { month, recipientId, language }: { month: number; recipientId: string | null; language: Locale },
): Promise<string> {
  const at = ctx.now()
  const id = newId('mlk', at)
  await ctx.tx
    .insert(monthlyLinks)
    .values({ id, month, recipientId, language, createdAt: at, expiresAt: at + linkDays * DAY, revokedAt: null })
  return id
}

/** The token of `/m/:token`: 128 bits that nobody can guess, and nothing else opens it. */
export const monthlyToken = (ctx: Ctx, linkId: string): string => ctx.keys.sign(purpose, linkId)

/** The link of a token with who has it, ended or not; null when it was not made here. */
export async function findLink(ctx: Ctx, token: string) {
  const id = ctx.keys.open(purpose, token)
  if (id === null) return null
  const [link] = await read(ctx)
    .select({
      id: monthlyLinks.id,
      month: monthlyLinks.month,
      language: monthlyLinks.language,
      expiresAt: monthlyLinks.expiresAt,
      revokedAt: monthlyLinks.revokedAt,
      recipientId: monthlyLinks.recipientId,
      state: monthlyRecipients.state,
    })
    .from(monthlyLinks)
    .leftJoin(monthlyRecipients, eq(monthlyRecipients.id, monthlyLinks.recipientId))
    .where(eq(monthlyLinks.id, id))
  return link ?? null
}

export type FoundLink = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** Whether a link still opens its page. */
export const isOpen = (ctx: Ctx, link: FoundLink): boolean => link.revokedAt === null && link.expiresAt > ctx.now()
