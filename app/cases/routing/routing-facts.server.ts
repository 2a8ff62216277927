import { and, eq, sql } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { complainsAboutOwner } from '#app/cases/routing/complaint.ts'
import type { RouteFacts } from '#app/cases/routing/routing-rule.ts'
import { loadMatcher } from '#app/responses/topics/load-matcher.server.ts'
import type { Language } from '#db/enums/platform.ts'
import type { Severity } from '#db/enums/surveys.ts'
import { accounts } from '#db/schema/accounts.ts'
import { responses, responseTopics } from '#db/schema/responses.ts'
import { voices } from '#db/schema/voices.ts'
import { statement } from '#db/statement.ts'

/** What a case is about, as far as somebody is chosen by it. */
export interface RouteAbout {
  account: { id?: string; ownerId: string | null } | null
  /** The colleague from whom the answer is kept. */
  keptFrom?: string | null
  /** Everybody from whom an answer of its open case is kept. */
  never?: readonly string[]
  severity?: Severity | null
  /** The answer or what was heard elsewhere; or, to try it out, what it would be. */
  said?:
    | { responseId: string }
    | { voiceId: string }
    | { language: Language | null; topicIds: string[]; aboutOwner: boolean }
  /** Instead of the account's own, to try it out. */
  segment?: { tier: string | null; region: string | null; industry: string | null }
}

const p = sql.placeholder
const findAnswer = statement((db) =>
  db
    .select({
      words: responses.comment,
      language: responses.language,
      taggedAt: responses.taggedAt,
      ownerId: responses.ownerId,
    })
    .from(responses)
    .where(eq(responses.id, p('id'))),
)
const findTopics = statement((db) =>
  db
    .select({ id: responseTopics.topicId })
    .from(responseTopics)
    .where(and(eq(responseTopics.responseId, p('id')), eq(responseTopics.present, true))),
)
const findVoice = statement((db) =>
  db
    .select({ words: voices.text, language: voices.language })
    .from(voices)
    .where(eq(voices.id, p('id'))),
)
const findSegment = statement((db) =>
  db
    .select({ tier: accounts.tier, region: accounts.region, industry: accounts.industry })
    .from(accounts)
    .where(eq(accounts.id, p('id'))),
)

/** Everything that a rule may ask for. `withTopics`: some rule asks for topics, which are found here when they aren't yet. */
export async function routeFacts(ctx: Ctx, about: RouteAbout, withTopics: boolean): Promise<RouteFacts> {
  const [found] = about.segment
    ? [about.segment]
    : about.account?.id
      ? await findSegment(read(ctx), { id: about.account.id })
      : []
  const nowhere = { tier: null, region: null, industry: null }
  return { ...nowhere, ...found, severity: about.severity ?? null, ...(await saidOf(ctx, about, withTopics)) }
}

type Said = Pick<RouteFacts, 'language' | 'topicIds' | 'aboutOwner'>

async function saidOf(ctx: Ctx, { account, said }: RouteAbout, withTopics: boolean): Promise<Said> {
  if (!said) return { language: null, topicIds: new Set(), aboutOwner: false }
  if ('aboutOwner' in said) return { ...said, topicIds: new Set(said.topicIds) }
  const [row] =
    'responseId' in said
      ? await findAnswer(read(ctx), { id: said.responseId })
      : (await findVoice(read(ctx), { id: said.voiceId })).map((voice) => ({ ...voice, taggedAt: null, ownerId: null }))
  const words = row?.words ?? null
  // Whoever owned the account when it was asked is the one complained about.
  const ofToday = row?.ownerId == null || row.ownerId === account?.ownerId
  return {
    language: row?.language ?? null,
    topicIds: new Set(withTopics ? await topicsOf() : []),
    aboutOwner: ofToday && words !== null && complainsAboutOwner(words),
  }

  /** A comment that was just written has none yet. */
  async function topicsOf(): Promise<Iterable<string>> {
    if (words === null) return []
    if (row!.taggedAt !== null && 'responseId' in said!)
      return (await findTopics(read(ctx), { id: said.responseId })).map(({ id }) => id)
    return (await loadMatcher(ctx)).matcher.topicsOf(words).keys()
  }
}
