import type { TaskVerb } from '#app/advocacy/tasks/task.ts'
import type { Word } from '#app/platform/words.ts'
import type { AskKind } from '#db/enums/advocacy.ts'

/** What waits for the marketer, one line each. */
export const taskVerbWords: Record<Exclude<TaskVerb, 'do_ask'>, Word> = {
  ask_again: { en: 'Said “later”, and later is now: ask again', ja: '「後日」の時期になりました。もう一度お願いする' },
  look_at_stop: { en: 'A colleague stopped the ask: see why', ja: '担当者がお願いを中止しました。理由を確認する' },
  edit_quote: { en: 'Edit the quote and send it for approval', ja: '引用を編集し、承認を依頼する' },
  publish_quote: { en: 'Approved: publish the quote', ja: '承認済みの引用を公開する' },
  review_referral: { en: 'Something is odd about the referral: decide', ja: '紹介に確認事項があります。判断する' },
  take_referral: { en: 'A referral without an owner: take care of it', ja: '担当者のいない紹介です。対応する' },
}

/** What comes after a yes. */
export const doWords: Record<AskKind, Word> = {
  referral: { en: 'Wait for the lead, or help with the introduction', ja: 'ご紹介を待つ、または取り次ぎを手伝う' },
  reference: { en: 'Arrange the call', ja: 'お電話の日程を調整する' },
  review: { en: 'Send the address of the review site', ja: 'レビューサイトの案内を送る' },
  quote: { en: 'Make the quote and have it approved', ja: '引用を作成し、承認をいただく' },
  case_study: { en: 'Plan the interview', ja: '取材の日程を調整する' },
  event: { en: 'Agree on the date and the topic of the talk', ja: '登壇の日程とテーマを決める' },
  advisory_board: { en: 'Invite them to the next meeting of the board', ja: '次回の会合に招く' },
  ambassador: { en: 'Welcome the ambassador', ja: 'アンバサダーとして迎える' },
}

export const taskWords = {
  tasks: { en: 'Tasks', ja: 'やること' },
  lead: {
    en: 'What waits for a person today: it is read off asks, quotes and referrals, so what is done elsewhere disappears here.',
    ja: '本日対応が必要なことの一覧です。お願い・引用・紹介の状態から作られるため、ほかのページで対応したものは自動で消えます。',
  },
  mine: { en: 'Mine and nobody’s', ja: '自分・未担当' },
  all: { en: 'Everybody’s', ja: '全員' },
  put: { en: 'Put off', ja: '延期中' },
  what: { en: 'What', ja: '内容' },
  who: { en: 'Customer', ja: 'お客様' },
  due: { en: 'Due', ja: '期限' },
  owner: { en: 'Owner', ja: '担当者' },
  nobody: { en: 'nobody', ja: '未定' },
  late: { en: 'late', ja: '期限超過' },
  take: { en: 'Take', ja: '担当する' },
  give: { en: 'Give', ja: '任せる' },
  putOff: { en: 'Put off', ja: '延期' },
  more: { en: 'More', ja: 'その他' },
  to: { en: 'To', ja: '担当者' },
  until: { en: 'Until', ja: '延期先' },
  done: { en: 'Done', ja: '対応済み' },
  bring: { en: 'Bring back', ja: '延期を解除' },
  saidOwner: { en: 'Kept.', ja: '変更しました。' },
  saidPut: { en: 'Put off until {date}.', ja: '{date} まで延期しました。' },
  saidDone: { en: 'Done.', ja: '対応済みにしました。' },
  none: { en: 'Nothing waits for you', ja: '対応が必要なことはありません' },
  noneText: { en: 'Who could be asked for something today?', ja: '本日お願いできるお客様を確認してみましょう。' },
  some: { en: 'The first of each sort are shown.', ja: '種類ごとに先頭のみ表示しています。' },
  see: { en: 'What waits for you', ja: '対応が必要なこと' },
} satisfies Record<string, Word>

export const taskErrors = {
  task_gone: { en: 'There is nothing to do here any more.', ja: 'この件はすでに対応済みです。' },
  task_day: { en: 'Choose a day that is to come.', ja: '明日以降の日付を選んでください。' },
} satisfies Record<string, Word>
