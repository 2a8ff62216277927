import { correctOwnDetails } from '#app/accounts/correct-own-details.server.ts'
import { askMyData } from '#app/answering/my-data/ask-my-data.server.ts'
import { plainPage, surePage } from '#app/answering/my-data/my-data-page.ts'
import { asPerson, listMyData, openMyData, placeFor, type Person } from '#app/answering/my-data/show-my-data.server.ts'
import { openMyDataToken } from '#app/answering/my-data/token.server.ts'
import { noticeReply } from '#app/answering/notice.server.ts'
import type { Place } from '#app/answering/page.ts'
import { ownPageReply as reply } from '#app/answering/place.server.ts'
import { judgePageNonce, makePageNonce } from '#app/answering/page-nonce.server.ts'
import { localeFor } from '#app/answering/show-survey.server.ts'
import { seeOther, type Reply, type Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { eraseContact } from '#app/loop/erase-contact.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { plain } from '#app/platform/http/guard.server.ts'
import { isLanguage, languages } from '#app/platform/languages.ts'
import { log } from '#app/platform/log.server.ts'
import { translator } from '#app/platform/words.ts'

/** `POST /me/:token`: corrects, erases after two questions, or mails a new link. Whatever was sent, the reply is a page. */
export async function takeMyData(visit: Visit): Promise<Reply> {
  const fields = new URLSearchParams((await visit.body()).text)
  const asked = fields.get('lang')
  try {
    if (fields.get('act') === 'again') return await sendAgain(visit, asked)
    const open = await openMyData(visit, asked)
    if ('closed' in open) return open.closed
    const { place, person } = open
    const act = fields.get('act')
    if (act === 'erase') return await erase(visit, place, person, fields)
    const t = translator(place.locale)
    if (judgePageNonce(visit, 'me', person.id, fields.get('nonce')) !== 'good')
      return await listMyData(visit, place, person, t(words.pressAgain), 202)
    if (act === 'sure') return askSure(visit, place, person, false)
    if (act === 'correct') return await correct(visit, place, person, fields)
    return await listMyData(visit, place, person, t(words.notAForm), 400)
  } catch (error) {
    if (!(error instanceof Refusal)) log.error({ requestId: visit.requestId, err: plain(error) }, 'my data failed')
    return noticeReply(visit, 'notSaved', { locale: localeFor(visit, null, asked, languages) })
  }
}

/** Says the same, whoever it is and whether or not anything was sent. */
async function sendAgain(visit: Visit, asked: string | null): Promise<Reply> {
  const link = openMyDataToken(visit.ctx.keys, visit.token)
  const place = await placeFor(visit, null, asked)
  const t = translator(place.locale)
  if (!link) return reply(visit, plainPage(place, { title: t(words.unknown), text: t(words.unknownText) }), 404)
  await askMyData(asPerson(visit.ctx, link.contactId), link.contactId)
  return reply(visit, plainPage(place, { title: t(words.meOnItsWay), text: t(words.meOnItsWayText) }))
}

async function correct(visit: Visit, place: Place, person: Person, fields: URLSearchParams): Promise<Reply> {
  const t = translator(place.locale)
  const language = fields.get('language')
  try {
    await correctOwnDetails(asPerson(visit.ctx, person.id), {
      contactId: person.id,
      seenAt: Number(fields.get('seen')),
      name: fields.get('name') ?? '',
      language: isLanguage(language) ? language : null,
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const say = error.status === 409 ? t(words.meChanged) : t(words.meNameWrong)
    return listMyData(visit, place, person, say, error.status)
  }
  return seeOther(`/me/${visit.token}${isLanguage(language) ? `?lang=${language}` : ''}`)
}

function askSure(visit: Visit, place: Place, person: Person, again: boolean): Reply {
  const nonce = makePageNonce(visit, 'erase', person.id)
  return reply(visit, surePage(place, { nonce, again }), again ? 202 : 200)
}

/** Only the second page makes a nonce that erases. */
async function erase(visit: Visit, place: Place, person: Person, fields: URLSearchParams): Promise<Reply> {
  if (judgePageNonce(visit, 'erase', person.id, fields.get('nonce')) !== 'good')
    return askSure(visit, place, person, true)
  await eraseContact(asPerson(visit.ctx, person.id), { contactId: person.id })
  const t = translator(place.locale)
  return reply(visit, plainPage(place, { title: t(words.erased), text: t(words.erasedText) }))
}
