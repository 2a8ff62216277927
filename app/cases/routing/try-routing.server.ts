import { eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { findOwner } from '#app/cases/routing/route-case.server.ts'
import { explain, type Why } from '#app/cases/routing/why-owner.server.ts'
import { isId } from '#app/platform/id.ts'
import { fold } from '#app/platform/text.ts'
import { languages } from '#db/enums/platform.ts'
import { severities } from '#db/enums/surveys.ts'
import { users } from '#db/schema/access.ts'
import { accounts } from '#db/schema/accounts.ts'

const text = z.string().max(120).optional().catch(undefined)

/** What is tried; unknown values count as absent. */
export const trySchema = z.object({
  /** By its name or id. */
  account: z.string().trim().max(200).optional().catch(undefined),
  tier: text,
  region: text,
  industry: text,
  language: z.enum(languages).optional().catch(undefined),
  topic: z.string().refine(isId).optional().catch(undefined),
  severity: z.enum(severities).optional().catch(undefined),
  aboutOwner: z.literal('on').optional().catch(undefined),
})

export interface Tried {
  /** Null when nobody could take it. */
  owner: string | null
  why: Why | null
  /** The account that was typed isn't there, so the rest was tried without one. */
  unknownAccount: boolean
}

/** Who would get a case like this now, and why. Nothing is written. */
export async function tryRouting(ctx: Ctx, input: z.input<typeof trySchema>): Promise<Tried> {
  const asked = trySchema.parse(input)
  authorise(ctx, 'routing.read')
  const [account] = asked.account
    ? await read(ctx)
        .select({ id: accounts.id, ownerId: accounts.ownerId })
        .from(accounts)
        .where(or(eq(accounts.id, asked.account), eq(accounts.nameKey, fold(asked.account))))
        .limit(1)
    : []
  const { tier = null, region = null, industry = null, language = null, topic, severity = null } = asked
  const about = {
    account: account ?? null,
    severity,
    said: { language, topicIds: topic ? [topic] : [], aboutOwner: asked.aboutOwner === 'on' },
    ...(!account && { segment: { tier, region, industry } }),
  }
  const routed = await findOwner(ctx, about, 'try')
  const why = routed && (await explain(ctx, routed))
  const [user] = routed
    ? await read(ctx).select({ name: users.name }).from(users).where(eq(users.id, routed.ownerId))
    : []
  return { owner: user?.name ?? null, why, unknownAccount: Boolean(asked.account) && !account }
}
