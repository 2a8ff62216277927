import { and, asc, eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { accountPlace } from '#app/delivery/account-place.server.ts'
import { findContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { candidateColumns, gatherFacts, type Candidate } from '#app/delivery/plan-facts.server.ts'
import { judge } from '#app/delivery/planning.ts'
import { sendingHours } from '#app/delivery/sending-hours.server.ts'
import { whyOf, type Why } from '#app/delivery/why.ts'
import { inAudience } from '#app/surveys/audience.server.ts'
import { askedPrograms } from '#app/surveys/recovery/asked-programs.server.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'
import { programs } from '#db/schema/surveys.ts'

/** Programs on one page: more than anybody runs at once. */
const enough = 50

export interface Explained {
  program: { id: string; name: string }
  /** Whether an invitation would leave at once. */
  now: boolean
  why: Why
}

/** For each program that asks: whether this person would be invited now, and if not, by which rule and until when. */
export async function explainContact(ctx: Ctx, contactId: string): Promise<Explained[]> {
  authorise(ctx, 'accounts.read')
  const db = read(ctx)
  const { locale } = await getOrganisation(ctx)
  const rules = await findContactRules(ctx)
  const hours = await sendingHours(ctx, rules)
  const asking = await db
    .select()
    .from(programs)
    .where(and(askedPrograms, eq(programs.state, 'live')))
    .orderBy(asc(programs.name))
    .limit(enough)
  const meant = Object.fromEntries(
    asking.map(({ id, audience }) => [id, inAudience(audience, locale).mapWith(Boolean).as(id)]),
  )
  const [row] = await db
    .select({ person: candidateColumns, meant })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(eq(contacts.id, contactId))
  const person = row?.person
  if (!person) return []
  const explained: Explained[] = []
  for (const program of asking) {
    const [{ facts, zone }] = (await gatherFacts(ctx, [person], { program })) as [Candidate]
    const because = (reason: string, next: number | null = null) =>
      whyOf(reason, next, { program, rules, person: facts })
    const add = (why: Why, now = false) => explained.push({ program: { id: program.id, name: program.name }, now, why })
    const verdict = judge(facts, program, rules, ctx.now())
    if (verdict.kind === 'skip') add(because(verdict.reason))
    else if (!row.meant[program.id]) add(because('not_in_audience'))
    else if (verdict.kind === 'wait') add(because(verdict.reason, verdict.until))
    else {
      const place = program.outsideRules ? null : await accountPlace(ctx, rules, person)
      const opens = hours(ctx.now(), zone)
      if (place !== null) add(because('account_full', place))
      else if (opens > ctx.now()) add(because('outside_hours', opens))
      else add(because('nobody_asked'), true)
    }
  }
  return explained
}
