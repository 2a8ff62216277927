import { eq } from 'drizzle-orm'
import { gatherMyData } from '#app/answering/my-data/gather-my-data.server.ts'
import type { SectionKey } from '#app/answering/my-data/my-data.ts'
import { erasePage, myDataPage, plainPage, type MyData } from '#app/answering/my-data/my-data-page.ts'
import { isAlive, linkMinutes, openMyDataToken, type MyDataLink } from '#app/answering/my-data/token.server.ts'
import { makePageNonce } from '#app/answering/page-nonce.server.ts'
import type { Place } from '#app/answering/page.ts'
import { ownPageReply as reply, placeOf } from '#app/answering/place.server.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { as, read, type Ctx } from '#app/audit/context.server.ts'
import { languages } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'
import { contacts } from '#db/schema/accounts.ts'

/** Things of one section on the page; all of them are in the download. */
const mostShown = 50

export type Person = typeof contacts.$inferSelect

/** `GET /me/:token`: what is kept about somebody, or why this link opens nothing. It changes nothing, whoever calls. */
export async function showMyData(visit: Visit): Promise<Reply> {
  const open = await openMyData(visit, visit.query.get('lang'))
  if ('closed' in open) return open.closed
  const { place, person } = open
  if (visit.query.get('page') === 'erase')
    return reply(visit, erasePage(place, { nonce: makePageNonce(visit, 'me', person.id) }))
  return listMyData(visit, place, person)
}

/** The page itself. `say`: what was just done, or could not be. */
export async function listMyData(visit: Visit, place: Place, person: Person, say: string | null = null, status = 200) {
  const items: MyData['items'] = []
  const left: MyData['left'] = {}
  const seen: Partial<Record<SectionKey, number>> = {}
  for await (const item of gatherMyData(asPerson(visit.ctx, person.id), person.id, place.locale)) {
    const n = (seen[item.section] = (seen[item.section] ?? 0) + 1)
    if (n <= mostShown) items.push(item)
    else left[item.section] = n - mostShown
  }
  const nonce = makePageNonce(visit, 'me', person.id)
  const { name, language, updatedAt: seenAt } = person
  return reply(visit, myDataPage(place, { name, language, seenAt, items, left, nonce, say }), status)
}

export const asPerson = (ctx: Ctx, id: string): Ctx => as(ctx, { kind: 'contact', id })

/** The person behind a link that is alive, or the page that says why it opens nothing. */
export async function openMyData(
  visit: Visit,
  asked: string | null,
): Promise<{ link: MyDataLink; person: Person; place: Place } | { closed: Reply }> {
  const { ctx } = visit
  const link = openMyDataToken(ctx.keys, visit.token)
  const [person] = link ? await read(ctx).select().from(contacts).where(eq(contacts.id, link.contactId)) : []
  const place = await placeFor(visit, person ?? null, asked)
  const t = translator(place.locale)
  const closed = (status: number, title: string, text: string, again = false) => ({
    closed: reply(visit, plainPage(place, { title, text, again }), status),
  })
  if (!link) return closed(404, t(words.unknown), t(words.unknownText))
  if (person?.state === 'erased') return closed(410, t(words.erased), t(words.erasedText))
  // Who is gone (merged with another record, say) looks like one whose time is over.
  if (!person || !isAlive(link, ctx.now()))
    return closed(410, t(words.meOver), t(words.meOverText, { n: linkMinutes }), true)
  return { link, person, place }
}

export const placeFor = (visit: Visit, person: Pick<Person, 'language'> | null, asked: string | null): Promise<Place> =>
  placeOf(visit, { asked, person: person?.language ?? null, spoken: languages })
