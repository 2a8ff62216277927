import type { Word } from '#app/platform/words.ts'
import type { SkipReason, WaitReason, waveStates } from '#db/enums/delivery.ts'
import type { GuardReason } from '#app/delivery/guard-reasons.ts'

export const deliveryErrors = {
  email_own: {
    en: 'This is your own address. Name somebody else.',
    ja: 'ご自身のアドレスです。別の方をご紹介ください。',
  },
  suggestion_decided: { en: 'Somebody has decided this already.', ja: 'この件はすでに処理されています。' },
  suggestion_elsewhere: {
    en: 'This address belongs to a contact of another account. Move that person first.',
    ja: 'このアドレスは別の取引先の連絡先に登録されています。先に異動の手続きを行ってください。',
  },
  wave_open: {
    en: 'This program has a wave that is not over. Let it end, or cancel it first.',
    ja: 'このプログラムには完了していない配信があります。完了を待つか、先に中止してください。',
  },
  wave_started: {
    en: 'This wave has started, so nobody can be left out or added any more.',
    ja: '配信が開始されたため、対象者の除外や追加はできません。',
  },
  wave_start_wrong: {
    en: 'Choose a time that lies ahead, at most half a year.',
    ja: '現在より後、半年以内の日時を指定してください。',
  },
  veto_reason: { en: 'Say why this person is left out.', ja: '除外する理由を選択してください。' },
  wave_cannot_move: {
    en: 'The wave is no longer in a state where this can be done.',
    ja: '配信の状態が変わったため、この操作は行えません。',
  },
} satisfies Record<string, Word>

export const waveStateWords: Record<(typeof waveStates)[number], Word> = {
  scheduled: { en: 'Scheduled', ja: '配信予約' },
  planning: { en: 'Planning', ja: '計画中' },
  ready: { en: 'Ready', ja: '準備完了' },
  sending: { en: 'Sending', ja: '送信中' },
  paused: { en: 'Paused', ja: '一時停止中' },
  done: { en: 'Done', ja: '完了' },
  cancelled: { en: 'Cancelled', ja: '中止' },
}

export type Reason = SkipReason | WaitReason | GuardReason | 'merged' | 'bounced' | 'failed'

/** Why somebody gets, or got, no mail. */
export const reasonWords: Record<Reason, Word> = {
  no_email: { en: 'No e-mail address', ja: 'メールアドレスなし' },
  suppressed: { en: 'Address bounces or complained', ja: '不達または迷惑メール報告' },
  unsubscribed: { en: 'Unsubscribed', ja: '配信停止を希望' },
  held: { en: 'On hold', ja: '保留中' },
  asked_less: { en: 'Wishes to be asked less often', ja: '回数を減らす希望' },
  invited_recently: { en: 'Invited recently', ja: '最近招待済み' },
  asked_elsewhere: { en: 'Invited by another program recently', ja: '別のプログラムから最近招待済み' },
  account_full: { en: 'Enough people of the account were asked', ja: '取引先の招待人数が上限' },
  outside_hours: { en: 'Outside the sending hours', ja: '送信時間外' },
  test_contact: { en: 'Test contact', ja: 'テスト用の連絡先' },
  left: { en: 'Left the company', ja: '退職・異動済み' },
  internal: { en: 'Internal account', ja: '社内の取引先' },
  vetoed: { en: 'Left out by the account owner', ja: '取引先の担当者が除外' },
  cancelled: { en: 'Cancelled', ja: '中止' },
  paused: { en: 'Paused', ja: '一時停止' },
  answered: { en: 'Answered already', ja: '回答済み' },
  declined: { en: 'Said not to be asked again', ja: '回答を辞退' },
  expired: { en: 'Link expired', ja: 'リンクの期限切れ' },
  erased: { en: 'Erased', ja: '削除済み' },
  merged: { en: 'Merged with another contact', ja: '別の連絡先と統合済み' },
  bounced: { en: 'Bounced', ja: '不達' },
  failed: { en: 'Could not be sent', ja: '送信できませんでした' },
}

