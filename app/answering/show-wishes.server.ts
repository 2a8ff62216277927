import { compile, type Markup } from '#app/answering/html.ts'
import type { Survey } from '#app/answering/page.ts'
import { unsubscribePage, type Scope, type Wishing } from '#app/answering/unsubscribe-page.ts'
import { makePageNonce } from '#app/answering/page-nonce.server.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import { as } from '#app/audit/context.server.ts'
import { listPreferences } from '#app/delivery/list-preferences.server.ts'
import type { PageInvitation } from '#app/responses/get-answering-invitation.server.ts'

export type OpenUnsubscribe = { invitation: PageInvitation; survey: Survey; contactId: string }

/** The page of wishes, as they stand. */
export async function showWishes(
  visit: Visit,
  { invitation, survey, contactId }: OpenUnsubscribe,
  view: Pick<Wishing, 'locale' | 'say' | 'open' | 'typed'>,
  status = 200,
): Promise<Reply> {
  const wishes = await listPreferences(as(visit.ctx, { kind: 'contact', id: contactId }), contactId)
  const has = (scope: string, choice: string) => wishes.some((wish) => wish.scope === scope && wish.choice === choice)
  const stopped: Scope | null = has('all', 'off')
    ? 'all'
    : has(`program:${invitation.programId}`, 'off')
      ? 'program'
      : null
  const nonce = makePageNonce(visit, 'wish', invitation.id)
  return show(
    visit,
    unsubscribePage(survey, { ...view, nonce, stopped, halved: has('all', 'half'), spared: has('asks', 'off') }),
    status,
  )
}

export const show = (visit: Visit, page: Markup, status = 200): Reply =>
  htmlReply(compile<'cspNonce'>(page)({ cspNonce: visit.cspNonce }), status)
