import type { Word } from '#app/platform/words.ts'

export const viewWords = {
  views: { en: 'Saved views', ja: '保存したビュー' },
  all: { en: 'All', ja: 'すべて' },
  save: { en: 'Save this view', ja: 'この条件を保存' },
  name: { en: 'Name of the view', ja: 'ビューの名前' },
  nameHint: { en: 'Say, “Unhappy, gold, this quarter”', ja: '例：今期・ゴールド・不満' },
  share: { en: 'Share with colleagues', ja: 'メンバーと共有' },
  shareHint: {
    en: 'Everybody sees in it what their role allows.',
    ja: '表示される内容は、各メンバーの権限に従います。',
  },
  unshare: { en: 'Keep to myself', ja: '共有をやめる' },
  manage: { en: 'Change “{name}”', ja: '「{name}」を編集' },
  rename: { en: 'Rename', ja: '名前を変更' },
  by: { en: 'Shared by {name}', ja: '{name}さんが共有' },
  saved: { en: '“{name}” is saved.', ja: '「{name}」を保存しました。' },
  renamed: { en: 'Renamed to “{name}”.', ja: '名前を「{name}」に変更しました。' },
  sharedNow: { en: '“{name}” is a tab for your colleagues, too.', ja: '「{name}」をメンバーと共有しました。' },
  unshared: { en: '“{name}” is yours alone again.', ja: '「{name}」の共有をやめました。' },
  deleted: { en: '“{name}” was deleted.', ja: '「{name}」を削除しました。' },
  restored: { en: '“{name}” is back.', ja: '「{name}」を元に戻しました。' },
} satisfies Record<string, Word>