export const reasonOf = (code: string): Word => reasonWords[code as Reason] ?? reasonWords.failed

export const deliveryWords = {
  launchTitle: { en: 'Launch {name}', ja: '{name} の配信' },
  launchLead: {
    en: 'Look at the numbers, then send. Nothing has been sent yet.',
    ja: '内容を確認してから送信してください。まだ何も送信されていません。',
  },
  whoGetsIt: { en: 'Who gets it', ja: '送信される人' },
  people: { en: '{n, plural, one {# person} other {# people}}', ja: '{n, number} 人' },
  ofAudience: { en: 'of {n, number} in the audience', ja: '対象者 {n, number} 人中' },
  whoDoesNot: { en: 'Who does not, and why', ja: '送信されない人とその理由' },
  nobodySkipped: { en: 'Everybody in the audience gets it.', ja: '対象者全員に送信されます。' },
  reason: { en: 'Reason', ja: '理由' },
  count: { en: 'People', ja: '人数' },
  partly: {
    en: 'Your list is long: these are the counts of the first {seen, number} people. Planning looks at everybody before anything is sent.',
    ja: '件数が多いため、先頭の {seen, number} 人を集計した結果です。送信の前に、全員を確認します。',
  },
  expect: { en: 'What to expect', ja: '見込み' },
  expectCases: {
    en: 'Roughly {low, number} to {high, number} unhappy answers that open or join a case.',
    ja: 'フォローアップになる回答は、およそ {low, number}～{high, number} 件の見込みです。',
  },
  expectOne: {
    en: 'Roughly {high, plural, =0 {no} one {up to #} other {up to #}} unhappy answers that open or join a case.',
    ja: 'フォローアップになる回答は、最大でおよそ {high, number} 件の見込みです。',
  },
  basisProgram: {
    en: 'From the last {n, number} answers and the response rate of this program.',
    ja: 'このプログラムの直近 {n, number} 件の回答と回答率にもとづきます。',
  },
  basisOrganisation: {
    en: 'From the last {n, number} answers to your other programs.',
    ja: 'ほかのプログラムの直近 {n, number} 件の回答にもとづきます。',
  },
  basisDefault: {
    en: 'Nothing to go by yet: assumes that 10–30 % answer, and 10–30 % of these are unhappy.',
    ja: '過去の実績がないため、回答率 10～30 %、そのうち 10～30 % が不満と仮定しています。',
  },
  checklist: { en: 'Before you send', ja: '送信前の確認' },
  checkState: { en: 'State: {state}.', ja: '現在の状態：{state}。' },
  checkDraft: { en: 'Launching sets the draft live.', ja: '配信を始めると、下書きは公開中になります。' },
  checkWording: {
    en: 'Wording version {n}, in {languages, number} languages.',
    ja: '文面バージョン {n}（{languages, number} 言語）。',
  },
  checkAddress: { en: 'Postal address in the footer', ja: 'フッターの住所' },
  checkNoAddress: {
    en: 'No postal address is set: many countries require one in such mail.',
    ja: '住所が設定されていません。多くの国で、この種のメールには住所の記載が求められます。',
  },
  checkPrivacy: { en: 'Link to your privacy notice', ja: 'プライバシーポリシーへのリンク' },
  checkNoPrivacy: { en: 'No privacy notice is linked.', ja: 'プライバシーポリシーへのリンクがありません。' },
  checkMailbox: {
    en: 'Mail stays on this machine: it goes to the mailbox, not to customers.',
    ja: 'メールは外部に送信されず、この環境のメールボックスに届きます。',
  },
  checkSandbox: {
    en: 'Sandbox: mail leaves only to {allowed}. All other mail stays in the mailbox.',
    ja: 'サンドボックス：{allowed} 宛てのみ外部に送信され、それ以外はメールボックスに残ります。',
  },
  checkLive: { en: 'Mail is sent to customers for real.', ja: 'メールは実際にお客様へ送信されます。' },
  checkTest: {
    en: 'You can send a test to yourself on the program page first.',
    ja: 'プログラムのページから、先に自分宛てのテスト送信ができます。',
  },
  setIt: { en: 'Set it', ja: '設定する' },
  fine: { en: 'Fine', ja: '問題なし' },
  note: { en: 'Note', ja: '注意' },
  send: { en: 'Send to {n, plural, one {# person} other {# people}}', ja: '{n, number} 人に送信' },
  nobody: {
    en: 'Nobody can be invited now, so there is nothing to send.',
    ja: '現在招待できる人がいないため、送信できません。',
  },
  blockedByWave: { en: 'A wave of this program is not over yet.', ja: 'このプログラムの配信がまだ完了していません。' },
  openWave: { en: 'Open that wave', ja: 'その配信を開く' },
  launched: {
    en: 'The wave has begun. Planning looks at everybody first.',
    ja: '配信を開始しました。まず対象者全員を確認します。',
  },
  waveOf: { en: 'Wave of {date}', ja: '{date} の配信' },
  waves: { en: 'Waves', ja: '配信' },
  noWaves: { en: 'Nothing was sent yet', ja: 'まだ配信していません' },
  noWavesText: {
    en: 'A wave sends the survey to everybody in the audience who may be asked now.',
    ja: '配信を開始すると、対象者のうち現在招待できる方にアンケートを送信します。',
  },
  planningLabel: { en: 'Looking at every contact', ja: '連絡先を確認しています' },
  pausedLabel: { en: 'Paused: the rest is sent when you resume', ja: '一時停止中（残りは再開後に送信されます）' },
  keepWave: { en: 'Keep the wave', ja: '中止しない' },
  sendingLabel: { en: 'Sending', ja: '送信しています' },
  planningNote: {
    en: 'Nothing is sent before everybody has been looked at.',
    ja: '全員の確認が終わるまで、送信は始まりません。',
  },
  audience: { en: 'Audience', ja: '対象者' },
  invited: { en: 'Invited', ja: '招待' },
  sent: { en: 'Sent', ja: '送信済み' },
  answered: { en: 'Answered', ja: '回答' },
  skippedTitle: { en: 'Not sent, by reason', ja: '未送信の人（理由別）' },
  later: { en: 'Asked later', ja: '後日招待' },
  laterFrom: { en: '{n, number}, from {when}', ja: '{n, number} 人（{when} 以降）' },
  hoursNow: {
    en: 'Mail leaves in the hours where each person is. Where you are they begin {when}.',
    ja: 'メールは各自の送信時間に送信されます。こちらの送信時間は {when} からです。',
  },
  hoursNext: {
    en: 'Mail leaves in the hours where each person is. The next is due {when}.',
    ja: 'メールは各自の送信時間に送信されます。次の送信は {when} です。',
  },
  hoursRules: { en: 'Contact rules', ja: '配信ルール' },
  anyHour: { en: 'Send at once, even outside these hours', ja: '時間外でもすぐに送信する' },
  nobodyLeftOut: { en: 'Nobody was left out.', ja: '除外された人はいません。' },
  showPeople: { en: 'Show the people', ja: '一覧を表示' },
  person: { en: 'Person', ja: '氏名' },
  account: { en: 'Account', ja: '取引先' },
  pause: { en: 'Pause', ja: '一時停止' },
  resume: { en: 'Resume', ja: '再開' },
  cancel: { en: 'Cancel the wave', ja: '配信を中止' },
  cancelTitle: { en: 'Cancel this wave?', ja: 'この配信を中止しますか' },
  cancelBody: {
    en: '{waiting, plural, =0 {Nobody is waiting} one {# invitation is} other {# invitations are}} not sent yet and will never be. The {sent, number} sent stay and can still be answered. This cannot be undone.',
    ja: 'まだ送信されていない {waiting, number} 件は送信されなくなります。送信済みの {sent, number} 件はそのまま残り、引き続き回答できます。この操作は元に戻せません。',
  },
  paused: {
    en: 'Paused. Nothing more is sent until you resume.',
    ja: '一時停止しました。再開するまで送信されません。',
  },
  resumed: { en: 'Sending goes on.', ja: '送信を再開しました。' },
  cancelled: {
    en: 'Cancelled. {sent, plural, =0 {Nothing had been sent.} one {# that was sent can still be answered.} other {# that were sent can still be answered.}}',
    ja: '中止しました。送信済みの {sent, number} 件には、引き続き回答できます。',
  },
  programPaused: {
    en: 'The program is paused, so nothing more is sent. Resume the program to go on.',
    ja: 'プログラムが一時停止中のため、送信も止まっています。続けるにはプログラムを再開してください。',
  },
  launchedBy: { en: 'Launched by', ja: '開始した人' },
  launchedAt: { en: 'Launched', ja: '開始日時' },
  endedAt: { en: 'Ended', ja: '終了日時' },
  version: { en: 'Wording', ja: '文面' },
  program: { en: 'Program', ja: 'プログラム' },
} satisfies Record<string, Word>

