import { markWords } from '#app/cases/sla/words.ts'
import { unsaidWords } from '#app/cases/unsaid-words.ts'
import type { healths } from '#db/enums/accounts.ts'
import type { Word } from '#app/platform/words.ts'
import type { CaseState, CloseKind } from '#app/cases/transitions.ts'
import type { actions, causes, entryKinds } from '#db/enums/cases.ts'
import type { Severity } from '#db/enums/surveys.ts'

export type Cause = (typeof causes)[number]
export type CaseAction = (typeof actions)[number]
export type EntryKind = (typeof entryKinds)[number]

export const stateWords: Record<CaseState, Word> = {
  new: { en: 'New', ja: '新規' },
  contacted: { en: 'Contacted', ja: '連絡済み' },
  working: { en: 'Working', ja: '対応中' },
  waiting: { en: 'Waiting for customer', ja: 'お客様の返信待ち' },
  resolved: { en: 'Resolved', ja: '解決済み' },
  closed: { en: 'Closed', ja: '完了' },
}

export const severityWords: Record<Severity, Word> = {
  low: { en: 'Low', ja: '低' },
  normal: { en: 'Normal', ja: '通常' },
  high: { en: 'High', ja: '高' },
  urgent: { en: 'Urgent', ja: '緊急' },
}

export const causeWords: Record<Cause, Word> = {
  product: { en: 'Product', ja: '製品' },
  support: { en: 'Support', ja: 'サポート' },
  price: { en: 'Price', ja: '価格' },
  onboarding: { en: 'Onboarding', ja: '導入支援' },
  reliability: { en: 'Reliability', ja: '安定性' },
  communication: { en: 'Communication', ja: 'コミュニケーション' },
  expectation: { en: 'Expectation not met', ja: '期待との相違' },
  other: { en: 'Other', ja: 'その他' },
}

export const actionWords: Record<CaseAction, Word> = {
  apology: { en: 'Apologised', ja: 'お詫び' },
  fix: { en: 'Fixed it', ja: '修正' },
  training: { en: 'Training', ja: '使い方の支援' },
  credit: { en: 'Credit or refund', ja: '返金・値引き' },
  roadmap: { en: 'On the roadmap', ja: '改善予定に追加' },
  explanation: { en: 'Explained', ja: '説明' },
  escalation: { en: 'Escalated', ja: 'エスカレーション' },
  other: { en: 'Other', ja: 'その他' },
}

export const closeWords: Record<CloseKind, Word> = {
  verified: { en: 'Customer agrees it is solved', ja: 'お客様が解決を確認' },
  silent: { en: 'No word from the customer', ja: 'お客様から返信なし' },
  by_hand: { en: 'Closed without the customer’s answer', ja: 'お客様の確認なしで完了' },
  changed_answer: {
    en: 'Customer changed the answer',
    ja: 'お客様が回答を変更',
  },
  withdrawn: {
    en: 'Customer withdrew the answer',
    ja: 'お客様が回答を取り消し',
  },
  dismissed: { en: 'Not a complaint', ja: '対応不要' },
  joined: { en: 'Goes on in another case', ja: '別のフォローアップに統合' },
}

export const entryWords: Record<EntryKind, Word> = {
  note: { en: 'Note', ja: 'メモ' },
  call: { en: 'Call', ja: '電話' },
  meeting: { en: 'Meeting', ja: '打ち合わせ' },
  mail_out: { en: 'Mail', ja: 'メール' },
  mail_in: { en: 'Mail from the customer', ja: 'お客様からのメール' },
}

