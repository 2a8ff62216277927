import type { Word } from '#app/platform/words.ts'

export const demoWords = {
  title: { en: 'Demo data', ja: 'デモデータ' },
  lead: {
    en: 'Two years of an invented company, so that every screen has something to show.',
    ja: '架空の企業の2年間の記録です。すべての画面をすぐにお試しいただけます。',
  },
  holds: {
    en: 'This portal holds {accounts, number} accounts, {contacts, number} people, {responses, number} answers and {cases, number} cases.',
    ja: '現在、取引先 {accounts, number} 件、ご担当者 {contacts, number} 名、回答 {responses, number} 件、フォローアップ {cases, number} 件が登録されています。',
  },
  colleagues: { en: 'Who works here', ja: '登場人物' },
  colleaguesHint: {
    en: 'Sign in as any of them to see Koe as they do. All have the password that the console printed.',
    ja: 'それぞれの役割でサインインできます。パスワードは全員共通で、起動時のコンソールに表示されたものです。',
  },
  name: { en: 'Name', ja: '氏名' },
  email: { en: 'E-mail', ja: 'メールアドレス' },
  roles: { en: 'Role', ja: '役割' },
  emptyTitle: { en: 'Start with an empty portal', ja: '空の状態から始める' },
  emptyText: {
    en: 'Takes everything away, also what you added yourself, and leads you to a page that makes the first admin. On the console the same is done by {command}, while Koe is stopped.',
    ja: 'ご自身で追加したものを含め、すべてのデータを削除し、最初の管理者を登録する画面に進みます。Koe を停止した状態で {command} を実行しても同じです。',
  },
  remove: { en: 'Remove the demo', ja: 'デモデータを削除' },
  sure: { en: 'Remove the demo and everything else?', ja: 'デモデータを含むすべてのデータを削除しますか。' },
  lost: {
    en: 'Lost for good: {accounts, number} accounts, {contacts, number} people, {responses, number} answers, {cases, number} cases, all programs, mail and everybody’s access. This can’t be undone.',
    ja: '取引先 {accounts, number} 件、ご担当者 {contacts, number} 名、回答 {responses, number} 件、フォローアップ {cases, number} 件と、すべての調査・メール・ユーザーが削除されます。元に戻すことはできません。',
  },
  confirm: { en: 'Remove everything', ja: 'すべて削除する' },
  none: { en: 'There is no demo data here', ja: 'デモデータはありません' },
  noneText: {
    en: 'This portal was never a demo, so there is nothing to take away.',
    ja: 'このポータルではデモデータを使用していません。',
  },
} satisfies Record<string, Word>

export const demoErrors = {
  no_demo: {
    en: 'This portal holds no demo, so nothing was removed.',
    ja: 'デモデータがないため、何も削除していません。',
  },
} satisfies Record<string, Word>
