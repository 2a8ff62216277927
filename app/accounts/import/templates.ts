import { stringify } from 'csv-stringify/sync'
import type { ImportField } from '#app/accounts/import/fields.ts'
import type { Locale } from '#app/platform/words.ts'

type Column = { field: ImportField } & Record<Locale, readonly [head: string, first: string, second: string]>

const column = (field: ImportField, en: Column['en'], ja: Column['ja']): Column => ({ field, en, ja })

const company = [
  column('account_external_id', ['Account ID', 'A-1001', 'A-1002'], ['取引先ID', 'A-1001', 'A-1002']),
  column('account_name', ['Account name', 'Example Ltd', 'Sample GmbH'], ['会社名', '株式会社サンプル', '例示商事株式会社']),
] // prettier-ignore
const who = [
  column('email', ['E-mail', 'ann@example.com', 'ben@example.org'], ['メールアドレス', 'hanako@example.co.jp', 'taro@example.jp']),
] // prettier-ignore

/** What can be downloaded to fill in: every header is one that the upload knows, in an order people think in. */
export const templates = {
  accounts: [
    ...company,
    column('domain', ['Domain', 'example.com', 'example.org'], ['ドメイン', 'example.co.jp', 'example.jp']),
    column('industry', ['Industry', 'Software', 'Retail'], ['業種', '情報通信', '小売']),
    column('region', ['Region', 'EMEA', 'DACH'], ['地域', '関東', '関西']),
    column('plan', ['Plan', 'Pro', 'Basic'], ['プラン', 'プロ', 'ベーシック']),
    column('tier', ['Tier', 'A', 'B'], ['ランク', 'A', 'B']),
    column('products', ['Products', 'CRM; Chat', 'CRM'], ['利用製品', 'CRM、チャット', 'CRM']),
    column('arr', ['ARR', '12000', '3600'], ['年間契約額', '1200000', '360000']),
    column('currency', ['Currency', 'USD', 'EUR'], ['通貨', 'JPY', 'JPY']),
    column('started_on', ['Customer since', '2023-04-01', '2024-10-01'], ['契約開始日', '2023年4月1日', '2024年10月1日']),
    column('renewal_on', ['Renewal date', '2027-03-31', '2026-09-30'], ['更新日', '2027年3月31日', '2026年9月30日']),
    column('properties', ['Properties', '{"seats": 40}', ''], ['プロパティ', '{"席数": 40}', '']),
  ],
  contacts: [
    ...company,
    column('external_id', ['Contact ID', 'C-1', 'C-2'], ['連絡先ID', 'C-1', 'C-2']),
    column('family_name', ['Last name', 'Archer', 'Baker'], ['姓', '山田', '佐藤']),
    column('given_name', ['First name', 'Ann', 'Ben'], ['名', '花子', '太郎']),
    column('name_kana', ['Name kana', '', ''], ['フリガナ', 'ヤマダ ハナコ', 'サトウ タロウ']),
    ...who,
    column('phone', ['Phone', '+44 20 7946 0000', ''], ['電話番号', '03-0000-0000', '']),
    column('department', ['Department', 'IT', 'Sales'], ['部署', '情報システム部', '営業部']),
    column('title', ['Job title', 'Manager', 'Director'], ['役職', '課長', '部長']),
    column('language', ['Language', 'en', 'en'], ['言語', '日本語', '日本語']),
    column('unsubscribed', ['Unsubscribed', 'no', 'no'], ['配信停止', 'いいえ', 'いいえ']),
  ],
  history: [
    column('answered_at', ['Date', '2025-11-03', '2026-02-17 14:30'], ['回答日', '2025年11月3日', '2026年2月17日 14:30']),
    column('score', ['Score', '9', '6'], ['スコア', '9', '6']),
    column('comment', ['Comment', 'Quick and friendly help.', ''], ['コメント', '対応が早く助かりました。', '']),
    ...who,
    ...company,
    column('program', ['Program', '', ''], ['プログラム', '', '']),
    column('answer_id', ['Answer ID', 'R-1', 'R-2'], ['回答ID', 'R-1', 'R-2']),
  ],
} satisfies Record<string, Column[]> // prettier-ignore

export type TemplateName = keyof typeof templates
export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name)

/** A template as CSV with a mark, so that every spreadsheet reads it as UTF-8: headers and two lines to write over. */
export function templateCsv(name: TemplateName, locale: Locale): string {
  const columns = templates[name]
  const rows = [0, 1, 2].map((row) => columns.map((one) => one[locale][row]!))
  return `\ufeff${stringify(rows, { record_delimiter: '\r\n' })}`
}