/** What the timeline says of an event of a case; values come from the event. */
export const eventWords: Record<string, Word> = {
  'cases.opened': {
    en: 'Opened by an answer of {score}',
    ja: '{score} 点の回答により開始',
  },
  'cases.joined': {
    en: 'Another answer of {score} joined',
    ja: '{score} 点の回答が追加',
  },
  'cases.opened_heard': { en: 'Opened by what was heard elsewhere', ja: 'アンケート以外の声により開始' },
  'cases.joined_heard': { en: 'What was heard elsewhere joined', ja: 'アンケート以外の声が追加' },
  'cases.merged': {
    en: '{actor} merged the customer with another record: its case joined this one',
    ja: '{actor} が重複した登録を統合し、もう一方のフォローアップをここに追加',
  },
  'cases.person_changed': {
    en: 'The answer changed to {score} before anybody replied',
    ja: '連絡前に回答が {score} 点に変更',
  },
  'cases.person_erased': { en: 'The person was erased', ja: '個人データの削除' },
  'cases.person_withdrew': {
    en: 'The answer was taken back before anybody replied',
    ja: '連絡前に回答が取り消されました',
  },
  'cases.answer_withdrawn': { en: 'The answer was taken back', ja: '回答の取り消し' },
  'cases.answer_changed': { en: 'The answer changed to {score}', ja: '回答が {score} 点に変更' },
  'cases.wish': { en: 'The customer said how to be answered: {wish}', ja: 'お客様が希望の連絡方法を指定：{wish}' },
  'cases.assigned_kept': {
    en: 'Given to {owner}, since the customer keeps the answer from their usual contact',
    ja: 'お客様が担当者への共有を希望されないため、{owner} に割り当て',
  },
  'cases.claimed': { en: '{actor} took the case', ja: '{actor} が担当を開始' },
  'cases.assigned': {
    en: '{actor} gave the case to {owner}',
    ja: '{actor} が {owner} に割り当て',
  },
  'cases.contacted': {
    en: '{actor} contacted the customer',
    ja: '{actor} がお客様に連絡',
  },
  'cases.waiting': {
    en: '{actor} waits for the customer',
    ja: '{actor} がお客様の返信待ちに変更',
  },
  'cases.working': { en: '{actor} works on it', ja: '{actor} が対応中に変更' },
  'cases.resolved': {
    en: '{actor} resolved it',
    ja: '{actor} が解決済みに変更',
  },
  'cases.reopened': { en: '{actor} reopened it', ja: '{actor} が再開' },
  'cases.closed': { en: '{actor} closed it', ja: '{actor} が完了' },
  'cases.snoozed': { en: '{actor} put it off', ja: '{actor} が後回しに変更' },
  'cases.woke': { en: 'Back in the queue', ja: '一覧に復帰' },
  'cases.tagged': { en: '{actor} added a tag', ja: '{actor} がタグを追加' },
  'cases.untagged': { en: '{actor} removed a tag', ja: '{actor} がタグを解除' },
  ...markWords,
}

export const healthWords: Record<(typeof healths)[number], Word> = {
  green: { en: 'Good', ja: '良好' },
  yellow: { en: 'Watch', ja: '注意' },
  red: { en: 'At risk', ja: '危険' },
  unknown: { en: 'Unknown', ja: '不明' },
}

