import { getSurvey } from '#app/answering/get-survey.server.ts'
import { noticeReply } from '#app/answering/notice.server.ts'
import { localeFor, touchOf } from '#app/answering/show-survey.server.ts'
import { show, showWishes, type OpenUnsubscribe } from '#app/answering/show-wishes.server.ts'
import { takeWish } from '#app/answering/take-wish.server.ts'
import { resubscribedPage, unsubscribedPage, type Scope } from '#app/answering/unsubscribe-page.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { as } from '#app/audit/context.server.ts'
import { openUnsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { languages } from '#app/platform/languages.ts'
import { plain } from '#app/platform/http/guard.server.ts'
import { log } from '#app/platform/log.server.ts'
import { getPageInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { leaveTouch } from '#app/responses/record-touches.server.ts'

/** `GET /u/:token`: a page with a button. It changes nothing, whoever calls; it leaves a touch after the reply. */
export async function showUnsubscribe(visit: Visit): Promise<Reply> {
  const open = await openUnsubscribe(visit)
  if ('closed' in open) return open.closed
  const { invitation, survey } = open
  const touch = touchOf(visit, invitation, { score: null, what: 'unsubscribe' })
  visit.afterReply(async () => leaveTouch(visit.ctx, touch))
  const locale = localeFor(visit, invitation, visit.query.get('lang'), survey.languages)
  return showWishes(visit, open, { locale, open: visit.query.has('notme') ? 'colleague' : null })
}

/**
 * `POST /u/:token`: stops the surveys, takes that back, or does what else was wished. Mail programs post `List-Unsubscribe=One-Click` (RFC 8058)
 * from anywhere, without cookies; the link alone is the proof.
 */
export async function takeUnsubscribe(visit: Visit): Promise<Reply> {
  const fields = new URLSearchParams((await visit.body()).text)
  try {
    const open = await openUnsubscribe(visit)
    if ('closed' in open) return open.closed
    const { invitation, survey, contactId } = open
    const locale = localeFor(visit, invitation, fields.get('lang'), survey.languages)
    if (fields.has('act')) return await takeWish(visit, open, fields, locale)
    const undo = fields.get('undo')
    const scope: Scope = (undo ?? fields.get('scope')) === 'program' ? 'program' : 'all'
    await setPreference(as(visit.ctx, { kind: 'contact', id: contactId }), {
      contactId,
      scope: scope === 'all' ? 'all' : `program:${invitation.programId}`,
      choice: undo === null ? 'off' : null,
      source: fields.get('List-Unsubscribe') === 'One-Click' ? 'one_click' : 'unsubscribe',
    })
    return show(
      visit,
      undo === null ? unsubscribedPage(survey, { locale, scope }) : resubscribedPage(survey, { locale }),
    )
  } catch (error) {
    log.error({ requestId: visit.requestId, err: plain(error) }, 'a wish to receive less could not be saved')
    return noticeReply(visit, 'notSaved', { locale: localeFor(visit, null, fields.get('lang'), languages) })
  }
}

async function openUnsubscribe(visit: Visit): Promise<OpenUnsubscribe | { closed: Reply }> {
  const link = openUnsubscribeToken(visit.ctx.keys, visit.token)
  const invitation = link && (await getPageInvitation(visit.ctx, link.id))
  const survey = invitation && (await getSurvey(visit.ctx, invitation.versionId))
  if (invitation?.contactId && survey) return { invitation, survey, contactId: invitation.contactId }
  return {
    closed: await noticeReply(visit, 'unknown', { locale: localeFor(visit, null, visit.query.get('lang'), languages) }),
  }
}
