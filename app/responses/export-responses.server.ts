import { inArray } from 'drizzle-orm'
import { read, type Ctx } from '#app/audit/context.server.ts'
import { exportStep, understood, type ExportList } from '#app/audit/export/export-list.ts'
import { listResponses, type ListedResponse } from '#app/responses/list-responses.server.ts'
import type { Narrow } from '#app/responses/conditions.server.ts'
import { responseFilter, type ResponseQuery } from '#app/responses/response-filter.ts'
import { channelWords, responseWords as words, stateWords } from '#app/responses/words.ts'
import { classWords, metricWords } from '#app/ui/class-words.ts'
import { responses } from '#db/schema/responses.ts'

type Asked = Record<string, string>
type Snapshot = Pick<typeof responses.$inferSelect, 'id' | 'tier' | 'region' | 'industry' | 'plan' | 'stage'>
type Row = ListedResponse & Partial<Snapshot>

/** The list itself, so that no name comes out that the screen hides, and beside each answer what its own page shows. */
async function page(
  ctx: Ctx,
  filter: Asked,
  after: string | null,
  narrow?: Narrow,
): Promise<{ rows: Row[]; next: string | null }> {
  const asked = { ...(filter as ResponseQuery), after: after ?? undefined, limit: exportStep }
  const { responses: listed, next } = await listResponses(ctx, asked, narrow)
  const snapshots = await snapshotsOf(
    ctx,
    listed.map(({ id }) => id),
  )
  return { rows: listed.map((row) => ({ ...row, ...snapshots.get(row.id) })), next }
}

async function snapshotsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Snapshot>> {
  if (!ids.length) return new Map()
  const rows = await read(ctx)
    .select({
      id: responses.id,
      tier: responses.tier,
      region: responses.region,
      industry: responses.industry,
      plan: responses.plan,
      stage: responses.stage,
    })
    .from(responses)
    .where(inArray(responses.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The same list narrowed by what rooms below know, too. */
export const narrowedExport = (narrow: Narrow): typeof responseExport => ({
  ...responseExport,
  page: (ctx, filter, after) => page(ctx, filter, after, narrow),
})

export const responseExport: ExportList<Row, Asked> = {
  name: 'responses',
  access: 'responses.read',
  filter: understood(responseFilter),
  page,
  columns: [
    { key: 'id', head: { en: 'ID', ja: 'ID' }, value: (row) => row.id },
    { key: 'answered_at', head: words.answered, value: (row, { iso }) => iso(row.answeredAt) },
    { key: 'day', head: { en: 'Day', ja: '回答日' }, value: (row, { day }) => day(row.day) },
    { key: 'program', head: words.program, value: (row) => row.program },
    { key: 'program_id', head: { en: 'Program ID', ja: 'プログラムID' }, value: (row) => row.programId },
    { key: 'metric', head: words.metric, value: (row) => row.metric, word: (row) => metricWords[row.metric] },
    { key: 'score', head: { en: 'Score', ja: '点数' }, value: (row) => row.score },
    { key: 'class', head: words.class, value: (row) => row.class, word: (row) => classWords[row.metric][row.class] },
    { key: 'comment', head: { en: 'Comment', ja: 'コメント' }, value: (row) => row.comment },
    {
      key: 'topics',
      head: { en: 'Topics', ja: 'トピック' },
      value: (row, { locale }) => row.topics.map(({ name }) => name[locale]),
    },
    {
      key: 'answers',
      head: words.saidMore,
      value: (row, { locale }) => row.answers.map(({ question, said }) => `${question[locale]}: ${said[locale]}`),
    },
    { key: 'language', head: { en: 'Language', ja: '言語' }, value: (row) => row.language },
    {
      key: 'state',
      head: words.state,
      value: (row) => (row.isTest ? 'test' : row.state),
      word: (row) => stateWords[row.isTest ? 'test' : row.state],
    },
    { key: 'in_numbers', head: { en: 'In the numbers', ja: '集計に含む' }, value: (row) => row.counts },
    {
      key: 'channel',
      head: words.channel,
      value: (row) => row.channel,
      word: (row) => channelWords[row.channel]!,
    },
    { key: 'verified', head: { en: 'Verified', ja: '確認済み' }, value: (row) => row.unverified === null },
    { key: 'person', head: words.person, value: (row) => row.person },
    { key: 'contact_id', head: { en: 'Koe ID of the person', ja: '連絡先の Koe ID' }, value: (row) => row.contactId },
    { key: 'account', head: words.account, value: (row) => row.account },
    { key: 'account_id', head: { en: 'Koe ID of the account', ja: '取引先の Koe ID' }, value: (row) => row.accountId },
    { key: 'tier', head: { en: 'Tier when answering', ja: '回答時のランク' }, value: (row) => row.tier },
    { key: 'plan', head: { en: 'Plan when answering', ja: '回答時のプラン' }, value: (row) => row.plan },
    { key: 'stage', head: { en: 'Stage when answering', ja: '回答時のステージ' }, value: (row) => row.stage },
    { key: 'region', head: { en: 'Region when answering', ja: '回答時の地域' }, value: (row) => row.region },
    { key: 'industry', head: { en: 'Industry when answering', ja: '回答時の業種' }, value: (row) => row.industry },
  ],
}
