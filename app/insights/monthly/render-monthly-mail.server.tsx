import { as, type Ctx } from '#app/audit/context.server.ts'
import { system } from '#app/audit/actor.ts'
import { renderStaffMail } from '#app/email/components/render-staff-mail.server.tsx'
import type { Message, Rendered } from '#app/email/template.ts'
import { metricText, scoreText } from '#app/insights/components/score-words.ts'
import { rangeText, spanText, standingText } from '#app/insights/monthly/components/monthly-text.ts'
import { getMonthly, type Monthly } from '#app/insights/monthly/get-monthly.server.ts'
import { findLink, monthlyToken } from '#app/insights/monthly/monthly-links.server.ts'
import { monthlyWords as words } from '#app/insights/monthly/monthly-words.ts'
import { env } from '#app/platform/env.server.ts'
import { translator, type Translate } from '#app/platform/words.ts'
import { fewestToCompare } from '#app/statistics/interval.ts'
import { formats, type Formats } from '#app/ui/formats.ts'

/** Mail template `insights.monthly`: the figures that matter most, and the way to the page. */
export async function renderMonthly(ctx: Ctx, message: Message): Promise<Rendered> {
  const link = await findLink(ctx, monthlyToken(ctx, message.refId))
  if (!link) throw new Error(`the link ${message.refId} is gone`)
  const { language: locale, month } = link
  const page = await getMonthly(as(ctx, system('monthly')), { month, language: locale })
  const t = translator(locale)
  const format = formats(locale, page.zone)
  const url = `${env.PUBLIC_URL}/m/${monthlyToken(ctx, link.id)}`
  const mail = await renderStaffMail({
    locale,
    subject: t(words.subject, { month: format.month(month) }),
    facts: factsOf(t, format, page),
    body: t(words.mailBody, { month: format.month(month), at: format.dateTime(page.at) }),
    button: t(words.mailButton),
    url,
    note: t(words.mailNote, { day: format.date(link.expiresAt) }),
    organisation: page.organisation,
  })
  return {
    fromName: page.organisation,
    ...mail,
    // RFC 8058: mail programs offer a button that posts there without opening the page.
    ...(link.recipientId && {
      headers: { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
  }
}

function factsOf(t: Translate, format: Formats, { main, loop, month }: Monthly) {
  const facts: { name: string; value: string }[] = []
  if (main) {
    const { metric, score, rate } = main
    const few = score !== null && score.n < fewestToCompare
    const value = !score
      ? t(words.noAnswers)
      : few
        ? `${t(words.few, { fewest: fewestToCompare })} · n = ${format.number(score.n)}`
        : t(words.mailScore, {
            value: scoreText(format, metric, score.value),
            range: rangeText(t, format, metric, score),
          })
    facts.push({ name: t(words.score, { metric: metricText(t, metric), month: format.month(month) }), value })
    if (main.target !== null) facts.push({ name: t(words.targetHead), value: standingText(t, format, metric, main) })
    facts.push({
      name: t(words.rate),
      value: rate ? `${format.percent(rate.value)} · n = ${format.number(rate.n)}` : t(words.rateNone),
    })
  }
  facts.push({
    name: t(words.loop),
    value: [
      `${t(words.opened)} ${format.number(loop.opened)}`,
      `${t(words.closed)} ${format.number(loop.closed)}`,
      loop.contactMinutes === null
        ? null
        : `${t(words.firstContact)} ${loop.contactedInTime ? format.percent(loop.contactedInTime.value) : '–'}, ${t(words.typically, { time: spanText(t, format, loop.contactMinutes), n: format.number(loop.contacted) })}`,
    ]
      .filter(Boolean)
      .join(' · '),
  })
  return facts
}
