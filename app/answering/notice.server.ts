import { defaultBrand, getBrand } from '#app/access/get-organisation.server.ts'
import { compile, markup } from '#app/answering/html.ts'
import { noticePage } from '#app/answering/notice-page.ts'
import { comeAgain, troubleStatus, type Trouble } from '#app/answering/trouble.server.ts'
import { htmlReply, type Reply, type Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import type { Language, Phrase } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import type { Closed } from '#app/responses/get-answering-invitation.server.ts'

/** What can stand in the way of a survey, beside its invitation. */
export type Odd = Closed | Trouble | 'doorShut' | 'doorReplaced' | 'notSaved'

const notices: Record<Odd, { status: number; title: Phrase; text: Phrase }> = {
  // An altered link and one of an invitation that is gone look alike, so that nobody learns which exist.
  unknown: { status: 404, title: words.unknown, text: words.unknownText },
  erased: { status: 410, title: words.erased, text: words.erasedText },
  revoked: { status: 410, title: words.revoked, text: words.revokedText },
  expired: { status: 410, title: words.expired, text: words.expiredText },
  cancelled: { status: 410, title: words.cancelled, text: words.cancelledText },
  doorShut: { status: 410, title: words.doorShut, text: words.doorShutText },
  doorReplaced: { status: 410, title: words.revoked, text: words.doorReplacedText },
  tooOften: { status: troubleStatus.tooOften, title: words.survey, text: words.tooOften },
  busy: { status: troubleStatus.busy, title: words.survey, text: words.busy },
  notSaved: { status: troubleStatus.busy, title: words.offTitle, text: words.notSaved },
}

/** A page that says kindly why there is no survey, and gives back what was typed. */
export async function noticeReply(
  visit: Visit,
  why: Odd,
  {
    locale,
    typed = null,
    wishes = null,
  }: { locale: Language; typed?: string | null; /** Where the person's wishes and data are. */ wishes?: string | null },
): Promise<Reply> {
  const { status, title, text } = notices[why]
  const t = translator(locale)
  const brand = await getBrand(visit.ctx).catch(() => defaultBrand)
  const more = wishes && markup`<nav><a href="${wishes}">${t(words.insteadOther)}</a></nav>`
  const page = noticePage(brand, { locale, title: t(title), text: t(text), typed: typed || null }, more)
  const fill = compile<'cspNonce'>(page)
  return htmlReply(fill({ cspNonce: visit.cspNonce }), status, comeAgain(status))
}