/** Surveys of one person. */
export const personWords = {
  title: { en: 'Surveys for {name}', ja: '{name} さんのアンケート' },
  contacts: { en: 'Contacts', ja: '連絡先' },
  invitations: { en: 'Invitations', ja: '招待' },
  whyTitle: { en: 'Would a program ask now?', ja: '現在招待できるか' },
  would: { en: 'Yes', ja: '招待できます' },
  wouldNot: { en: 'Not now', ja: '招待しません' },
  notBefore: { en: 'not before {when}', ja: '{when} 以降' },
  atOnce: { en: 'Even outside the sending hours', ja: '送信時間外でも送信する' },
  none: { en: 'Never invited yet.', ja: 'まだ招待していません。' },
  invite: { en: 'Invite to a survey', ja: 'アンケートに招待' },
  noLive: {
    en: 'No program is live. Set one live under Programs.',
    ja: '公開中のプログラムがありません。プログラムを公開してください。',
  },
  when: { en: 'When', ja: '送信日時' },
  now: { en: 'Now', ja: '今すぐ' },
  inHours: { en: 'In {n, plural, one {# hour} other {# hours}}', ja: '{n} 時間後' },
  inDays: { en: 'In {n, plural, one {# day} other {# days}}', ja: '{n} 日後' },
  send: { en: 'Invite', ja: '招待する' },
  invited: { en: 'The invitation is on its way.', ja: '招待を送信します。' },
  invitedLater: { en: 'The invitation will be sent later.', ja: '指定した日時に招待を送信します。' },
  notInvited: { en: 'Not invited. {why}', ja: '招待しませんでした。{why}' },
  invitedWhen: { en: 'The invitation waits. {why}', ja: '招待を保留しました。{why}' },
  wishes: { en: 'What this person wishes', ja: '配信についての希望' },
  wishAll: { en: 'All surveys and mails of this kind', ja: 'アンケートなどのメール全般' },
  asBefore: { en: 'Welcome', ja: '受け取る' },
  half: { en: 'Half as many', ja: '回数を半分にする' },
  off: { en: 'None', ja: '受け取らない' },
  wishSaved: { en: 'Saved. It holds from the next mail on.', ja: '保存しました。次のメールから反映されます。' },
  state: { en: 'State', ja: '状態' },
  planned: { en: 'Planned', ja: '予定' },
  deferred: { en: 'Deferred', ja: '延期' },
  queued: { en: 'On its way', ja: '送信待ち' },
  sent: { en: 'Sent', ja: '送信済み' },
  answered: { en: 'Answered', ja: '回答済み' },
  skipped: { en: 'Not invited', ja: '招待せず' },
  cancelled: { en: 'Cancelled', ja: '中止' },
  failed: { en: 'Did not arrive', ja: '届かず' },
} satisfies Record<string, Word>
