import { findReader, renderParagraphs } from '#app/advocacy/rewards/mail-body.server.tsx'
import { rewardMailWords as words } from '#app/advocacy/rewards/mail-words.ts'
import { thanksFor } from '#app/advocacy/rewards/queue-thanks.server.ts'
import { getRewardSettings } from '#app/advocacy/rewards/reward-settings.server.ts'
import { fillThanks } from '#app/advocacy/rewards/tiers.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import type { Message, Rendered } from '#app/email/template.ts'
import { translator } from '#app/platform/words.ts'

/** Mail template `advocacy.thanks`: the words of the settings, for a tier with what it brings. */
export async function renderThanksMail(ctx: Ctx, message: Message): Promise<Rendered> {
  const of = thanksFor.parse(message.payload)
  const reader = await findReader(ctx, message.refId)
  const { language, name, company } = reader
  const settings = await getRewardSettings(ctx)
  const t = translator(language)
  const tier = of.about === 'tier' ? settings.tiers.find(({ key }) => key === of.tier) : undefined
  const values = {
    name,
    company,
    tier: tier?.name[language] ?? '',
    years: of.about === 'anniversary' ? t(words.years, { n: of.years }) : '',
  }
  const { subject, body } = (of.about === 'tier' ? settings.reached : settings.anniversary).wording[language]
  return renderParagraphs(ctx, reader, {
    subject: fillThanks(subject, values).replace(/\s*\n\s*/g, ' '),
    paragraphs: [
      ...fillThanks(body, values).split(/\n{2,}/),
      ...(tier ? [`${t(words.benefits, { tier: values.tier })}\n${tier.benefits[language]}`] : []),
    ],
  })
}
