import { eq } from 'drizzle-orm'
import { countVisit, receiveReferral } from '#app/advocacy/referrals/receive-referral.server.ts'
import { addReferral } from '#app/advocacy/referrals/add-referral.server.ts'
import { changeReferral } from '#app/advocacy/referrals/change-referral.server.ts'
import { after, type ReferralVerb } from '#app/advocacy/referrals/referral.ts'
import { ensureReferralLink } from '#app/advocacy/referrals/referral-links.server.ts'
import { as, read, type Ctx } from '#app/audit/context.server.ts'
import { leadOf } from '#app/demo/advocacy/leads.ts'
import { inHours } from '#app/demo/days.ts'
import { between, chance, pick } from '#app/demo/random.ts'
import type { Stage } from '#app/demo/stage.server.ts'
import { DAY } from '#app/platform/day.ts'
import { emailKey } from '#app/platform/text.ts'
import { referrals } from '#db/schema/advocacy-referrals.ts'

interface Referrer {
  contactId: string
  key: string
}

/** Who said yes recommends one to four, most by their link, some on the telephone. */
export async function followReferrals(stage: Stage, ctx: Ctx, { contactId, key }: Referrer): Promise<void> {
  const code = await ensureReferralLink(as(ctx, stage.colleague('marketer')), contactId)
  const many = 1 + Math.floor(chance('leads', key) * 4)
  for (let n = 0; n < many; n++) {
    const lead = `${key}/${n}`
    stage.timeline.add(inHours(stage.clock.now() + between(1, 25, 'lead when', lead) * DAY), {
      alone: (ctx) => comes(stage, ctx, { contactId, key: lead, code }),
    })
  }
}

async function comes(stage: Stage, ctx: Ctx, { contactId, key, code }: Referrer & { code: string }): Promise<void> {
  const { language, company } = stage.people.get(contactId)!
  const lead = leadOf(language, key)
  // One or another writes from the referrer's own company, and waits for a colleague to look at it.
  const colleague = chance('same company', key) < 0.1
  if (colleague) lead.email = lead.email.replace(/@.*/, `@${company.domain}`)
  if (chance('by link', key) < 0.7) {
    for (let visit = 0; visit < 1 + Math.floor(chance('visits', key) * 3); visit++) await countVisit(ctx, code)
    await receiveReferral(ctx, { ...lead, code, language, agreed: true, machine: false })
  } else await addReferral(as(ctx, stage.colleague('marketer')), { ...lead, contactId })
  const [row] = await read(ctx).select({ id: referrals.id }).from(referrals).where(eq(referrals.leadEmailKey, emailKey(lead.email)!)) // prettier-ignore
  if (row && !colleague) work(stage, row.id, key)
}

/** What sales makes of it: most are qualified, a third of these is won. The youngest are still under way. */
function work(stage: Stage, id: string, key: string): void {
  const then = (days: number, verb: ReferralVerb, more: { reason?: string; amount?: string } = {}) =>
    stage.timeline.add(inHours(stage.clock.now() + days * DAY), { alone: (ctx) => move(stage, ctx, { id, verb, ...more }) }) // prettier-ignore
  const fate = chance('fate', key)
  const soon = between(2, 12, 'qualified when', key)
  if (fate > 0.93) return // nobody has called yet
  if (fate < 0.08) return then(soon, 'reject', { reason: 'Looks for something that we do not make.' })
  if (fate < 0.2) return then(soon + 15, 'lose', { reason: '予算の都合により見送り' })
  then(soon, 'qualify')
  if (fate < 0.35) return then(soon + between(10, 60, 'lost when', key), 'lose', { reason: 'Chose another vendor.' })
  if (fate < 0.8) then(soon + between(15, 90, 'won when', key), 'win', { amount: amountOf(key) })
}

/** Most deals are in yen; some in dollars, of which nobody has said a rate. */
const amountOf = (key: string): string =>
  chance('in dollars', key) < 0.25
    ? `USD ${pick([6_000, 9_600, 12_000, 18_500, 24_000], 'dollars', key)}`
    : `¥${pick([480_000, 720_000, 960_000, 1_440_000, 2_400_000, 3_600_000], 'yen', key)}`

async function move(
  stage: Stage,
  ctx: Ctx,
  step: { id: string; verb: ReferralVerb; reason?: string; amount?: string },
) {
  const [row] = await read(ctx).select({ state: referrals.state }).from(referrals).where(eq(referrals.id, step.id))
  const own = as(ctx, stage.colleague('marketer'))
  // What looked suspicious by its address was looked at first.
  if (row?.state === 'review' && step.verb !== 'reject') await changeReferral(own, { id: step.id, verb: 'accept' })
  else if (!row || after(row.state, step.verb) === null) return
  await changeReferral(own, step)
}
