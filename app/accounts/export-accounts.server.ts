import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { accountConditions, accountFilter, type AccountFilter } from '#app/accounts/list-accounts.server.ts'
import { healthWords } from '#app/accounts/health-words.ts'
import { accountWords } from '#app/accounts/page-words.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { exportStep, stepOf, type ExportList } from '#app/audit/export/export-list.ts'
import { majorOf } from '#app/ui/formats.ts'
import { users } from '#db/schema/access.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** Names from tables that are joined already under another meaning. */
const sales = sql<string | null>`(select seller.name from users seller where seller.id = ${accounts.salesId})`
const parent = sql<string | null>`(select above.name from accounts above where above.id = ${accounts.parentId})`

/** In the order of making: names and amounts may change while it runs. */
async function page(ctx: Ctx, filter: AccountFilter, after: string | null) {
  authorise(ctx, 'accounts.read')
  const rows = await read(ctx)
    .select({ account: accounts, owner: users.name, sales, parent, sponsor: contacts.name })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.ownerId))
    .leftJoin(contacts, eq(contacts.id, accounts.sponsorId))
    .where(and(...accountConditions(ctx, filter), after ? gt(accounts.id, after) : undefined))
    .orderBy(asc(accounts.id))
    .limit(exportStep + 1)
  return stepOf(rows.map(({ account, ...names }) => ({ ...account, ...names })))
}

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

/** Headers are those that the import knows, so that the file can be edited and brought back. */
export const accountExport: ExportList<Row, AccountFilter> = {
  name: 'accounts',
  access: 'accounts.read',
  filter: ({ sort: _order, ...query }) => accountFilter.parse(query),
  page,
  columns: [
    { key: 'id', head: { en: 'Koe ID', ja: 'Koe ID' }, value: (row) => row.id },
    { key: 'external_id', head: { en: 'Account ID', ja: 'アカウントID' }, value: (row) => row.externalId },
    { key: 'name', head: { en: 'Account name', ja: '会社名' }, value: (row) => row.name },
    { key: 'domain', head: { en: 'Domain', ja: 'ドメイン' }, value: (row) => row.domain },
    { key: 'industry', head: { en: 'Industry', ja: '業種' }, value: (row) => row.industry },
    { key: 'region', head: { en: 'Region', ja: '地域' }, value: (row) => row.region },
    { key: 'zone', head: { en: 'Time zone', ja: 'タイムゾーン' }, value: (row) => row.zone },
    { key: 'plan', head: { en: 'Plan', ja: 'プラン' }, value: (row) => row.plan },
    { key: 'tier', head: { en: 'Tier', ja: 'ランク' }, value: (row) => row.tier },
    { key: 'stage', head: { en: 'Stage', ja: 'ステージ' }, value: (row) => row.stage },
    { key: 'products', head: { en: 'Products', ja: '利用製品' }, value: (row) => row.products },
    { key: 'arr', head: { en: 'ARR', ja: '年間契約額' }, value: (row) => majorOf(row.arrMinor, row.currency) },
    { key: 'currency', head: { en: 'Currency', ja: '通貨' }, value: (row) => row.currency },
    { key: 'started_on', head: { en: 'Customer since', ja: '契約開始日' }, value: (row) => row.startedOn },
    { key: 'renewal_on', head: { en: 'Renewal date', ja: '契約更新日' }, value: (row) => row.renewalOn },
    { key: 'owner', head: { en: 'Account owner', ja: '自社担当者' }, value: (row) => row.owner },
    { key: 'sales_owner', head: { en: 'Sales owner', ja: '副担当（営業）' }, value: (row) => row.sales },
    { key: 'parent', head: { en: 'Parent account', ja: '親会社' }, value: (row) => row.parent },
    { key: 'sponsor', head: { en: 'Executive sponsor', ja: 'エグゼクティブスポンサー' }, value: (row) => row.sponsor },
    {
      key: 'health',
      head: { en: 'Health', ja: 'ヘルス' },
      value: (row) => row.health,
      word: (row) => healthWords[row.health],
    },
    { key: 'is_internal', head: { en: 'Internal', ja: '自社' }, value: (row) => row.isInternal },
    { key: 'updated_at', head: accountWords.updated, value: (row, { iso }) => iso(row.updatedAt) },
  ],
}
