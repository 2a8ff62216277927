import type { Word } from '#app/platform/words.ts'

export const fileWords = {
  title: { en: 'Files', ja: 'ファイル' },
  attach: { en: 'Attachments', ja: '添付ファイル' },
  limits: {
    en: 'Up to 5 files, 5 MB each, 10 MB together: PDF, images, text, CSV, Office and OpenDocument.',
    ja: '5 件まで、1 件 5 MB・合計 10 MB 以内（PDF、画像、テキスト、CSV、Office、OpenDocument）。',
  },
  none: { en: 'No files on this case.', ja: 'ファイルはありません。' },
  addTitle: { en: 'Put files on the case', ja: 'ファイルを追加' },
  choose: { en: 'Files', ja: 'ファイル' },
  add: { en: 'Upload', ja: 'アップロード' },
  sent: { en: 'sent by mail', ja: 'メールで送信' },
  removeTitle: { en: 'Delete {name}?', ja: '{name} を削除しますか？' },
  removeBody: { en: 'The file is gone for good.', ja: 'ファイルは完全に削除され、元に戻せません。' },
  saidAdded: {
    en: '{n, plural, one {# file is} other {# files are}} on the case.',
    ja: '{n} 件のファイルを追加しました。',
  },
  saidRemoved: { en: 'Deleted: {name}', ja: '削除しました：{name}' },
} satisfies Record<string, Word>

/** Files in the timeline; they have no name there. */
export const fileEventWords: Record<string, Word> = {
  'cases.files_added': { en: '{actor} put files on the case', ja: '{actor} がファイルを追加' },
  'cases.file_removed': { en: '{actor} deleted a file', ja: '{actor} がファイルを削除' },
}

export const fileErrors = {
  files_many: { en: 'At most 5 files at a time.', ja: '一度に追加できるのは 5 件までです。' },
  files_full: { en: 'There are 50 files on this case already. Delete some first.', ja: 'ファイルが上限（50 件）に達しています。先に不要なものを削除してください。' }, // prettier-ignore
  file_large: { en: 'A file may have 5 MB at most.', ja: 'ファイルは 1 件 5 MB 以内にしてください。' },
  files_large: { en: 'Together the files may have 10 MB at most.', ja: 'ファイルは合計 10 MB 以内にしてください。' },
  file_kind: {
    en: 'Only PDF, images, text, CSV, Office and OpenDocument files may be sent.',
    ja: '送れるのは PDF、画像、テキスト、CSV、Office、OpenDocument のファイルのみです。',
  },
  file_empty: { en: 'A file is empty.', ja: '空のファイルが含まれています。' },
  files_unsent: {
    en: 'Files go out only with a mail that is sent from here. Choose Send, or put them on the case under Files.',
    ja: 'ファイルは、ここから送信するメールにのみ添付できます。「送信する」を選ぶか、「ファイル」欄から追加してください。',
  },
  no_file: { en: 'Choose a file first.', ja: 'ファイルを選んでください。' },
} satisfies Record<string, Word>
