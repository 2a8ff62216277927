import { and, eq, isNotNull, or } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { candidateColumns, gatherFacts, type CandidateRow } from '#app/delivery/plan-facts.server.ts'
import { accountPlace } from '#app/delivery/account-place.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { judge, type ProgramPace } from '#app/delivery/planning.ts'
import { emailKey } from '#app/platform/text.ts'
import type { SkipReason, WaitReason } from '#db/enums/delivery.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/delivery.ts'

export type DoorPerson = CandidateRow & { id: string }

/** The person whom a product names: by its own id, else by the address; null when Koe knows nobody of either. */
export async function findDoorPerson(
  ctx: Ctx,
  { sub, email }: { sub?: string | undefined; email?: string | undefined },
): Promise<DoorPerson | null> {
  const byId = sub === undefined ? undefined : and(eq(contacts.externalId, sub), isNotNull(contacts.externalId))
  const key = email === undefined ? undefined : emailKey(email)
  const byEmail = key === undefined ? undefined : and(eq(contacts.emailKey, key), isNotNull(contacts.emailKey))
  if (!byId && !byEmail) return null
  const rows = await read(ctx)
    .select({ ...candidateColumns, externalId: contacts.externalId })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(or(byId, byEmail))
    .limit(2)
  const found = rows.find((row) => sub !== undefined && row.externalId === sub) ?? rows[0]
  if (!found) return null
  const { externalId: _, ...person } = found
  return person
}

/**
 * Why a person is not asked in a product now; null when they are. The rules of a wave hold, but those of an address:
 * no mail is sent. Somebody of one's own who tries it is asked, and counts as a test.
 */
export async function whyNotAsked(
  ctx: Ctx,
  program: { id: string } & ProgramPace,
  person: DoorPerson,
  ref: string | null,
): Promise<SkipReason | WaitReason | 'asked_already' | null> {
  // A product shows its pages all day long.
  const pace = ref === null ? { ...program, minIntervalDays: Math.max(1, program.minIntervalDays) } : program
  const rules = await findContactRules(ctx)
  const [candidate] = await gatherFacts(ctx, [person], { program })
  const facts = { ...candidate!.facts, hasEmail: true, suppressed: false, isTest: false }
  const verdict = judge(facts, pace, rules, ctx.now())
  if (verdict.kind !== 'invite') return verdict.reason
  if (!pace.outsideRules && (await accountPlace(ctx, rules, person)) !== null) return 'account_full'
  if (ref === null) return null
  const [asked] = await read(ctx)
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.programId, program.id),
        eq(invitations.respondentKey, person.id),
        eq(invitations.occasion, occasionOf(ref)),
      ),
    )
  return asked ? 'asked_already' : null
}

/** One ticket is asked about once, in whichever product window it is looked at. */
export const occasionOf = (ref: string) => `ext:widget:${ref}`
