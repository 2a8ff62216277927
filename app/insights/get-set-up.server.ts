import { and, eq, isNull, ne } from 'drizzle-orm'
import { senderState } from '#app/access/check-sender.server.ts'
import { isCalendarSet } from '#app/access/get-calendar.server.ts'
import { defaultBrand, getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { setUpPlaces, setUpSteps, type SetUpStep } from '#app/insights/set-up.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { waves } from '#db/schema/delivery.ts'
import { programs } from '#db/schema/surveys.ts'

export interface SetUp {
  steps: { key: SetUpStep; done: boolean; to: string }[]
}

/** What this reader could still set up; null when there is nothing left, or an admin put the list away. */
export async function getSetUp(ctx: Ctx): Promise<SetUp | null> {
  authorise(ctx, 'today.read')
  const open = setUpSteps.filter((key) => can(ctx.actor, setUpPlaces[key].access))
  const organisation = await getOrganisation(ctx)
  if (!open.length || organisation.setUpHiddenAt !== null) return null
  const done = await whatIsDone(ctx, organisation.postalAddress)
  const steps = open.map((key) => ({ key, done: done[key], to: setUpPlaces[key].to }))
  const program = done.programId
  if (program) for (const step of steps) if (step.key === 'launch') step.to = `/programs/${program}`
  return steps.every((step) => step.done) ? null : { steps }
}

async function whatIsDone(
  ctx: Ctx,
  postalAddress: string,
): Promise<Record<SetUpStep, boolean> & { programId?: string }> {
  const db = read(ctx)
  const { transport, domain, allowed } = senderState()
  const brand = await getBrand(ctx)
  const people = await db.select({ id: users.id }).from(users).where(ne(users.state, 'ended')).limit(2)
  const [contact] = await db.select({ id: contacts.id }).from(contacts).limit(1)
  const [account] = await db.select({ id: accounts.id }).from(accounts).limit(1)
  const [unowned] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(isNull(accounts.ownerId), eq(accounts.isInternal, false)))
    .limit(1)
  const [program] = await db.select({ id: programs.id }).from(programs).where(askedPrograms).limit(1)
  const [wave] = await db.select({ id: waves.id }).from(waves).limit(1)
  return {
    organisation: postalAddress !== '',
    brand: brand.logoFileId !== null || brand.colour !== defaultBrand.colour,
    calendar: await isCalendarSet(ctx),
    people: people.length > 1,
    import: contact !== undefined,
    owners: account !== undefined && unowned === undefined,
    program: program !== undefined,
    launch: wave !== undefined,
    sender: transport !== 'mailbox' && domain !== null,
    sandbox: transport !== 'mailbox' && allowed === 'everybody',
    programId: program?.id,
  }
}
