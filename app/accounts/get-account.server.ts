import { asc, count, eq } from 'drizzle-orm'
import { accountId } from '#app/accounts/account.ts'
import { listHolds } from '#app/accounts/list-holds.server.ts'
import { goneOrMerged } from '#app/accounts/merging/merged-into.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

const people = 50

/** An account as its page shows it: with its people by name, what holds it, and what happened lately. @throws NotFound */
export async function getAccount(ctx: Ctx, input: string) {
  authorise(ctx, 'accounts.read')
  const id = accountId.safeParse(input)
  if (!id.success) throw new NotFound()
  const db = read(ctx)
  const [row] = await db
    .select({ account: accounts, ownerName: users.name, ownerTeamId: users.teamId })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .where(eq(accounts.id, id.data))
  if (!row) throw await goneOrMerged(ctx, id.data)
  const ofAccount = eq(contacts.accountId, id.data)
  const [size] = await db.select({ n: count() }).from(contacts).where(ofAccount)
  const { parentId, salesId, sponsorId } = row.account
  const one = async (rows: Promise<{ name: string }[]>) => (await rows)[0]?.name ?? null
  const below = eq(accounts.parentId, id.data)
  const [children] = await db.select({ n: count() }).from(accounts).where(below)
  return {
    ...row.account,
    parentName:
      parentId && (await one(db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, parentId)))),
    salesName: salesId && (await one(db.select({ name: users.name }).from(users).where(eq(users.id, salesId)))),
    sponsorName:
      sponsorId && (await one(db.select({ name: contacts.name }).from(contacts).where(eq(contacts.id, sponsorId)))),
    childrenCount: children!.n,
    children: await db
      .select({
        id: accounts.id,
        name: accounts.name,
        arrMinor: accounts.arrMinor,
        currency: accounts.currency,
        health: accounts.health,
      })
      .from(accounts)
      .where(below)
      .orderBy(asc(accounts.nameKey))
      .limit(people),
    ownerName: row.ownerName,
    mayEdit: can(ctx.actor, 'accounts.edit', { ownerId: row.account.ownerId, teamId: row.ownerTeamId }),
    peopleCount: size!.n,
    people: await db
      .select({
        id: contacts.id,
        name: contacts.name,
        title: contacts.title,
        department: contacts.department,
        email: contacts.email,
        state: contacts.state,
        isShared: contacts.isShared,
      })
      .from(contacts)
      .where(ofAccount)
      .orderBy(asc(contacts.sortKey), asc(contacts.id))
      .limit(people),
    holds: await listHolds(db, `acc:${id.data}`),
  }
}

/** What an account is called; null when there is none. */
export async function nameOfAccount(ctx: Ctx, id: string): Promise<string | null> {
  authorise(ctx, 'accounts.read')
  const [row] = await read(ctx).select({ name: accounts.name }).from(accounts).where(eq(accounts.id, id))
  return row?.name ?? null
}
