import { askMyData } from '#app/answering/my-data/ask-my-data.server.ts'
import { donePage, type Instead } from '#app/answering/unsubscribe-page.ts'
import { judgePageNonce, makePageNonce } from '#app/answering/page-nonce.server.ts'
import { show, showWishes, type OpenUnsubscribe } from '#app/answering/show-wishes.server.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { as, write } from '#app/audit/context.server.ts'
import { declineInvitation } from '#app/delivery/decline-invitation.server.ts'
import { setPreference } from '#app/delivery/set-preference.server.ts'
import { dropSuggestion, suggestColleague } from '#app/delivery/suggest-colleague.server.ts'
import { tellAlready } from '#app/loop/tell-already.server.ts'
import { DAY } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import type { Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

const acts = [
  'less',
  'asks',
  'colleague',
  'told',
  'me',
  'undo-less',
  'undo-asks',
  'undo-colleague',
  'undo-told',
] as const
type Act = (typeof acts)[number]
const isAct = (text: string | null): text is Act => acts.includes(text as Act)

/** What a person wishes instead of answering, from the page's own form. Whatever was sent, the reply is a page. */
export async function takeWish(
  visit: Visit,
  open: OpenUnsubscribe,
  fields: URLSearchParams,
  locale: Language,
): Promise<Reply> {
  const t = translator(locale)
  const invitationId = open.invitation.id
  const act = fields.get('act')
  if (!isAct(act)) return showWishes(visit, open, { locale, say: t(words.notAForm) }, 400)
  const part = act.replace('undo-', '') as Instead
  const field = (name: string) => fields.get(name) ?? ''
  const typed = { name: field('name'), email: field('email'), words: field('words') }
  const again = { locale, open: part, typed }
  if (judgePageNonce(visit, 'wish', invitationId, field('nonce'), DAY) !== 'good')
    return showWishes(visit, open, { ...again, say: t(words.pressAgain) }, 202)
  try {
    const text = await grant(visit, open, act, typed)
    const undo = act === part && part !== 'me' ? part : null
    const nonce = makePageNonce(visit, 'wish', invitationId)
    return show(visit, donePage(open.survey, { locale, nonce, text: t(text), undo }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const say = error.status === 429 ? t(words.insteadTooOften) : t(words.insteadWrong)
    return showWishes(visit, open, { ...again, say }, error.status)
  }
}

async function grant(
  visit: Visit,
  { invitation, contactId }: OpenUnsubscribe,
  act: Act,
  typed: { name: string; email: string; words: string },
) {
  const ctx = as(visit.ctx, { kind: 'contact', id: contactId })
  const invitationId = invitation.id
  const half = { contactId, scope: 'all', source: 'ask_less' }
  const spared = { contactId, scope: 'asks', source: 'ask_less' }
  switch (act) {
    case 'less':
      await setPreference(ctx, { ...half, choice: 'half' })
      return words.insteadLessDone
    case 'undo-less':
      await setPreference(ctx, { ...half, choice: null })
      return words.onAgain
    case 'asks':
      await setPreference(ctx, { ...spared, choice: 'off' })
      return words.insteadAsksDone
    case 'undo-asks':
      await setPreference(ctx, { ...spared, choice: null })
      return words.onAgain
    case 'colleague':
      await write(ctx, async (ctx) => {
        await declineInvitation(ctx, { invitationId, said: 'not_my_job' })
        if (typed.name.trim() || typed.email.trim()) await suggestColleague(ctx, { invitationId, ...typed })
      })
      return words.insteadColleagueDone
    case 'undo-colleague':
      await write(ctx, async (ctx) => {
        await declineInvitation(ctx, { invitationId, said: 'not_my_job', undo: true })
        await dropSuggestion(ctx, invitationId)
      })
      return words.onAgain
    case 'told':
      await tellAlready(ctx, { invitationId, words: typed.words })
      return words.insteadToldDone
    case 'undo-told':
      await tellAlready(ctx, { invitationId, words: '', undo: true })
      return words.onAgain
    case 'me':
      await askMyData(ctx, contactId)
      return words.meOnItsWayText
  }
}
