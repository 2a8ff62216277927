import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { codeOfReward } from '#app/advocacy/rewards/gift-lists.server.ts'
import { findReader, renderParagraphs } from '#app/advocacy/rewards/mail-body.server.tsx'
import { rewardMailWords as words } from '#app/advocacy/rewards/mail-words.ts'
import { read, type Ctx, type TxCtx } from '#app/audit/context.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { NotFound } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import { contacts } from '#db/schema/accounts.ts'
import { rewards } from '#db/schema/advocacy-rewards.ts'

/** Mail template `advocacy.reward`: what somebody is given, with the code where it is one. */
export async function renderRewardMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const [row] = await read(ctx).select().from(rewards).where(eq(rewards.id, message.refId))
  if (!row?.contactId) throw new NotFound()
  const reader = await findReader(ctx, row.contactId)
  const t = translator(reader.language)
  const code = row.giftKind === 'code' ? await codeOfReward(ctx, row.id) : null
  const { zone } = await getOrganisation(ctx)
  const amount =
    row.amountMinor === null || row.currency === null
      ? ''
      : formats(reader.language, zone).money(row.amountMinor, row.currency)
  const gift = code !== null ? [t(words.code), code] : [row.thing?.[reader.language] ?? t(words.amount, { amount })]
  const paragraphs = [
    t(words.hello, { name: reader.name }),
    t(words.lead),
    ...gift,
    ...(code !== null ? [t(words.keep)] : []),
    t(words.mayNot),
  ]
  return renderParagraphs(ctx, reader, {
    subject: t(words.subject, { company: reader.company }),
    paragraphs,
    ...(code !== null && { strong: 3 }),
  })
}

/** Asked right before it leaves: it was issued to this person, who is still there. It is theirs, whatever else they wish for. */
export async function guardReward({ tx }: TxCtx, message: Message): Promise<string | null> {
  const [row] = await tx
    .select({ state: rewards.state, person: contacts.state, email: contacts.email })
    .from(rewards)
    .innerJoin(contacts, eq(contacts.id, rewards.contactId))
    .where(eq(rewards.id, message.refId))
  if (row?.state !== 'issued') return 'cancelled'
  if (row.person !== 'active') return row.person === 'erased' ? 'erased' : 'left'
  return row.email ? null : 'no_email'
}
