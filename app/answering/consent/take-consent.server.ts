import { withdrawByLink } from '#app/advocacy/company/end-company-consent.server.ts'
import { openConsent, replyConsent } from '#app/answering/consent/show-consent.server.ts'
import { judgePageNonce } from '#app/answering/page-nonce.server.ts'
import { seeOther, type Reply, type Visit } from '#app/answering/visit.ts'
import { answeringWords } from '#app/answering/words.ts'
import { as } from '#app/audit/context.server.ts'
import { translator } from '#app/platform/words.ts'

/** `POST /c/:token`: the company takes back what it agreed to; pressed twice it has ended once. */
export async function takeConsent(visit: Visit): Promise<Reply> {
  const fields = new URLSearchParams((await visit.body()).text)
  const open = await openConsent(visit, fields.get('lang'))
  if ('closed' in open) return open.closed
  const { consent, place } = open
  const t = translator(place.locale)
  if (judgePageNonce(visit, 'consent', consent.id, fields.get('nonce')) !== 'good')
    return replyConsent(visit, open, { say: t(answeringWords.pressAgain), status: 202 })
  if (fields.get('act') !== 'withdraw')
    return replyConsent(visit, open, { say: t(answeringWords.notAForm), status: 400 })
  await withdrawByLink(as(visit.ctx, { kind: 'contact', id: consent.contactId }), consent.id)
  return seeOther(`/c/${visit.token}?lang=${place.locale}`)
}
