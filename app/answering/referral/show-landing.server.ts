import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { limitReferralVisits } from '#app/access/rate-limits.server.ts'
import { referralPath } from '#app/advocacy/referrals/code.ts'
import { countVisit, openReferralLink, type Opened } from '#app/advocacy/referrals/receive-referral.server.ts'
import { compile, type Markup } from '#app/answering/html.ts'
import { makePageNonce } from '#app/answering/page-nonce.server.ts'
import {
  landingPage,
  landingThanks,
  noLandingPage,
  type Landing,
  type LandingField,
  type Typed,
} from '#app/answering/referral/referral-page.ts'
import { localeFor } from '#app/answering/show-survey.server.ts'
import { comeAgain } from '#app/answering/trouble.server.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import { Refusal } from '#app/platform/errors.ts'
import { plain } from '#app/platform/http/guard.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Locale } from '#app/platform/words.ts'
import { isRobot } from '#app/responses/record-touches.server.ts'

/** `GET /r/:code`: who recommends us and a form, or why there is none. It keeps no lead, whoever calls; visits are counted after the reply. */
export async function showLanding(visit: Visit): Promise<Reply> {
  const landing = await landingFor(visit, visit.query.get('lang'))
  const open = await openReferralLink(visit.ctx, visit.token)
  if (open.kind !== 'open') return noLanding(visit, landing, open.kind)
  if (visit.query.has('thanks')) return replyWith(visit, landingThanks(landing))
  if (isPerson(visit)) visit.afterReply(() => count(visit, open.code))
  return showForm(visit, landing, open)
}

export async function landingFor(visit: Visit, asked: string | null): Promise<Landing> {
  const [brand, organisation] = [await getBrand(visit.ctx), await getOrganisation(visit.ctx)]
  return { locale: localeFor(visit, null, asked, ['en', 'ja']) as Locale, brand, organisation }
}

/** The form with a nonce of its own, and what was typed. */
export function showForm(
  visit: Visit,
  landing: Landing,
  { code, name }: Extract<Opened, { kind: 'open' }>,
  again: { typed?: Typed; errors?: Partial<Record<LandingField, string>>; say?: string; status?: number } = {},
): Reply {
  const { status = 200, ...form } = again
  const nonce = makePageNonce(visit, 'refer', code)
  // Not to the address of the page: see `answerPath`.
  const made = landingPage(landing, { ...form, name, nonce, action: `${referralPath(code)}?sent` })
  return replyWith(visit, made, status)
}

export const noLanding = (visit: Visit, landing: Landing, why: 'unknown' | 'revoked'): Reply =>
  replyWith(visit, noLandingPage(landing, why), why === 'unknown' ? 404 : 410)

export const replyWith = (visit: Visit, made: Markup, status = 200): Reply =>
  htmlReply(compile<'cspNonce'>(made)({ cspNonce: visit.cspNonce }), status, comeAgain(status))

/** Neither a program that says so, nor a browser that loads what nobody looks at yet. */
const isPerson = (visit: Visit): boolean =>
  visit.method === 'GET' &&
  !isRobot(visit.header('user-agent') ?? '') &&
  !/prefetch|preview/i.test(`${visit.header('sec-purpose') ?? ''} ${visit.header('purpose') ?? ''}`)

async function count(visit: Visit, code: string): Promise<void> {
  try {
    await limitReferralVisits(visit.remoteAddress)
    await countVisit(visit.ctx, code)
  } catch (error) {
    if (!(error instanceof Refusal))
      log.error({ requestId: visit.requestId, err: plain(error) }, 'a visit to a referral link was not counted')
  }
}
