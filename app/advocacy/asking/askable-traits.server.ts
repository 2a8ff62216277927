import { and, eq, gte, isNotNull, lt, sql, type SQL } from 'drizzle-orm'
import { traits, type Profile, type Size, type Trait } from '#app/advocacy/asking/profile.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { contains } from '#db/fragments.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { responseTopics } from '#db/schema/responses.ts'

/** Of each trait that a profile names, the condition that an advocate has it too. */
export async function traitsOf(ctx: Ctx, of: Profile): Promise<{ trait: Trait; has: SQL }[]> {
  const has: Record<Trait, SQL | undefined> = {
    industry: of.industry ? eq(accounts.industry, of.industry) : undefined,
    region: of.region ? eq(accounts.region, of.region) : undefined,
    size: of.size ? await ofSize(ctx, of.size) : undefined,
    tier: of.tier ? eq(accounts.tier, of.tier) : undefined,
    product: of.product ? contains(sql`cast(${accounts.products} as text)`, JSON.stringify(of.product)) : undefined,
    topic: of.topic ? isAbout(ctx, of.topic) : undefined,
    language: of.language ? eq(contacts.language, of.language) : undefined,
  }
  return traits.flatMap((trait) => (has[trait] ? [{ trait, has: has[trait] }] : []))
}

function isAbout(ctx: Ctx, topicId: string): SQL {
  const about = read(ctx)
    .select({ one: sql`1` })
    .from(responseTopics)
    .where(
      and(
        eq(responseTopics.responseId, advocates.responseId),
        eq(responseTopics.topicId, topicId),
        eq(responseTopics.present, true),
      ),
    )
  return sql`exists (${about.getSQL()})`
}

async function ofSize(ctx: Ctx, size: Size): Promise<SQL> {
  const third = sql<number>`ntile(3) over (order by ${accounts.arrBaseMinor})`.as('third')
  const paying = read(ctx)
    .select({ arr: sql<number>`${accounts.arrBaseMinor}`.as('arr'), third })
    .from(accounts)
    .where(isNotNull(accounts.arrBaseMinor))
    .as('paying')
  const rows = await read(ctx)
    .select({ third: paying.third, from: sql<number>`min(${paying.arr})`.mapWith(Number) })
    .from(paying)
    .groupBy(sql`${paying.third}`)
    .orderBy(sql`${paying.third}`)
  const [medium = 0, large = medium] = rows.slice(1).map(({ from }) => from)
  if (size === 'small') return lt(accounts.arrBaseMinor, medium)
  if (size === 'large') return gte(accounts.arrBaseMinor, large)
  return and(gte(accounts.arrBaseMinor, medium), lt(accounts.arrBaseMinor, large))!
}
