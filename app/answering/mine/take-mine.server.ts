import { withdrawConsent } from '#app/advocacy/withdraw-consent.server.ts'
import { askPageWords } from '#app/answering/ask/words.ts'
import type { MinePlace } from '#app/answering/mine/mine-page.ts'
import { mineReply, openMine, type Owner } from '#app/answering/mine/show-mine.server.ts'
import { mineWords as words } from '#app/answering/mine/words.ts'
import { judgePageNonce } from '#app/answering/page-nonce.server.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { answeringWords } from '#app/answering/words.ts'
import { as } from '#app/audit/context.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { DAY } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import { translator } from '#app/platform/words.ts'
import { askKinds } from '#db/enums/advocacy.ts'

/**
 * `POST /mine/:token`: takes a consent back, or the wish to be asked for nothing. Mail programs post
 * `List-Unsubscribe=One-Click` (RFC 8058) from anywhere, without cookies; everything else needs the page's own nonce.
 */
export async function takeMine(visit: Visit): Promise<Reply> {
  const fields = new URLSearchParams((await visit.body()).text)
  const open = await openMine(visit, fields.get('lang'))
  if ('closed' in open) return open.closed
  const { person, place } = open
  const t = translator(place.locale)
  if (fields.get('List-Unsubscribe') === 'One-Click') {
    await wish(visit, person, 'off', 'one_click')
    return mineReply(visit, place, person, { say: t(askPageWords.stopped), stopOpen: true })
  }
  if (judgePageNonce(visit, 'mine', person.id, fields.get('nonce'), DAY) !== 'good')
    return mineReply(visit, place, person, { say: t(answeringWords.pressAgain), status: 202 })
  return act(visit, place, person, fields)
}

async function act(visit: Visit, place: MinePlace, person: Owner, fields: URLSearchParams): Promise<Reply> {
  const t = translator(place.locale)
  const said = fields.get('act')
  if (said === 'stop' || said === 'undo-stop') {
    await wish(visit, person, said === 'stop' ? 'off' : null, 'mine')
    const say = t(said === 'stop' ? askPageWords.stopped : askPageWords.resumed)
    return mineReply(visit, place, person, { say, stopOpen: said === 'stop' })
  }
  const kind = askKinds.find((one) => one === fields.get('kind'))
  if (said !== 'withdraw' || !kind)
    return mineReply(visit, place, person, { say: t(answeringWords.notAForm), status: 400 })
  try {
    await withdrawConsent(as(visit.ctx, { kind: 'contact', id: person.id }), { contactId: person.id, kind })
  } catch (error) {
    // Pressed twice, it is taken back all the same.
    if (!(error instanceof Refusal && error.code === 'consent_gone')) throw error
  }
  return mineReply(visit, place, person, { say: t(words.withdrawn) })
}

const wish = (visit: Visit, { id }: Owner, choice: 'off' | null, source: string) =>
  setPreference(as(visit.ctx, { kind: 'contact', id }), { contactId: id, scope: 'asks', choice, source })
