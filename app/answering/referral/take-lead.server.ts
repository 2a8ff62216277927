import { limitReferrals } from '#app/access/rate-limits.server.ts'
import { emailAddress } from '#app/accounts/email-address.ts'
import { referralPath } from '#app/advocacy/referrals/code.ts'
import { openReferralLink, receiveReferral } from '#app/advocacy/referrals/receive-referral.server.ts'
import { leadInput, longestCompany, longestMessage } from '#app/advocacy/referrals/referral.ts'
import { judgePageNonce } from '#app/answering/page-nonce.server.ts'
import { landingFields, type Landing, type LandingField, type Typed } from '#app/answering/referral/referral-page.ts'
import { landingFor, noLanding, showForm } from '#app/answering/referral/show-landing.server.ts'
import { landingWords as words } from '#app/answering/referral/words.ts'
import { troubleOf, troubleStatus } from '#app/answering/trouble.server.ts'
import { seeOther, type Reply, type Visit } from '#app/answering/visit.ts'
import { answeringWords } from '#app/answering/words.ts'
import { DAY } from '#app/platform/day.ts'
import { translator, type Translate } from '#app/platform/words.ts'

/** A page that lay open for longer is pressed once more. */
const longestOpen = 7 * DAY

/** `POST /r/:code`: keeps a lead and says thanks, the same whoever it is. Whatever was sent, the reply is a page with what was typed. */
export async function takeLead(visit: Visit): Promise<Reply> {
  const sent = await visit.body()
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(visit.header('content-type') ?? '')
  const fields = new URLSearchParams(isForm ? sent.text : '')
  const landing = await landingFor(visit, fields.get('lang'))
  const open = await openReferralLink(visit.ctx, visit.token)
  if (open.kind !== 'open') return noLanding(visit, landing, open.kind)
  const typed: Typed = Object.fromEntries(landingFields.map((field) => [field, fields.get(field) ?? '']))
  const t = translator(landing.locale)
  const again = (say: string, status: number, errors?: Partial<Record<LandingField, string>>) =>
    showForm(visit, landing, open, { typed, errors, say, status })
  if (!isForm) return again(t(answeringWords.notAForm), 400)
  if (!sent.whole) return again(t(answeringWords.tooLarge), 413)
  const errors = faultsOf(typed, t)
  if (Object.keys(errors).length) return again(t(words.check), 422, errors)
  const age = judgePageNonce(visit, 'refer', open.code, fields.get('nonce'), longestOpen)
  if (age !== 'good') return again(t(answeringWords.pressAgain), age === 'young' ? 202 : 400)
  try {
    await limitReferrals(visit.remoteAddress, open.code)
    return await keep(visit, landing, open.code, typed, (fields.get('website') ?? '') !== '')
  } catch (error) {
    const why = troubleOf(visit, error, 'a lead could not be saved')
    return again(t(words[why]), troubleStatus[why])
  }
}

async function keep(visit: Visit, landing: Landing, code: string, typed: Typed, machine: boolean): Promise<Reply> {
  const outcome = await receiveReferral(visit.ctx, {
    name: typed.name!,
    email: typed.email!,
    company: typed.company!,
    message: typed.message,
    code,
    language: landing.locale,
    agreed: true,
    machine,
  })
  if (outcome !== 'kept') return noLanding(visit, landing, outcome)
  return seeOther(`${referralPath(code)}?thanks=1&lang=${landing.locale}`)
}

/** What is wrong with each field, in words. */
function faultsOf(typed: Typed, t: Translate): Partial<Record<LandingField, string>> {
  const { name, company, message } = leadInput.shape
  const tooLong = (most: number) => t(words.tooLong, { most })
  const wrong: Partial<Record<LandingField, string>> = {}
  if (!name.safeParse(typed.name).success) wrong.name = typed.name!.length > 200 ? tooLong(200) : t(words.nameMissing)
  if (!emailAddress(typed.email!)) wrong.email = t(words.emailWrong)
  if (!company.safeParse(typed.company).success)
    wrong.company = typed.company!.length > longestCompany ? tooLong(longestCompany) : t(words.companyMissing)
  if (!message.safeParse(typed.message).success) wrong.message = tooLong(longestMessage)
  if (typed.agreed !== 'yes') wrong.agreed = t(words.agreeMissing)
  return wrong
}