export const caseWords = {
  queue: { en: 'Queue', ja: '対応待ち' },
  queueLead: {
    en: 'Unhappy customers who wait for an answer, by the time that is due next, with head starts in hours: 24 for high severity and 48 for urgent; 3 or 6 for what the account is worth in a year; 4, 6 or 8 when it renews within 90, 60 or 30 days. Each row says its own. Who already got a reply comes up again within a week. Renewals are looked at every night.',
    ja: '返信を待っているお客様の一覧です。次の期限の早い順に並び、次の時間だけ早い期限として扱います：重要度「高」24 時間・「緊急」48 時間、年額により 3・6 時間、更新まで 90・60・30 日以内でそれぞれ 4・6・8 時間。内訳は各行に表示されます。返信済みのものは 1 週間以内に再度上位に表示されます。更新日は毎晩見直します。',
  },
  case: { en: 'Case', ja: 'フォローアップ' },
  caseOf: { en: 'Case: {name}', ja: 'フォローアップ：{name}' },
  mine: { en: 'Mine', ja: '自分の担当' },
  team: { en: 'My team', ja: 'チーム' },
  everybody: { en: 'All open', ja: '対応中すべて' },
  closedTab: { en: 'Closed', ja: '完了' },
  state: { en: 'State', ja: '状態' },
  severity: { en: 'Severity', ja: '重要度' },
  owner: { en: 'Owner', ja: '担当者' },
  account: { en: 'Account', ja: '取引先' },
  customer: { en: 'Customer', ja: 'お客様' },
  value: { en: 'ARR', ja: '年間契約額' },
  clock: { en: 'Reply', ja: '返信' },
  says: { en: 'What they say', ja: 'お客様の声' },
  lateOnly: { en: 'Late only', ja: '期限超過のみ' },
  unclaimedOnly: { en: 'Nobody has taken it', ja: '未着手のみ' },
  searchAccount: { en: 'Account or person', ja: '取引先・お客様名' },
  unclaimed: { en: 'not taken yet', ja: '未着手' },
  wishPhone: { en: 'Wants to be called at', ja: '電話の希望：' },
  ...unsaidWords,
  people: { en: '{n, plural, one {# person} other {# people}}', ja: '{n} 名' },
  claim: { en: 'Take it', ja: '担当する' },
  open: { en: 'Open case', ja: '開く' },
  emptyMine: { en: 'Nobody waits for you', ja: '返信待ちのお客様はいません' },
  emptyAll: { en: 'No open cases', ja: '対応中のフォローアップはありません' },
  emptyText: {
    en: 'When a customer answers with a low score, a case appears here and its owner gets a mail.',
    ja: '低い点数の回答があると、ここにフォローアップが作られ、担当者にメールが届きます。',
  },
  emptyFiltered: {
    en: 'No case fits these filters',
    ja: '条件に合うフォローアップはありません',
  },
  seeAll: { en: 'See all open cases', ja: '対応中をすべて見る' },
  // the case
  answers: { en: 'People and answers', ja: '回答者と回答' },
  timeline: { en: 'Timeline', ja: '経緯' },
  accountOwner: { en: 'Account owner', ja: '取引先の担当者' },
  choose: { en: 'Choose…', ja: '選択してください' },
  withdrawn: { en: 'withdrawn', ja: '取り消し済み' },
  accountCard: { en: 'About the account', ja: '取引先情報' },
  renewal: { en: 'Renewal', ja: '契約更新日' },
  tier: { en: 'Tier', ja: 'ランク' },
  health: { en: 'Health', ja: 'ヘルス' },
  scoreHistory: { en: 'Scores so far', ja: 'これまでの点数' },
  openedAt: { en: 'Opened', ja: '開始' },
  replyDue: { en: 'Reply due', ja: '対応期限' },
  waitingPerson: { en: 'waits for a reply', ja: '返信待ち' },
  repliedPerson: { en: 'got a reply', ja: '返信済み' },
  notWantedPerson: { en: 'wants no reply', ja: '返信不要' },
  changedPerson: { en: 'changed the answer', ja: '回答を変更' },
  whatNow: { en: 'What next', ja: '次の対応' },
  assignTo: { en: 'Give to', ja: '担当者を変更' },
  assign: { en: 'Give', ja: '変更' },
  work: { en: 'Work on it', ja: '対応中にする' },
  wait: { en: 'Wait for the customer', ja: '返信待ちにする' },
  resolve: { en: 'Resolve', ja: '解決済みにする' },
  close: { en: 'Close', ja: '完了する' },
  dismiss: { en: 'Dismiss', ja: '対応不要にする' },
  reopen: { en: 'Reopen', ja: '再開する' },
  cause: { en: 'What it came from', ja: '原因' },
  action: { en: 'What was done', ja: '対応内容' },
  outcome: { en: 'Outcome in words', ja: '結果（任意）' },
  closeHow: { en: 'How it ended', ja: '終わり方' },
  dismissTitle: { en: 'Not a complaint?', ja: '対応不要の場合' },
  dismissHint: {
    en: 'Closes the case without a resolution. Say why.',
    ja: '解決の記録なしで完了します。理由を書いてください。',
  },
  reason: { en: 'Reason', ja: '理由' },
  writeHere: { en: 'What happened', ja: '内容' },
  entryKind: { en: 'Kind', ja: '種類' },
  reached: { en: 'Who was reached', ja: '連絡した相手' },
  everyone: { en: 'Everybody who waits', ja: '返信待ちの全員' },
  record: { en: 'Record', ja: '記録する' },
  readOnly: {
    en: 'This case belongs to {name}. You can read it.',
    ja: 'このフォローアップの担当は {name} です。閲覧のみ可能です。',
  },
  resolvedWith: {
    en: 'Cause: {cause} · Done: {action}',
    ja: '原因：{cause} ／ 対応：{action}',
  },
  closedAs: { en: 'Closed: {kind}', ja: '完了：{kind}' },
  system: { en: 'Koe', ja: 'Koe' },
  aKey: { en: 'An API key', ja: 'API キー' },
  formerColleague: { en: 'A former colleague', ja: '以前の担当者' },
  firstContact: {
    en: 'Speak to the customer first: record a call, meeting or mail, then the case can be resolved.',
    ja: 'まずお客様に連絡し、電話・打ち合わせ・メールを記録してください。その後、解決済みにできます。',
  },
  // said
  saidClaimed: { en: 'The case is yours.', ja: '担当になりました。' },
  saidAssigned: {
    en: 'The case has a new owner.',
    ja: '担当者を変更しました。',
  },
  saidNoted: { en: 'The note is saved.', ja: 'メモを保存しました。' },
  saidContacted: {
    en: 'The contact is recorded and the clock has stopped.',
    ja: '連絡を記録し、期限の計測を止めました。',
  },
  saidWaiting: {
    en: 'The case waits for the customer.',
    ja: '返信待ちにしました。',
  },
  saidWorking: { en: 'The case is being worked on.', ja: '対応中にしました。' },
  saidResolved: { en: 'The case is resolved.', ja: '解決済みにしました。' },
  saidClosed: {
    en: 'The case is closed. The customer may be invited again.',
    ja: '完了しました。お客様への案内を再開できます。',
  },
  saidReopened: { en: 'The case is open again.', ja: '再開しました。' },
} satisfies Record<string, Word>

