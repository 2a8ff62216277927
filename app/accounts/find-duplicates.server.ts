import { setImmediate as turn } from 'node:timers/promises'
import { and, asc, count, eq, exists, gt, inArray, isNotNull, isNull, lt, ne, not, or, sql } from 'drizzle-orm'
import { Pairs, peopleAlike, mostAlike, type Pair, type Person } from '#app/accounts/duplicate-pairs.ts'
import { companyKey } from '#app/accounts/same-name.ts'
import { write, type Ctx } from '#app/audit/context.server.ts'
import type { JobHandler, JobRun } from '#app/jobs/job.ts'
import { newId } from '#app/platform/ids.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { duplicates } from '#db/schema/accounts-moving.ts'

const batch = 200
const peopleAtOnce = 1000

/**
 * Job `accounts.find-duplicates`: companies with one name (legal forms aside) or one domain, and people of one company
 * with one name or address. Nothing is compared with everything: equal keys are found by their index. What is no longer
 * alike goes; what a person judged stays judged.
 */
export const findDuplicates: JobHandler = async (ctx, run) => {
  const at = ctx.now()
  if (!(await fillKeys(ctx, run))) return { again: at }
  for (const column of [accounts.matchKey, accounts.domain] as const)
    if (!(await companiesBy(ctx, run, column, at))) return { again: at }
  if (!(await people(ctx, run, at))) return { again: at }
  await forget(ctx, at)
}

/** Companies of before keys were kept. */
async function fillKeys(ctx: Ctx, run: JobRun): Promise<boolean> {
  for (;;) {
    if (run.stopping()) return false
    const rows = await ctx.store.db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(isNull(accounts.matchKey))
      .limit(batch)
    if (!rows.length) return true
    await write(ctx, async ({ tx }) => {
      for (const { id, name } of rows)
        await tx
          .update(accounts)
          .set({ matchKey: companyKey(name) })
          .where(and(eq(accounts.id, id), eq(accounts.name, name), isNull(accounts.matchKey)))
    })
    await turn()
  }
}

async function companiesBy(
  ctx: Ctx,
  run: JobRun,
  column: typeof accounts.matchKey | typeof accounts.domain,
  at: number,
): Promise<boolean> {
  const why = column === accounts.domain ? 'domain' : 'name'
  const { db } = ctx.store
  let from = ''
  for (;;) {
    if (run.stopping()) return false
    const keys = await db
      .select({ key: column, n: count() })
      .from(accounts)
      .where(and(isNotNull(column), gt(column, from)))
      .groupBy(column)
      .having(sql`count(*) between 2 and ${sql.raw(String(mostAlike))}`)
      .orderBy(asc(column))
      .limit(batch)
    if (!keys.length) return true
    const rows = await db
      .select({ id: accounts.id, key: column, parentId: accounts.parentId })
      .from(accounts)
      .where(
        inArray(
          column,
          keys.map(({ key }) => key!),
        ),
      )
    const parents = new Map(rows.map((row) => [row.id, row.parentId]))
    const byKey = new Map<string, string[]>()
    for (const { id, key } of rows) byKey.set(key!, [...(byKey.get(key!) ?? []), id])
    const pairs = new Pairs()
    for (const same of byKey.values())
      pairs.alike(
        same,
        why,
        // A group of companies often shares its domain: who stands above whom has been said.
        (a, b) => parents.get(a) === b || parents.get(b) === a,
      )
    await store(ctx, 'account', pairs.take(), at)
    from = keys.at(-1)!.key!
    await turn()
  }
}

/** People by company, in the order of an index. */
async function people(ctx: Ctx, run: JobRun, at: number): Promise<boolean> {
  const pairs = new Pairs()
  let last: { accountId: string; nameKey: string; id: string } | null = null
  let company: Person[] = []
  for (;;) {
    if (run.stopping()) return false
    const rows: (Person & { accountId: string | null; nameKey: string })[] = await ctx.store.db
      .select({
        id: contacts.id,
        accountId: contacts.accountId,
        nameKey: contacts.nameKey,
        name: contacts.name,
        phone: contacts.phone,
        emailKey: contacts.emailKey,
      })
      .from(contacts)
      .where(
        and(
          isNotNull(contacts.accountId),
          last === null
            ? undefined
            : sql`(${contacts.accountId}, ${contacts.nameKey}, ${contacts.id}) > (${last.accountId}, ${last.nameKey}, ${last.id})`,
          ne(contacts.state, 'erased'),
          eq(contacts.isShared, false),
        ),
      )
      .orderBy(asc(contacts.accountId), asc(contacts.nameKey), asc(contacts.id))
      .limit(peopleAtOnce)
    for (const row of rows) {
      if (last && row.accountId !== last.accountId) {
        peopleAlike(company, pairs)
        company = []
      }
      company.push(row)
      last = { accountId: row.accountId!, nameKey: row.nameKey, id: row.id }
    }
    if (rows.length < peopleAtOnce) peopleAlike(company, pairs)
    await store(ctx, 'contact', pairs.take(), at)
    await turn()
    if (rows.length < peopleAtOnce) return true
  }
}

async function store(ctx: Ctx, kind: 'account' | 'contact', pairs: Pair[], at: number) {
  for (let i = 0; i < pairs.length; i += batch) {
    await write(ctx, async ({ tx }) => {
      for (const pair of pairs.slice(i, i + batch)) {
        const [known] = await tx
          .select()
          .from(duplicates)
          .where(and(eq(duplicates.firstId, pair.firstId), eq(duplicates.secondId, pair.secondId)))
        // Found in this run already, for another reason: both count.
        const both = known?.foundAt === at && !known.why.includes(pair.why[0]!)
        const why = both ? [...known.why, ...pair.why] : pair.why
        const strength = both ? known.strength + pair.strength : pair.strength
        if (known) await tx.update(duplicates).set({ why, strength, foundAt: at }).where(eq(duplicates.id, known.id))
        else
          await tx
            .insert(duplicates)
            .values({ id: newId('dup', at), kind, ...pair, state: 'found', foundAt: at })
            .onConflictDoNothing()
      }
    })
    await turn()
  }
}

/** Pairs that are alike no more, and those of which one is gone, judged or not. */
async function forget(ctx: Ctx, at: number) {
  const there = (table: typeof accounts | typeof contacts, id: typeof duplicates.firstId) =>
    exists(ctx.store.db.select({ id: table.id }).from(table).where(eq(table.id, id)))
  const gone = (kind: 'account' | 'contact', table: typeof accounts | typeof contacts) =>
    and(eq(duplicates.kind, kind), or(not(there(table, duplicates.firstId)), not(there(table, duplicates.secondId))))
  const old = or(
    and(eq(duplicates.state, 'found'), lt(duplicates.foundAt, at)),
    and(eq(duplicates.state, 'dismissed'), or(gone('account', accounts), gone('contact', contacts))),
  )
  for (;;) {
    const rows = await ctx.store.db.select({ id: duplicates.id }).from(duplicates).where(old).limit(batch)
    if (!rows.length) return
    await write(ctx, async ({ tx }) => {
      const ids = rows.map(({ id }) => id)
      // Judged meanwhile: it stays.
      await tx.delete(duplicates).where(and(inArray(duplicates.id, ids), old))
    })
    await turn()
  }
}
