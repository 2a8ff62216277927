import type { Word } from '#app/platform/words.ts'

/** How a file is written, and what its columns hold. */
export const importFormWords = {
  howWritten: { en: 'How the file is written', ja: 'ファイルの形式' },
  headerAt: { en: 'Column names are in', ja: '見出しの行' },
  headerAtHint: {
    en: 'Titles above them are left out.',
    ja: '見出しより上の行（表題など）は取り込みません。',
  },
  headerLine: { en: 'Line {n}: {text}', ja: '{n} 行目：{text}' },
  headerRows: { en: 'Made of', ja: '見出しの行数' },
  headerRowsHint: { en: 'Names of several lines are joined.', ja: '複数行の見出しはつなげて 1 つの項目名にします。' },
  rows: { en: '{n, plural, one {# line} other {# lines}}', ja: '{n} 行' },
  readAgain: { en: 'Show it like this', ja: 'この形式で表示' },
  dateOrder: { en: 'Order of the dates', ja: '日付の順序' },
  byColumn: { en: 'Tell by the whole column', ja: '列全体から判断' },
  dmy: { en: 'Day / month / year', ja: '日 / 月 / 年' },
  mdy: { en: 'Month / day / year', ja: '月 / 日 / 年' },
  ymd: { en: 'Year / month / day', ja: '年 / 月 / 日' },
  point: { en: '1,234.50', ja: '1,234.50' },
  comma: { en: '1.234,50', ja: '1.234,50' },
  mappedFrom: {
    en: 'The columns are as you chose them for “{file}”, which has the same headers.',
    ja: '同じ見出しの「{file}」で選んだ割り当てを引き継いでいます。',
  },
  readAs: { en: 'Read as', ja: '読み取り方' },
  readBecause: { en: '{column}: {as}, as {example} shows', ja: '{column}：{as}（{example} から判断）' },
  readChosen: { en: '{column}: {as}', ja: '{column}：{as}' },
  askTitle: {
    en: 'The dates in “{column}” can be read in two ways, such as {example}',
    ja: '「{column}」の日付は二通りに読めます（例：{example}）',
  },
  askBody: {
    en: 'Lines with such a date are refused. Choose the order of day and month beside that column below, then check again.',
    ja: '該当する行は取り込めません。下の列の割り当てで日付の順序を選び、もう一度確認してください。',
  },
  roundedTitle: {
    en: '{n, plural, one {# line has an ID} other {# lines have IDs}} of more than 15 digits ending in zeros',
    ja: '15 桁を超え、末尾が 0 の ID が {n, number} 行にあります',
  },
  roundedBody: {
    en: 'A spreadsheet keeps only 15 digits of a number and writes zeros for the rest. If these IDs should end otherwise, export the file again with that column as text.',
    ja: '表計算ソフトは数値を 15 桁までしか保持せず、残りを 0 にします。本来の ID と異なる場合は、列を文字列にして書き出し直してください。',
  },
  templates: { en: 'Templates to fill in', ja: 'テンプレート' },
  templatesHint: {
    en: 'CSV for spreadsheets. Write over the two example lines.',
    ja: '表計算ソフトで開ける CSV です。例の 2 行は書き換えてください。',
  },
  templateOf: { en: '{name} (English headers)', ja: '{name}（日本語の見出し）' },
  templateOther: { en: '{name} (Japanese headers)', ja: '{name}（英語の見出し）' },
  templateAccounts: { en: 'Accounts', ja: '取引先' },
  templateContacts: { en: 'People', ja: '担当者' },
  templateHistory: { en: 'Past answers', ja: '過去の回答' },
} satisfies Record<string, Word>
