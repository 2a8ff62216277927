import { compile, type Markup } from '#app/answering/html.ts'
import type { Survey } from '#app/answering/page.ts'
import { takeBackPage, takenBackPage, type TakeBackSlots } from '#app/answering/take-back-page.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import { unsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import type { Language } from '#app/platform/languages.ts'
import type { PageInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { makeNonce } from '#app/responses/nonce.server.ts'

/** A nonce of the survey page takes nothing back: only the page that asks once more makes one that does. */
export const purposeOf = (invitationId: string) => `take back ${invitationId}`

/** The page that asks once more. */
export function askTakeBack(
  visit: Visit,
  { invitation, survey }: { invitation: PageInvitation; survey: Survey },
  { locale, again = false }: { locale: Language; again?: boolean },
): Reply {
  const page = takeBackPage(survey, { locale, score: invitation.score!, again })
  return reply(visit, invitation, page, again ? 202 : 200)
}

export const sayTakenBack = (
  visit: Visit,
  { invitation, survey }: { invitation: PageInvitation; survey: Survey },
  locale: Language,
): Reply => reply(visit, invitation, takenBackPage(survey, { locale }), 200)

function reply(visit: Visit, invitation: PageInvitation, page: Markup, status: number): Reply {
  const { ctx } = visit
  const fill = compile<TakeBackSlots>(page)
  const nonce = makeNonce(ctx.keys, purposeOf(invitation.id), ctx.now())
  const action = `/s/${visit.token}`
  const unsubscribe = `/u/${unsubscribeToken(ctx.keys, invitation)}`
  return htmlReply(fill({ cspNonce: visit.cspNonce, nonce, action, unsubscribe }), status)
}