export const caseErrors = {
  case_taken: {
    en: 'A colleague took this case just before you. It is shown as it is now.',
    ja: '先に別の担当者が着手しました。現在の状態を表示しています。',
  },
  case_changed: {
    en: 'Somebody changed this case while you were looking at it, so nothing was done. Have a look and try again.',
    ja: '表示中に他の人がこのフォローアップを変更したため、何も行っていません。内容を確認して、もう一度お試しください。',
  },
  case_state: {
    en: 'The case is not in a state that allows this.',
    ja: '現在の状態では、この操作はできません。',
  },
  case_form: {
    en: 'Nothing was done: something is missing or wrong in the form.',
    ja: '入力に不足または誤りがあるため、何も行っていません。',
  },
  case_kept: {
    en: 'The customer keeps an answer of this case from that colleague. Choose somebody else.',
    ja: 'お客様がこの担当者への共有を希望されていません。別の担当者を選択してください。',
  },
  wish_phone: { en: 'This is no telephone number that can be called.', ja: '電話をかけられる番号ではありません。' },
  wish_mail: { en: 'Nobody knows an address to write to.', ja: '連絡先のメールアドレスがありません。' },
  case_tags: { en: 'A case has at most 20 tags.', ja: 'タグは 1 件につき 20 個までです。' },
  case_owner: {
    en: 'Choose an active colleague who works cases.',
    ja: 'フォローアップを担当できる有効なメンバーを選んでください。',
  },
  dismiss_reason: {
    en: 'Say in a few words why this needs no follow-up.',
    ja: '対応不要とする理由を入力してください。',
  },
} satisfies Record<string, Word>
