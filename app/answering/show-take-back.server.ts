import { compile, type Markup } from '#app/answering/html.ts'
import type { Survey } from '#app/answering/page.ts'
import { takeBackPage, takenBackPage, type TakeBackSlots } from '#app/answering/take-back-page.ts'
import { unsubscribePath } from '#app/answering/links.server.ts'
import { makePageNonce } from '#app/answering/page-nonce.server.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import type { Language } from '#app/platform/languages.ts'
import { isUninvited, type PageInvitation } from '#app/responses/get-answering-invitation.server.ts'

/** The page that asks once more: only it makes a nonce that takes an answer back. */
export function askTakeBack(
  visit: Visit,
  { invitation, survey }: { invitation: PageInvitation; survey: Survey },
  { locale, again = false }: { locale: Language; again?: boolean },
): Reply {
  const page = takeBackPage(survey, { locale, door: isUninvited(invitation), score: invitation.score!, again })
  return reply(visit, invitation, page, again ? 202 : 200)
}

export const sayTakenBack = (
  visit: Visit,
  { invitation, survey }: { invitation: PageInvitation; survey: Survey },
  locale: Language,
): Reply => reply(visit, invitation, takenBackPage(survey, { locale, door: isUninvited(invitation) }), 200)

function reply(visit: Visit, invitation: PageInvitation, page: Markup, status: number): Reply {
  const fill = compile<TakeBackSlots>(page)
  const nonce = makePageNonce(visit, 'take back', invitation.id)
  const action = `/s/${visit.token}`
  const unsubscribe = unsubscribePath(visit, invitation)
  return htmlReply(fill({ cspNonce: visit.cspNonce, nonce, action, unsubscribe }), status)
}
