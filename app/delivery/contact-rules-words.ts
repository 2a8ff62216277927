import type { Word } from '#app/platform/words.ts'

/** The page of the contact rules. */
export const contactRulesWords = {
  title: { en: 'Contact rules', ja: '配信ルール' },
  lead: {
    en: 'They hold for every program that does not stand outside them, when a wave is planned and again right before each mail leaves. Who must wait is asked at the next allowed time.',
    ja: '対象外に設定したものを除くすべてのプログラムに、配信の計画時と送信直前の 2 回適用されます。条件に合わない方は、次に招待できる時点まで延期します。',
  },
  how: { en: 'How often', ja: '頻度' },
  everyTier: { en: 'All accounts without rules of their own', ja: '個別のルールがない取引先' },
  tier: { en: 'Tier', ja: 'ランク' },
  betweenDays: { en: 'Days between two invitations of a person', ja: '同じ方への招待の間隔（日）' },
  betweenHint: {
    en: 'Whatever the program; 0 for none. A program’s own interval counts as well.',
    ja: 'プログラムを問わず数えます。0 は制限なし。各プログラムの間隔も適用されます。',
  },
  accountPeople: { en: 'People of one account', ja: '1 取引先あたりの人数' },
  accountPeopleHint: {
    en: 'At most so many within the days beside; empty for as many as there are. Who was asked longest ago comes first.',
    ja: '右の日数以内に招待する上限です。空欄は制限なし。前回の招待が古い方から順に招待します。',
  },
  accountDays: { en: 'Within so many days', ja: '期間（日）' },
  addTier: { en: 'Rules for another tier', ja: 'ランク別のルールを追加' },
  add: { en: 'Add', ja: '追加' },
  removeTier: { en: 'Remove the rules for {tier}', ja: '「{tier}」のルールを削除' },
  removed: {
    en: 'The rules for {tier} are gone; those of all accounts hold.',
    ja: '「{tier}」のルールを削除しました。共通のルールが適用されます。',
  },
  added: { en: '{tier} has rules of its own now.', ja: '「{tier}」のルールを追加しました。' },
  when: { en: 'When mail leaves', ja: '送信時間' },
  whenHint: {
    en: 'By the clock of the person, else of the account, else of the organisation ({zone}).',
    ja: 'ご本人、取引先、自社（{zone}）の順に、設定されているタイムゾーンの時刻で判断します。',
  },
  holidays: {
    en: 'Not on public holidays and days off of the calendar',
    ja: '営業カレンダーの祝日・休業日には送信しない',
  },
  calendar: { en: 'Open the calendar', ja: '営業カレンダーを開く' },
  setBy: { en: 'Set by {name}, {when}.', ja: '{name} さんが {when} に設定。' },
  never: { en: 'These are the rules that Koe begins with.', ja: '初期設定のルールです。' },
  programs: { en: 'Outside the rules', ja: '対象外のプログラム' },
  programsNone: { en: 'Every program keeps to them.', ja: 'すべてのプログラムに適用されます。' },
  unchanged: { en: 'Nothing has changed.', ja: '変更はありません。' },
  tierTaken: { en: 'This tier has rules already.', ja: 'このランクのルールは登録済みです。' },
} satisfies Record<string, Word>
