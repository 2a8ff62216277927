import { eq } from 'drizzle-orm'
import { openPersonToken } from '#app/advocacy/rewards/person-token.server.ts'
import { gatherMine } from '#app/answering/mine/gather-mine.server.ts'
import { mineNotice, minePage, type MinePlace } from '#app/answering/mine/mine-page.ts'
import { makePageNonce } from '#app/answering/page-nonce.server.ts'
import { ownPageReply as reply, placeOf } from '#app/answering/place.server.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { answeringWords } from '#app/answering/words.ts'
import { as, read } from '#app/audit/context.server.ts'
import { listPreferences } from '#app/delivery/list-preferences.server.ts'
import { locales, translator } from '#app/platform/words.ts'
import { contacts } from '#db/schema/accounts.ts'

export type Owner = Pick<typeof contacts.$inferSelect, 'id' | 'name' | 'language'>

/** `GET /mine/:token`: a person's own page. It changes nothing, whoever calls. */
export async function showMine(visit: Visit): Promise<Reply> {
  const open = await openMine(visit, visit.query.get('lang'))
  if ('closed' in open) return open.closed
  return mineReply(visit, open.place, open.person, { stopOpen: visit.query.has('stop') })
}

/** The page as it is now. */
export async function mineReply(
  visit: Visit,
  place: MinePlace,
  person: Owner,
  { say = null, stopOpen = false, status = 200 }: { say?: string | null; stopOpen?: boolean; status?: number } = {},
): Promise<Reply> {
  const ctx = as(visit.ctx, { kind: 'contact', id: person.id })
  const wishes = await listPreferences(ctx, person.id)
  const of = {
    ...(await gatherMine(ctx, person.id, place.locale)),
    name: person.name,
    stopped: wishes.some((wish) => wish.scope === 'asks' && wish.choice === 'off'),
    stopOpen,
    nonce: makePageNonce(visit, 'mine', person.id),
    say,
  }
  return reply(visit, minePage(place, of), status)
}

/** The person behind a link, or a page that says that it opens nothing: of a forged link, and of who is gone, the same. */
export async function openMine(
  visit: Visit,
  lang: string | null,
): Promise<{ person: Owner; place: MinePlace } | { closed: Reply }> {
  const id = openPersonToken(visit.ctx.keys, visit.token)
  const [found] = id === null ? [] : await read(visit.ctx).select().from(contacts).where(eq(contacts.id, id))
  const person = found && found.state !== 'erased' ? found : null
  const place = await placeOf(visit, { asked: lang, person: person?.language ?? null, spoken: locales })
  if (person) return { person, place }
  const t = translator(place.locale)
  return { closed: reply(visit, mineNotice(place, t(answeringWords.unknown), t(answeringWords.unknownText)), 404) }
}
