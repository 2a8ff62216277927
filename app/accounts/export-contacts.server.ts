import { and, asc, eq, gt } from 'drizzle-orm'
import { contactConditions, contactFilter, type ContactFilter } from '#app/accounts/list-contacts.server.ts'
import { contactWords as words } from '#app/accounts/page-words.ts'
import { authorise, read, type Ctx } from '#app/audit/context.server.ts'
import { exportStep, stepOf, type ExportList } from '#app/audit/export/export-list.ts'
import { languageWords } from '#app/platform/language-words.ts'
import { accounts, contacts } from '#db/schema/accounts.ts'

/** In the order of making: names and addresses may change while it runs. */
async function page(ctx: Ctx, filter: ContactFilter, after: string | null) {
  authorise(ctx, 'accounts.read')
  const { anchored, loose } = contactConditions(ctx, filter)
  const rows = await read(ctx)
    .select({
      id: contacts.id,
      externalId: contacts.externalId,
      name: contacts.name,
      nameKana: contacts.nameKana,
      email: contacts.email,
      phone: contacts.phone,
      title: contacts.title,
      department: contacts.department,
      role: contacts.role,
      language: contacts.language,
      zone: contacts.zone,
      state: contacts.state,
      leftOn: contacts.leftOn,
      sponsorOf: accounts.sponsorId,
      isTest: contacts.isTest,
      isShared: contacts.isShared,
      lastInvitedAt: contacts.lastInvitedAt,
      lastAnsweredAt: contacts.lastAnsweredAt,
      account: accounts.name,
      accountExternalId: accounts.externalId,
    })
    .from(contacts)
    .leftJoin(accounts, eq(accounts.id, contacts.accountId))
    .where(and(anchored, loose, after ? gt(contacts.id, after) : undefined))
    .orderBy(asc(contacts.id))
    .limit(exportStep + 1)
  return stepOf(rows)
}

type Row = Awaited<ReturnType<typeof page>>['rows'][number]

/** Headers are those that the import knows, so that the file can be edited and brought back. */
export const contactExport: ExportList<Row, ContactFilter> = {
  name: 'contacts',
  access: 'accounts.read',
  filter: ({ sort: _order, ...query }) => contactFilter.parse(query),
  page,
  columns: [
    { key: 'id', head: { en: 'Koe ID', ja: 'Koe ID' }, value: (row) => row.id },
    { key: 'external_id', head: { en: 'Contact ID', ja: '連絡先ID' }, value: (row) => row.externalId },
    { key: 'name', head: { en: 'Full name', ja: '氏名' }, value: (row) => row.name },
    { key: 'name_kana', head: { en: 'Furigana', ja: 'フリガナ' }, value: (row) => row.nameKana },
    { key: 'email', head: { en: 'E-mail', ja: 'メールアドレス' }, value: (row) => row.email },
    { key: 'phone', head: { en: 'Phone', ja: '電話番号' }, value: (row) => row.phone },
    { key: 'title', head: { en: 'Job title', ja: '役職' }, value: (row) => row.title },
    { key: 'department', head: { en: 'Department', ja: '部署' }, value: (row) => row.department },
    { key: 'role', head: { en: 'Role', ja: '役割' }, value: (row) => row.role },
    {
      key: 'language',
      head: { en: 'Language', ja: '言語' },
      value: (row) => row.language,
      word: (row) => row.language && languageWords[row.language],
    },
    { key: 'zone', head: { en: 'Time zone', ja: 'タイムゾーン' }, value: (row) => row.zone },
    {
      key: 'state',
      head: { en: 'Contact status', ja: '在籍状況' },
      value: (row) => row.state,
      word: (row) => words[row.state],
    },
    { key: 'left_on', head: { en: 'Left on', ja: '退職日' }, value: (row) => row.leftOn },
    {
      key: 'is_sponsor',
      head: { en: 'Executive sponsor', ja: 'エグゼクティブスポンサー' },
      value: (row) => row.sponsorOf === row.id,
    },
    { key: 'is_test', head: { en: 'Test contact', ja: 'テスト用' }, value: (row) => row.isTest },
    { key: 'is_shared', head: { en: 'Shared mailbox', ja: '共有アドレス' }, value: (row) => row.isShared },
    { key: 'account', head: { en: 'Account name', ja: '会社名' }, value: (row) => row.account },
    {
      key: 'account_external_id',
      head: { en: 'Account ID', ja: 'アカウントID' },
      value: (row) => row.accountExternalId,
    },
    { key: 'last_invited_at', head: words.lastInvited, value: (row, { iso }) => iso(row.lastInvitedAt) },
    { key: 'last_answered_at', head: words.lastAnswer, value: (row, { iso }) => iso(row.lastAnsweredAt) },
  ],
}
