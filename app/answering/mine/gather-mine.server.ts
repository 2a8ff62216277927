import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { after, answers } from '#app/advocacy/asking/ask.ts'
import { askToken } from '#app/advocacy/asking/ask-token.server.ts'
import { agreedWords } from '#app/advocacy/asking/consent-of-ask.server.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { referralPath, shownCode } from '#app/advocacy/referrals/code.ts'
import { rewardRows, type ListedReward } from '#app/advocacy/rewards/list-rewards.server.ts'
import { pointsOfPerson } from '#app/advocacy/rewards/points.server.ts'
import { getRewardSettings } from '#app/advocacy/rewards/reward-settings.server.ts'
import { nextTier, tierOf } from '#app/advocacy/rewards/tiers.ts'
import type { Mine } from '#app/answering/mine/mine-page.ts'
import { mineWords as words } from '#app/answering/mine/words.ts'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { translator, type Locale } from '#app/platform/words.ts'
import { fillText } from '#app/surveys/wordings.ts'
import { formats, type Formats } from '#app/ui/formats.ts'
import type { AskState } from '#db/enums/advocacy.ts'
import { consents } from '#db/schema/advocacy.ts'
import { asks } from '#db/schema/advocacy-asks.ts'
import { referralLinks, referrals } from '#db/schema/advocacy-referrals.ts'
import { rewards } from '#db/schema/advocacy-rewards.ts'

const mostListed = 50

/** What a person may see: what they were sent, never what was only planned; of gift codes nothing. */
export async function gatherMine(ctx: Ctx, contactId: string, locale: Locale) {
  const t = translator(locale)
  const { zone } = await getOrganisation(ctx)
  const format = formats(locale, zone)
  const { tiers } = await getRewardSettings(ctx)
  const points = await pointsOfPerson(ctx, contactId)
  const [tier, next] = [tierOf(tiers, points), nextTier(tiers, points)]
  const rows = await rewardRows(ctx, eq(rewards.contactId, contactId), mostListed)
  return {
    points,
    tier: tier && { name: tier.name[locale], benefits: tier.benefits[locale] },
    next: next && { name: next.tier.name[locale], missing: next.missing },
    tiers: tiers.map(({ name, from, benefits }) => ({ name: name[locale], from, benefits: benefits[locale] })),
    rewards: rows.map((row) => ({
      what: whatOf(row, locale, format),
      said: t(row.state === 'approved' ? words.earned : words[row.state]),
      date: format.date(row.issuedAt ?? row.earnedAt),
    })),
    asks: await asksOf(ctx, contactId, locale, format),
    link: await linkOf(ctx, contactId),
    consents: await consentsOf(ctx, contactId, locale, format),
  } satisfies Partial<Mine>
}

function whatOf(row: ListedReward, locale: Locale, format: Formats): string {
  const t = translator(locale)
  const money = row.amountMinor !== null && row.currency ? format.money(row.amountMinor, row.currency) : null
  const gift = row.giftKind === 'thing' ? row.thing?.[locale] : row.giftKind === 'code' ? [t(words.gift), money].filter(Boolean).join(' ') : money // prettier-ignore
  const points = row.points > 0 ? t(words.nPoints, { n: row.points }) : null
  return [gift, points].filter(Boolean).join(' + ')
}

const saidOf: Partial<Record<AskState, keyof typeof words>> = {
  sent: 'askSent',
  accepted: 'askYes',
  declined: 'askNo',
  later: 'askLater',
  done: 'askDone',
  expired: 'askOver',
}

async function asksOf(ctx: Ctx, contactId: string, locale: Locale, format: Formats): Promise<Mine['asks']> {
  const t = translator(locale)
  const shown = Object.keys(saidOf) as AskState[]
  const found = await read(ctx)
    .select()
    .from(asks)
    .where(and(eq(asks.contactId, contactId), inArray(asks.state, shown)))
    .orderBy(desc(asks.reservedAt))
    .limit(mostListed)
  return found.map((ask) => ({
    what: t(askKindNames[ask.kind]),
    said: t(words[saidOf[ask.state]!]),
    date: format.date(ask.doneAt ?? ask.answeredAt ?? ask.sentAt ?? ask.reservedAt),
    href: answers.some((one) => after(ask.state, one) !== null) ? `/ask/${askToken(ctx.keys, ask.id)}?lang=${locale}` : null, // prettier-ignore
  }))
}

/** Their newest open link, and how many came by any of theirs: no names. */
async function linkOf(ctx: Ctx, contactId: string): Promise<Mine['link']> {
  const db = read(ctx)
  const [open] = await db
    .select({ code: referralLinks.code })
    .from(referralLinks)
    .where(and(eq(referralLinks.contactId, contactId), isNull(referralLinks.revokedAt)))
    .orderBy(desc(referralLinks.createdAt), desc(referralLinks.code))
    .limit(1)
  if (!open) return null
  const numbers = await db
    .select({ state: referrals.state, n: count() })
    .from(referrals)
    .where(eq(referrals.contactId, contactId))
    .groupBy(referrals.state)
  const sum = (states: string[]) => numbers.reduce((all, row) => all + (states.includes(row.state) ? row.n : 0), 0)
  return {
    shown: shownCode(open.code),
    href: referralPath(open.code),
    leads: sum(['review', 'new', 'qualified', 'won', 'lost']),
    customers: sum(['won']),
  }
}

async function consentsOf(ctx: Ctx, contactId: string, locale: Locale, format: Formats): Promise<Mine['consents']> {
  const t = translator(locale)
  const company = (await getBrand(ctx)).name
  const found = await read(ctx)
    .select()
    .from(consents)
    .where(and(eq(consents.party, `con:${contactId}`), eq(consents.state, 'given')))
    .orderBy(desc(consents.id))
  return Promise.all(
    found.map(async ({ askType, textVersion, at }) => {
      const agreed = await agreedWords(ctx, askType, textVersion)
      return { kind: askType, name: t(askKindNames[askType]), text: agreed && fillText(agreed.text, { company }), date: format.date(at) } // prettier-ignore
    }),
  )
}
