import { findAccounts, findPeople } from '#app/accounts/find-customers.server.ts'
import { can } from '#app/audit/can.ts'
import { authorise, type Ctx } from '#app/audit/context.server.ts'
import { findCases } from '#app/cases/find-cases.server.ts'
import { stateWords } from '#app/cases/words.ts'
import { findActions } from '#app/insights/find-actions.ts'
import { searchText } from '#app/platform/search-text.ts'
import { translator, type Locale } from '#app/platform/words.ts'
import { termsOf } from '#app/responses/grams.ts'
import { searchState } from '#app/responses/index-progress.server.ts'
import { listResponses } from '#app/responses/list-responses.server.ts'
import { snippetOf } from '#app/responses/snippet.ts'
import { responseWords } from '#app/responses/words.ts'
import { findPrograms } from '#app/surveys/find-programs.server.ts'
import { programStateWords } from '#app/surveys/words.ts'
import type { FoundGroup, FoundItem } from '#app/ui/found.ts'

/** Things of one kind that are shown. */
const most = 6
/** Companies and people of that name whose cases are looked up. */
const mostCustomers = 20
const ascii = /^[\x20-\x7e]*$/

/**
 * Everything that this actor may see and that fits the text: by kind, the best first. Without a text what can be done.
 * What a role can't open is not found, and the author of a comment is named only to who may know them.
 */
export async function findAnything(ctx: Ctx, typed: string | null, locale: Locale) {
  authorise(ctx, 'today.read')
  const q = searchText.parse(typed ?? undefined) ?? ''
  const actions: FoundGroup = { kind: 'action', items: findActions(ctx.actor, locale, q, q ? most : 12) }
  const groups: FoundGroup[] = []
  let partial = false
  if (q) {
    const known = can(ctx.actor, 'accounts.read')
    const people = known ? await findPeople(ctx, q, mostCustomers) : []
    const companies = known ? await findAccounts(ctx, q, mostCustomers) : []
    groups.push(peopleGroup(people, q), companyGroup(companies, q))
    if (can(ctx.actor, 'cases.read')) {
      const ids = { accountIds: companies.map((row) => row.id), contactIds: people.map((row) => row.id) }
      groups.push(await casesOf(ctx, { text: q, ...ids }, locale))
    }
    groups.push(await programs(ctx, q, locale))
    const comments = await commentsWith(ctx, q, locale)
    groups.push(comments.group)
    partial = comments.partial
  }
  // Who has typed a letter or two of a name is not shown the settings first.
  if (q.length > 2 || !q || !ascii.test(q)) groups.unshift(actions)
  else groups.push(actions)
  return {
    q,
    groups: groups.filter((group) => group.items.length > 0),
    partial,
    search: q ? await searchState(ctx) : ('complete' as const),
  }
}

const query = (path: string, values: Record<string, string>) => `${path}?${new URLSearchParams(values)}`
const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ') || undefined

function peopleGroup(rows: Awaited<ReturnType<typeof findPeople>>, q: string): FoundGroup {
  const items = rows.slice(0, most).map((row): FoundItem => ({ id: row.id, kind: 'person', to: `/contacts/${row.id}`, title: row.name, detail: joined(row.account, row.email) })) // prettier-ignore
  return { kind: 'person', items, more: rows.length > most ? query('/contacts', { q }) : undefined }
}

function companyGroup(rows: Awaited<ReturnType<typeof findAccounts>>, q: string): FoundGroup {
  const items = rows.slice(0, most).map((row): FoundItem => ({ id: row.id, kind: 'account', to: `/accounts/${row.id}`, title: row.name, detail: joined(row.domain, row.tier, row.region) })) // prettier-ignore
  return { kind: 'account', items, more: rows.length > most ? query('/accounts', { q }) : undefined }
}

async function casesOf(ctx: Ctx, asked: Parameters<typeof findCases>[1], locale: Locale): Promise<FoundGroup> {
  const t = translator(locale)
  const rows = await findCases(ctx, asked, most)
  const items = rows.map((row): FoundItem => ({
    id: row.id,
    kind: 'case',
    to: `/cases/${row.id}`,
    title: joined(row.account, row.people.join(', ')) ?? t(responseWords.unknownPerson),
    detail: joined(t(stateWords[row.state]), row.owner),
  }))
  return {
    kind: 'case',
    items,
    more: items.length === most ? query('/cases', { scope: 'all', q: asked.text }) : undefined,
  }
}

async function programs(ctx: Ctx, q: string, locale: Locale): Promise<FoundGroup> {
  const t = translator(locale)
  const rows = await findPrograms(ctx, q, most)
  const items = rows.map((row): FoundItem => ({ id: row.id, kind: 'program', to: `/programs/${row.id}`, title: row.name, detail: joined(row.metric.toUpperCase(), t(programStateWords[row.state])) })) // prettier-ignore
  return { kind: 'program', items }
}

async function commentsWith(ctx: Ctx, q: string, locale: Locale) {
  const t = translator(locale)
  const terms = termsOf(q)
  const { responses, next, lookedTo } = terms.length
    ? await listResponses(ctx, { q, limit: most })
    : { responses: [], next: null, lookedTo: null }
  const items = responses.map((row): FoundItem => {
    const quote = snippetOf(row.comment ?? '', terms)
    return {
      id: row.id,
      kind: 'comment',
      to: `/responses/${row.id}`,
      title: quote.before + quote.match + quote.after,
      quote,
      detail: joined(String(row.score), row.hidden ? t(responseWords.hiddenName) : joined(row.person, row.account), row.program), // prettier-ignore
    }
  })
  const group: FoundGroup = { kind: 'comment', items, more: next ? query('/responses', { q }) : undefined }
  return { group, partial: lookedTo !== null }
}
