import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { newCode } from '#app/advocacy/referrals/new-code.server.ts'
import { authorise, read, write, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import { recordEvent } from '#app/audit/record-event.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { isId } from '#app/platform/id.ts'
import { rowLock } from '#db/lock.ts'
import { contacts } from '#db/schema/accounts.ts'
import { advocates } from '#db/schema/advocacy.ts'
import { referralLinks, referralVisits } from '#db/schema/advocacy-referrals.ts'

const lockContact = rowLock(contacts, contacts.id)

/** A colleague, or the person whose link it is. */
function authoriseFor(ctx: Ctx, contactId: string) {
  if (ctx.actor.kind !== 'contact') return authorise(ctx, 'advocates.edit')
  authorise(ctx, 'answer.give')
  if (ctx.actor.id !== contactId) throw new Forbidden()
}

/**
 * The personal link of somebody, made when there is none that is open: asked for again it is the same.
 * @returns its code
 * @throws NotFound, Conflict `no_link_for` when the person has left, or doesn't want to be an advocate any more
 */
export async function ensureReferralLink(ctx: Ctx, contactId: string): Promise<string> {
  authoriseFor(ctx, contactId)
  return write(ctx, async (ctx) => {
    const person = await personFor(ctx, contactId)
    const [open] = await ctx.tx
      .select({ code: referralLinks.code })
      .from(referralLinks)
      .where(openOf(contactId))
      .orderBy(desc(referralLinks.createdAt), desc(referralLinks.code))
      .limit(1)
    return open?.code ?? (await makeLink(ctx, person))
  })
}

/** Ends every open link of somebody and makes a new one. @returns its code */
export async function renewReferralLink(ctx: Ctx, contactId: string): Promise<string> {
  authoriseFor(ctx, contactId)
  return write(ctx, async (ctx) => {
    const person = await personFor(ctx, contactId)
    await revokeOpen(ctx, person)
    return makeLink(ctx, person)
  })
}

/** Ends every open link of somebody. @throws Conflict `no_open_link` when there is none */
export async function revokeReferralLink(ctx: Ctx, contactId: string): Promise<void> {
  authoriseFor(ctx, contactId)
  if (!isId(contactId)) throw new NotFound()
  await write(ctx, async (ctx) => {
    await lockContact(ctx.tx, contactId)
    const [person] = await ctx.tx.select().from(contacts).where(eq(contacts.id, contactId))
    if (!person) throw new NotFound()
    if (!(await revokeOpen(ctx, person))) throw new Conflict('no_open_link')
  })
}

type Person = Pick<typeof contacts.$inferSelect, 'id' | 'accountId'>

const openOf = (contactId: string) => and(eq(referralLinks.contactId, contactId), isNull(referralLinks.revokedAt))

async function personFor(ctx: TxCtx, contactId: string): Promise<Person> {
  if (!isId(contactId)) throw new NotFound()
  await lockContact(ctx.tx, contactId)
  const [person] = await ctx.tx
    .select({ id: contacts.id, accountId: contacts.accountId, state: contacts.state, advocate: advocates.state })
    .from(contacts)
    .leftJoin(advocates, eq(advocates.contactId, contacts.id))
    .where(eq(contacts.id, contactId))
  if (!person || person.state === 'erased') throw new NotFound()
  if (person.state !== 'active' || person.advocate === 'left') throw new Conflict('no_link_for')
  return person
}

async function makeLink(ctx: TxCtx, person: Person): Promise<string> {
  const code = newCode()
  await ctx.tx.insert(referralLinks).values({ code, contactId: person.id, createdAt: ctx.now() })
  await note(ctx, person, 'advocacy.referral_link_made')
  return code
}

async function revokeOpen(ctx: TxCtx, person: Person): Promise<boolean> {
  const gone = await ctx.tx
    .update(referralLinks)
    .set({ revokedAt: ctx.now() })
    .where(openOf(person.id))
    .returning({ code: referralLinks.code })
  if (gone.length) await note(ctx, person, 'advocacy.referral_link_revoked')
  return gone.length > 0
}

const note = (ctx: TxCtx, { id, accountId }: Person, type: string) =>
  recordEvent(ctx, { type, subject: { kind: 'advocate', id }, contactId: id, accountId })

/** The links of somebody, the newest first, and how often the page of each was opened. */
export async function listReferralLinks(ctx: Ctx, contactId: string) {
  authorise(ctx, 'advocates.read')
  const db = read(ctx)
  const links = await db
    .select({ code: referralLinks.code, createdAt: referralLinks.createdAt, revokedAt: referralLinks.revokedAt })
    .from(referralLinks)
    .where(eq(referralLinks.contactId, contactId))
    .orderBy(desc(referralLinks.createdAt), desc(referralLinks.code))
    .limit(20)
  if (links.length === 0) return []
  const counted = await db
    .select({ code: referralVisits.code, n: sql<number>`sum(${referralVisits.n})`.mapWith(Number) })
    .from(referralVisits)
    .where(
      inArray(
        referralVisits.code,
        links.map((link) => link.code),
      ),
    ) // prettier-ignore
    .groupBy(referralVisits.code)
  const visits = new Map(counted.map(({ code, n }) => [code, n]))
  return links.map((link) => ({ ...link, visits: visits.get(link.code) ?? 0 }))
}
