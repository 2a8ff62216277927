import { eq } from 'drizzle-orm'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { after, answers, type AskAnswer } from '#app/advocacy/asking/ask.ts'
import { openCodeOf } from '#app/advocacy/asking/give-referral-link.server.ts'
import { openAskToken } from '#app/advocacy/asking/ask-token.server.ts'
import { personToken } from '#app/advocacy/rewards/person-token.server.ts'
import { askConsent } from '#app/advocacy/asking/consent-of-ask.server.ts'
import { askKindAt } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { askNotice, askPage, type AskPlace, type AskView } from '#app/answering/ask/ask-page.ts'
import { askPageWords as words } from '#app/answering/ask/words.ts'
import { makePageNonce } from '#app/answering/page-nonce.server.ts'
import { ownPageReply as reply, placeOf } from '#app/answering/place.server.ts'
import type { Reply, Visit } from '#app/answering/visit.ts'
import { answeringWords } from '#app/answering/words.ts'
import { as, read } from '#app/audit/context.server.ts'
import { listPreferences } from '#app/delivery/list-preferences.server.ts'
import { env } from '#app/platform/env.server.ts'
import { locales, translator } from '#app/platform/words.ts'
import { formats } from '#app/ui/formats.ts'
import { users } from '#db/schema/access.ts'
import { contacts } from '#db/schema/accounts.ts'
import { asks } from '#db/schema/advocacy-asks.ts'

export type OpenAsk = NonNullable<Awaited<ReturnType<typeof findAsk>>>

async function findAsk(visit: Visit, askId: string) {
  const [row] = await read(visit.ctx)
    .select({
      id: asks.id,
      kind: asks.kind,
      version: asks.version,
      state: asks.state,
      subject: asks.subject,
      body: asks.body,
      language: asks.language,
      laterAt: asks.laterAt,
      contactId: asks.contactId,
      person: contacts.state,
      contactLanguage: contacts.language,
      sender: users.name,
    })
    .from(asks)
    .innerJoin(contacts, eq(contacts.id, asks.contactId))
    .leftJoin(users, eq(users.id, asks.holderId))
    .where(eq(asks.id, askId))
  return row
}

/** `GET /ask/:token`: what is asked, and the buttons to answer. It changes nothing, whoever calls. */
export async function showAsk(visit: Visit): Promise<Reply> {
  const open = await openAsk(visit, visit.query.get('lang'))
  if ('closed' in open) return open.closed
  return askReply(visit, open.place, open.ask, { stopOpen: visit.query.has('stop') })
}

/** The page of an ask as it is now. */
export async function askReply(
  visit: Visit,
  place: AskPlace,
  ask: OpenAsk,
  { say = null, stopOpen = false, status = 200 }: { say?: string | null; stopOpen?: boolean; status?: number } = {},
): Promise<Reply> {
  const t = translator(place.locale)
  const wishes = await listPreferences(as(visit.ctx, { kind: 'contact', id: ask.contactId }), ask.contactId)
  const language = place.locale
  const { zone } = await getOrganisation(visit.ctx)
  const of: AskView = {
    sender: ask.sender ?? place.brand.name,
    subject: ask.subject ?? t(words.title, { company: place.brand.name }),
    body: ask.body ?? '',
    consent: askConsent(ask.kind, (await askKindAt(visit.ctx, ask.kind, ask.version)).content, language).replaceAll(
      '{company}',
      place.brand.name,
    ),
    said: saidOf(ask.state),
    laterDate: ask.laterAt === null ? null : formats(language, zone).date(ask.laterAt),
    stopped: wishes.some((wish) => wish.scope === 'asks' && wish.choice === 'off'),
    nonce: makePageNonce(visit, 'ask', ask.id),
    link: await linkOf(visit, ask),
    say,
    stopOpen,
    mine:
      saidOf(ask.state) === 'accept' ? `/mine/${personToken(visit.ctx.keys, ask.contactId)}?lang=${language}` : null,
  }
  const isOver = answers.every((answer) => after(ask.state, answer) === null)
  const shown = isOver ? askNotice(place, { title: t(words.over), text: t(words.overText), of }) : askPage(place, of)
  return reply(visit, shown, status)
}

/** Only who has agreed sees it: who took the yes back is asked anew. */
async function linkOf(visit: Visit, ask: OpenAsk): Promise<string | null> {
  if (ask.kind !== 'referral' || ask.state !== 'accepted') return null
  const code = await openCodeOf(visit.ctx, ask.contactId)
  return code === null ? null : `${env.PUBLIC_URL}/r/${code}`
}

function saidOf(state: OpenAsk['state']): AskAnswer | null {
  return state === 'accepted' ? 'accept' : state === 'declined' ? 'decline' : state === 'later' ? 'later' : null
}

/** The ask behind a link, or a page that says that it opens none: of a forged link, and of one that was never sent, the same. */
export async function openAsk(
  visit: Visit,
  lang: string | null,
): Promise<{ ask: OpenAsk; place: AskPlace } | { closed: Reply }> {
  const askId = openAskToken(visit.ctx.keys, visit.token)
  const found = askId === null ? null : ((await findAsk(visit, askId)) ?? null)
  const ask =
    found && found.state !== 'reserved' && found.state !== 'lapsed' && found.person !== 'erased' ? found : null
  const place = await placeOf(visit, {
    asked: lang,
    person: ask && (ask.contactLanguage ?? ask.language),
    spoken: locales,
  })
  if (ask) return { ask, place }
  const t = translator(place.locale)
  const notice = { title: t(answeringWords.unknown), text: t(answeringWords.unknownText), of: null }
  return { closed: reply(visit, askNotice(place, notice), 404) }
}
