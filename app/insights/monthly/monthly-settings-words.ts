import type { Word } from '#app/platform/words.ts'

export const monthlySettingsWords = {
  title: { en: 'Monthly page', ja: '月次レポート' },
  settings: { en: 'Settings', ja: '設定' },
  open: { en: 'Open the page', ja: 'レポートを開く' },
  lead: {
    en: 'Once a month the people on the list get a mail with the figures of the month before and a link to a page that they can read, print and keep as PDF without an account.',
    ja: '毎月 1 回、配信先の方へ前月の数値とリンクをメールでお送りします。リンク先のページは、アカウントなしで閲覧・印刷・PDF 保存ができます。',
  },
  sending: { en: 'Sending', ja: '配信' },
  enabled: { en: 'Send the page every month', ja: '毎月配信する' },
  workingDay: { en: 'On which working day of the month', ja: '配信日（第何営業日）' },
  workingDayHint: {
    en: 'Counted by the working calendar; the mails go out from 8 in the morning.',
    ja: '営業カレンダーで数えます。午前 8 時から配信します。',
  },
  nextOff: { en: 'Nothing is sent until this is switched on.', ja: '有効にするまで配信されません。' },
  next: { en: 'Next: {day}, about {month}.', ja: '次回：{day}（{month}分）' },
  last: {
    en: 'Last: {at}, about {month}, to {n, plural, one {# person} other {# people}}.',
    ja: '前回：{at}（{month}分、{n} 名）',
  },
  page: { en: 'What the page says', ja: 'レポートの内容' },
  names: { en: 'Whose words', ja: '引用の表示名' },
  none: { en: 'No names', ja: '表示しない' },
  noneHint: { en: 'A name that somebody signed with is covered too.', ja: '本文中に本人の氏名がある場合も伏せます。' },
  account: { en: 'The company', ja: '取引先名のみ' },
  person: { en: 'Company and person', ja: '取引先名と氏名' },
  personHint: {
    en: 'Only if your wording tells customers that their name is passed on.',
    ja: '氏名が共有されることをアンケートの文面で説明している場合に限り選んでください。',
  },
  closeDays: { en: 'A case is closed in time within (days)', ja: 'フォローアップの完了目標（日数）' },
  lostStages: { en: 'Stages of accounts that have gone', ja: '「失った取引先」とみなす段階' },
  lostStagesHint: {
    en: 'An account that comes into one of these is lost; one that leaves it is won back. Koe counts changes of stage from now on.',
    ja: 'この段階になった取引先を「失った」、この段階から戻った取引先を「戻った」と数えます。段階の変更は今後の分から記録されます。',
  },
  noStages: {
    en: 'No account has a stage yet. Give accounts a stage by hand, import or API.',
    ja: '段階が設定された取引先がありません。手入力・インポート・API で設定できます。',
  },
  quoted: { en: 'Programs whose answers may be quoted', ja: '回答を引用してよいプログラム' },
  quotedHint: {
    en: 'Quote only what your wording allows: it is shown below each program.',
    ja: 'アンケートの文面で認められる範囲で引用してください。各プログラムの文面を下に表示しています。',
  },
  targets: { en: 'Targets', ja: '目標値' },
  targetsHint: {
    en: 'NPS in points (−100 to 100), CSAT and CES in per cent. A program without its own target has the one of all programs. Leave empty for none.',
    ja: 'NPS はポイント（−100～100）、CSAT・CES は % で入力します。個別の目標がないプログラムには全体の目標が使われます。空欄で目標なしになります。',
  },
  all: { en: '{metric}, all programs', ja: '{metric}（すべてのプログラム）' },
  targetOf: { en: 'Target of {name}', ja: '{name}の目標' },
  targetSaved: { en: 'Target saved.', ja: '目標を保存しました。' },
  noPrograms: { en: 'There is no program yet.', ja: 'プログラムがまだありません。' },
  recipients: { en: 'Who gets it', ja: '配信先' },
  noRecipients: { en: 'Nobody is on the list yet.', ja: '配信先がまだありません。' },
  noRecipientsText: {
    en: 'Add the address of somebody who should read the page. They need no account.',
    ja: 'レポートを読む方のメールアドレスを追加してください。アカウントは不要です。',
  },
  email: { en: 'E-mail address', ja: 'メールアドレス' },
  language: { en: 'Language', ja: '言語' },
  add: { en: 'Add', ja: '追加' },
  added: { en: '{email} is on the list.', ja: '{email} を配信先に追加しました。' },
  remove: { en: 'Remove', ja: '削除' },
  removed: {
    en: '{email} is off the list, and their links are ended.',
    ja: '{email} を配信先から削除し、リンクを無効にしました。',
  },
  revoke: { en: 'End links', ja: 'リンクを無効にする' },
  revoked: {
    en: '{n, plural, =0 {There was no link to end.} one {# link is ended.} other {# links are ended.}}',
    ja: '{n, plural, =0 {無効にするリンクはありませんでした。} other {# 件のリンクを無効にしました。}}',
  },
  links: { en: '{n, plural, =0 {no open link} one {# open link} other {# open links}}', ja: '有効なリンク {n} 件' },
  stopped: { en: 'Left the list by themselves on {day}', ja: '{day} に本人が配信を停止' },
  tryIt: { en: 'Send me this now', ja: '自分に今すぐ送る' },
  tryHint: {
    en: 'Mails last month’s page to you alone, as its readers would get it.',
    ja: '前月のレポートを、配信先に届くのと同じ形で自分だけに送ります。',
  },
  tried: { en: 'The page is on its way to {email}.', ja: '{email} にレポートを送りました。' },
} satisfies Record<string, Word>

export const monthlyErrors: Record<string, Word> = {
  target_outside: { en: 'That is outside the scale of this metric.', ja: 'この指標の範囲外の値です。' },
  recipient_address: { en: 'That is not an e-mail address.', ja: 'メールアドレスの形式ではありません。' },
  recipient_stopped: {
    en: 'This person has left the list by themselves. Only they can come back, by the link in their last mail.',
    ja: 'この方はご自身で配信を停止しています。再開できるのは、最後に届いたメールのリンクからご本人だけです。',
  },
  too_many_recipients: { en: 'The list is full: {n} people at most.', ja: '配信先は最大 {n} 名です。' },
}
