import { and, asc, eq, inArray, isNull, ne, not, or, sql } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { candidateColumns, gatherFacts } from '#app/delivery/plan-facts.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { judge } from '#app/delivery/planning.ts'
import { accountsMeant, meant } from '#app/delivery/wave-audience.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { waveChoices, waves } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'
import { above, notBelow } from '#db/keyset.ts'

const accountsAPage = 20
const peopleAPage = 600

interface Asked {
  waveId: string
  /** A colleague's id, or everybody's. */
  owner: string | null
  /** `next` of the page before. */
  after: string | null
  /** People of one page at most: a larger account goes on, on the next one. */
  size?: number
}

/**
 * Who would be asked by a scheduled wave, account by account, 20 at a time by name, and who would not and why, as it
 * looks today.
 */
export async function listWavePeople(ctx: Ctx, { waveId, owner, after, size = peopleAPage }: Asked) {
  authorise(ctx, 'invitations.create')
  const db = read(ctx)
  const [found] = await db
    .select({ wave: waves, program: programs })
    .from(waves)
    .innerJoin(programs, eq(programs.id, waves.programId))
    .where(eq(waves.id, waveId))
  if (!found) throw new NotFound()
  const { wave, program } = found
  const { locale } = await getOrganisation(ctx)
  const from = await placeOf(ctx, after)
  const rows = await db
    .select({
      id: accounts.id,
      name: accounts.name,
      ownerId: accounts.ownerId,
      ownerName: users.name,
      teamId: users.teamId,
    })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .where(
      and(
        owner ? eq(accounts.ownerId, owner) : undefined,
        from.loose ? sql`1 = 0` : undefined,
        from.account ? (from.person ? notBelow : above)(accounts.nameKey, accounts.id, from.account) : undefined,
        accountsMeant(waveId, program.audience, locale),
      ),
    )
    .orderBy(asc(accounts.nameKey), asc(accounts.id))
    .limit(accountsAPage + 1)
  const page = rows.slice(0, accountsAPage)
  const more = rows.length > accountsAPage
  const ids = page.map((row) => row.id)
  // Who belongs to no account stands at the end, for those who look at everybody's.
  const loose = !more && owner === null
  const ofPage = or(
    ids.length ? inArray(contacts.accountId, ids) : undefined,
    loose ? isNull(contacts.accountId) : undefined,
  )
  // What the page before has shown of the account in which it ended.
  const begun = from.loose ? isNull(contacts.accountId) : eq(contacts.accountId, from.account?.id ?? '')
  const rest = from.person && or(not(begun), above(contacts.sortKey, contacts.id, from.person))
  const candidates = await db
    .select({
      ...candidateColumns,
      name: contacts.name,
      email: contacts.email,
      title: contacts.title,
      department: contacts.department,
      choice: waveChoices.choice,
      veto: waveChoices.reason,
      note: waveChoices.note,
      chosenBy: users.name,
      meant: meant(waveId, program.audience, locale).mapWith(Boolean).as('meant'),
    })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .leftJoin(waveChoices, and(eq(waveChoices.waveId, waveId), eq(waveChoices.contactId, contacts.id)))
    .leftJoin(users, eq(users.id, waveChoices.chosenBy))
    .where(and(ne(contacts.state, 'erased'), ofPage ?? sql`1 = 0`, rest ?? undefined))
    .orderBy(
      isNull(contacts.accountId),
      asc(accounts.nameKey),
      asc(accounts.id),
      asc(contacts.sortKey),
      asc(contacts.id),
    )
    .limit(size + 1)
  const people = candidates.slice(0, size)
  const cut = candidates.length > size ? people.at(-1)! : null
  const facts = new Map((await gatherFacts(ctx, people, { program, waveId })).map((one) => [one.id, one.facts]))
  const at = wave.startsAt ?? ctx.now()
  const rules = await findContactRules(ctx)
  const reasonOf = (id: string) => {
    const verdict = judge(facts.get(id)!, program, rules, at)
    return verdict.kind === 'invite' ? null : verdict.reason
  }
  const listed = people.map(({ id, name, email, title, department, accountId, choice, veto, note, chosenBy, state, ...row }) => ({
    id: id!, name, email, title, department, accountId, choice, veto, note, chosenBy,
    meant: row.meant, active: state === 'active',
    reason: reasonOf(id!),
  })) // prettier-ignore
  const groups = [
    ...page.map(({ teamId, ...row }) => ({ ...row, mayChoose: can(ctx.actor, 'invitations.create', { ownerId: row.ownerId, teamId }) })),
    ...(loose ? [{ id: null, name: null, ownerId: null, ownerName: null, mayChoose: true }] : []),
  ].map((group) => {
    const ofGroup = listed.filter((person) => person.accountId === group.id)
    return {
      ...group,
      people: ofGroup.filter((person) => person.meant || person.choice !== null),
      others: ofGroup.filter((person) => !person.meant && person.choice === null && person.active).slice(0, 50),
    }
  }).filter((group) => group.people.length) // prettier-ignore
  return {
    wave: { id: wave.id, state: wave.state, startsAt: wave.startsAt },
    program: { id: program.id, name: program.name },
    groups,
    next: cut ? `${cut.accountId ?? noAccount}~${cut.id}` : more ? page.at(-1)!.id : null,
  }
}

/** Stands in a cursor for those who belong to no account. */
const noAccount = '-'

/** Where a page begins: after an account, or within one after a person. What is no such place is the beginning. */
async function placeOf(ctx: Ctx, after: string | null) {
  const [accountId = '', personId] = after?.split('~') ?? []
  const db = read(ctx)
  const [account] = accountId
    ? await db.select({ id: accounts.id, key: accounts.nameKey }).from(accounts).where(eq(accounts.id, accountId))
    : []
  const [person] = personId
    ? await db.select({ id: contacts.id, key: contacts.sortKey }).from(contacts).where(eq(contacts.id, personId))
    : []
  return { account, person: person ?? null, loose: accountId === noAccount && person !== undefined }
}

export type WaveGroup = Awaited<ReturnType<typeof listWavePeople>>['groups'][number]
