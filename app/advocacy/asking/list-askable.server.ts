import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { blocksOf } from '#app/advocacy/asking/blocks.ts'
import { traitsOf } from '#app/advocacy/asking/askable-traits.server.ts'
import { sizes } from '#app/advocacy/asking/profile.ts'
import { rulesOf } from '#app/advocacy/asking/standing-sql.server.ts'
import { standingsOf } from '#app/advocacy/asking/standings-of.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { mostOnTab } from '#app/platform/counted.ts'
import { readCursor, writeCursor } from '#app/platform/cursor.server.ts'
import { searchText } from '#app/platform/search-text.ts'
import { fold } from '#app/platform/text.ts'
import { shownTo } from '#app/responses/kept-from.server.ts'
import { sightOf } from '#app/responses/names.ts'
import { askKinds } from '#db/enums/advocacy.ts'
import { languages } from '#db/enums/platform.ts'
import { countUpTo } from '#db/count-up-to.ts'
import { contains } from '#db/fragments.ts'
import { below } from '#db/keyset.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { askStandings } from '#db/schema/advocacy-asks.ts'
import { responses } from '#db/schema/responses.ts'
import { programs } from '#db/schema/surveys.ts'

const word = z.string().trim().min(1).max(80).optional().catch(undefined)

/** Unknown values count as absent: a link that was typed by hand still shows a list. */
export const askableFilter = z.object({
  kind: z.enum(askKinds).catch('referral').default('referral'),
  /** Who can be asked, or who can't just now. */
  who: z.enum(['can', 'cannot']).catch('can').default('can'),
  q: searchText,
  industry: word,
  region: word,
  size: z.enum(sizes).optional().catch(undefined),
  tier: word,
  product: word,
  topic: z.string().max(60).optional().catch(undefined),
  language: z.enum(languages).optional().catch(undefined),
  /** `best`: who has any of these traits, those with most of them first. */
  fit: z.enum(['all', 'best']).catch('all').default('all'),
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(200).catch(50).default(50),
})
export type AskableFilter = z.output<typeof askableFilter>

/**
 * Advocates for one kind of ask, the latest nominated first: chosen by how they stood when that was last worked out; `blocks`
 * says how they stand this moment. By best fit it is one page: who fits a prospect worse than fifty others is not looked for.
 */
export async function listAskable(ctx: Ctx, input: z.input<typeof askableFilter> = {}) {
  const filter = askableFilter.parse(input)
  authorise(ctx, 'advocates.read')
  const from = readCursor(filter.after, 'number')
  const q = filter.q ? fold(filter.q) : ''
  const wanted = await traitsOf(ctx, filter)
  const best = filter.fit === 'best' && wanted.length > 0
  const rows = await read(ctx)
    .select({
      contactId: askStandings.contactId,
      nominatedAt: askStandings.nominatedAt,
      person: contacts.name,
      title: contacts.title,
      language: contacts.language,
      accountId: contacts.accountId,
      account: accounts.name,
      ownerId: accounts.ownerId,
      tier: accounts.tier,
      industry: accounts.industry,
      region: accounts.region,
      responseId: advocates.responseId,
      score: responses.score,
      class: responses.class,
      comment: responses.comment,
      said: responses.language,
      metric: programs.metric,
      fits: sql<number>`${best ? bitsOf(wanted) : sql`0`}`.mapWith(Number),
    })
    .from(askStandings)
    .innerJoin(advocates, eq(advocates.contactId, askStandings.contactId))
    .innerJoin(contacts, eq(contacts.id, askStandings.contactId))
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .leftJoin(responses, and(eq(responses.id, advocates.responseId), shownTo(ctx)))
    .leftJoin(programs, eq(programs.id, responses.programId))
    .where(
      and(
        eq(askStandings.kind, filter.kind),
        standsSo(filter.who),
        eq(contacts.state, 'active'),
        best ? or(...wanted.map(({ has }) => has)) : and(...wanted.map(({ has }) => has)),
        q ? or(contains(contacts.searchKey, q), contains(accounts.nameKey, q)) : undefined,
        from && !best ? below(askStandings.nominatedAt, askStandings.contactId, from) : undefined,
      ),
    )
    .orderBy(...(best ? [desc(countOf(wanted))] : []), desc(askStandings.nominatedAt), desc(askStandings.contactId))
    .limit(filter.limit + 1)
  const shown = rows.slice(0, filter.limit)
  const last = rows.length > filter.limit && !best ? shown.at(-1)! : null
  const now = await standNow(ctx, filter.kind, shown.map((row) => row.contactId)) // prettier-ignore
  return {
    people: shown.map(({ class: of, fits, ownerId, ...row }) => {
      // What somebody said who turned unhappy since is not for everybody.
      const known = of !== null && sightOf(ctx.actor, of).names
      return {
        ...row,
        blocks: now.get(row.contactId) ?? [],
        /** Whether the reader may ask them: a CSM asks their own customers. */
        mayAsk: can(ctx.actor, 'asks.make', { ownerId }),
        /** By best fit: what they have in common with the profile. */
        fits: wanted.flatMap(({ trait }, i) => ((fits >> i) & 1 ? [trait] : [])),
        class: known ? of : null,
        score: known ? row.score : null,
        comment: known ? row.comment : null,
      }
    }),
    next: last ? writeCursor(last.nominatedAt, last.contactId) : null,
  }
}

export type Askable = Awaited<ReturnType<typeof listAskable>>['people'][number]

/** How many can be asked for one kind and how many can't, each at most `mostOnTab` + 1. */
export async function countAskable(ctx: Ctx, kind: AskableFilter['kind']): Promise<{ can: number; cannot: number }> {
  authorise(ctx, 'advocates.read')
  const count = (who: AskableFilter['who']) =>
    countUpTo(read(ctx), askStandings, and(eq(askStandings.kind, kind), standsSo(who)), mostOnTab)
  return { can: await count('can'), cannot: await count('cannot') }
}

/** Either way an index in the order of the list serves: the sum keeps who can't be asked from being sorted by what stands in the way. */
const standsSo = (who: AskableFilter['who']) =>
  who === 'can' ? eq(askStandings.blocks, 0) : sql`${askStandings.blocks} + 0 > 0`

type Wanted = Awaited<ReturnType<typeof traitsOf>>

const sumOf = (wanted: Wanted, worth: (i: number) => number) =>
  sql.join(wanted.map(({ has }, i) => sql`case when ${has} then ${sql.raw(String(worth(i)))} else 0 end`), sql` + `) // prettier-ignore
const countOf = (wanted: Wanted) => sql`(${sumOf(wanted, () => 1)})`
const bitsOf = (wanted: Wanted) => sql`(${sumOf(wanted, (i) => 2 ** i)})`

async function standNow(ctx: Ctx, kind: AskableFilter['kind'], ids: string[]) {
  if (!ids.length) return new Map<string, ReturnType<typeof blocksOf>>()
  const which = inArray(advocates.contactId, ids)
  const rows = await standingsOf(ctx, await rulesOf(ctx, kind), { which, limit: ids.length })
  return new Map(rows.map((row) => [row.contactId, blocksOf(row.blocks)]))
}
