import type { Word } from '#app/platform/words.ts'
import type { Integrity, askedKinds, programKinds, programStates, severities } from '#db/enums/surveys.ts'
import type { AudienceList } from '#app/surveys/program.ts'

export const surveyErrors = {
  no_such_brand: {
    en: 'There is no such brand. Choose another under Settings.',
    ja: 'そのブランドは存在しません。設定で別のブランドを選択してください。',
  },
  program_changed: {
    en: 'Somebody else changed this program while you were writing. Your text is still here: open the program again in another tab and compare.',
    ja: '編集中に、ほかの人がこのプログラムを変更しました。入力内容は残っています。別のタブで最新の内容を確認してください。',
  },
  program_archived: {
    en: 'This program is archived. Bring it back first.',
    ja: 'このプログラムはアーカイブ済みです。先に復元してください。',
  },
  program_paused: {
    en: 'This program is paused. Resume it first.',
    ja: 'このプログラムは一時停止中です。先に再開してください。',
  },
  program_not_live: {
    en: 'This program is not live, so nobody is invited.',
    ja: 'このプログラムは公開中ではないため、招待できません。',
  },
  program_cannot_move: {
    en: 'The program cannot go from its state to that one.',
    ja: '現在の状態からは、この操作を行えません。',
  },
  score_outside_scale: { en: 'This score is not on the scale.', ja: '評価の範囲外の点数です。' },
  too_few_options: { en: 'Give at least two choices.', ja: '選択肢を 2 つ以上入力してください。' },
  severity_must_rise: {
    en: 'Each step must end above the one before it: urgent, high, normal.',
    ja: '「緊急」「高」「通常」の順に、大きな点数を指定してください。',
  },
  invalid: {
    en: 'Something in the form does not fit. It is marked below.',
    ja: '入力内容に誤りがあります。該当する項目をご確認ください。',
  },
} satisfies Record<string, Word>

export const programStateWords: Record<(typeof programStates)[number], Word> = {
  draft: { en: 'Draft', ja: '下書き' },
  live: { en: 'Live', ja: '公開中' },
  paused: { en: 'Paused', ja: '一時停止中' },
  archived: { en: 'Archived', ja: 'アーカイブ済み' },
}

export const programKindWords: Record<(typeof programKinds)[number], Word> = {
  relationship: { en: 'Relationship', ja: '関係調査' },
  transactional: { en: 'After an event', ja: 'イベント後調査' },
  recovery: { en: 'After a case', ja: 'フォローアップ後' },
}

export const programKindHints: Record<(typeof askedKinds)[number], Word> = {
  relationship: { en: 'Asked in waves, a few times a year.', ja: '年に数回、まとめて配信します。' },
  transactional: {
    en: 'Asked after something happened, say a closed ticket.',
    ja: 'お問い合わせの完了など、出来事のあとに配信します。',
  },
}

export const severityWords: Record<(typeof severities)[number], Word> = {
  low: { en: 'Low', ja: '低' },
  normal: { en: 'Normal', ja: '通常' },
  high: { en: 'High', ja: '高' },
  urgent: { en: 'Urgent', ja: '緊急' },
}

export const audienceWords: Record<AudienceList, Word> = {
  tiers: { en: 'Tier', ja: 'ティア' },
  regions: { en: 'Region', ja: '地域' },
  industries: { en: 'Industry', ja: '業種' },
  plans: { en: 'Plan', ja: 'プラン' },
  stages: { en: 'Stage', ja: 'ステージ' },
  roles: { en: 'Role of the person', ja: '担当者の役割' },
  languages: { en: 'Language', ja: '言語' },
  ownerIds: { en: 'Owner', ja: '担当者' },
}

export const integrityNames: Record<Integrity, Word> = {
  strict: { en: 'Only a press', ja: '送信ボタンのみ' },
  balanced: { en: 'A press, or a touch of the page (recommended)', ja: '送信ボタン、またはページの操作（推奨）' },
  on_load: { en: 'Opening the page (not recommended)', ja: 'ページを開くだけ（非推奨）' },
}

export const integrityHints: Record<Integrity, Word> = {
  strict: {
    en: 'Who taps a score in the mail, looks at the page and leaves is shown as not confirmed. Fewer answers, none of them in doubt.',
    ja: 'メールの点数をタップしてページを見ただけの方は「未確認」として表示されます。回答数は減りますが、確実な回答だけになります。',
  },
  balanced: {
    en: 'Who taps a score and then touches, scrolls or types on the page has answered: it counts two minutes later, unless a scanner left its traces.',
    ja: '点数をタップし、ページに触れる・スクロールする・入力するなどの操作をした方は、2 分後に回答として集計されます。自動アクセスの形跡がある場合は保留になります。',
  },
  on_load: {
    en: 'Mail gateways open pages too, and many run scripts. Your score, cases and advocates will then come from machines as well, and nobody can tell afterwards which.',
    ja: 'メールの検査装置もページを開き、多くはスクリプトも実行します。機械による「回答」がスコアやフォローアップ、推奨者に混ざり、あとから見分けることはできません。',
  },
}

export const surveyWords = {
  integrity: { en: 'What counts as an answer', ja: '回答とみなす操作' },
  integrityLead: {
    en: 'A score tapped in the mail opens the page. What more does it take to count?',
    ja: 'メールの点数をタップするとページが開きます。そのあと何をもって回答とみなすかを選びます。',
  },
  programs: { en: 'Programs', ja: '調査プログラム' },
  programsLead: { en: 'What you ask your customers, and when.', ja: 'お客様に何を、いつお聞きするかを管理します。' },
  newProgram: { en: 'New program', ja: '新しいプログラム' },
  newLead: {
    en: 'It starts as a draft with a standard wording in 18 languages. Nothing is sent before you launch it.',
    ja: '18 言語の標準の文面を備えた下書きとして作成されます。配信を開始するまで、何も送信されません。',
  },
  noPrograms: { en: 'No program yet', ja: 'プログラムはまだありません' },
  noProgramsText: {
    en: 'A program is one survey with its audience: the question, who gets it, and which answers open a case.',
    ja: 'プログラムは 1 つのアンケートです。質問、対象者、そしてどの回答でフォローアップを作成するかを設定します。',
  },
  noArchived: { en: 'Nothing is archived', ja: 'アーカイブされたものはありません' },
  current: { en: 'Current', ja: '現行' },
  archived: { en: 'Archived', ja: 'アーカイブ' },
  name: { en: 'Name', ja: '名前' },
  nameHint: {
    en: 'For your colleagues; customers never see it.',
    ja: '社内での呼び名です。お客様には表示されません。',
  },
  metric: { en: 'What to measure', ja: '測定する指標' },
  metricShort: { en: 'Metric', ja: '指標' },
  kind: { en: 'When to ask', ja: '質問するタイミング' },
  kindShort: { en: 'Kind', ja: '種類' },
  state: { en: 'State', ja: '状態' },
  sent: { en: 'Sent', ja: '送信' },
  answered: { en: 'Answered', ja: '回答' },
  npsHint: { en: '0–10: would you recommend us?', ja: '0～10：薦めたいと思うか' },
  csatHint: { en: '1–5: how satisfied are you?', ja: '1～5：どのくらい満足か' },
  cesHint: { en: '1–7: did we make it easy?', ja: '1～7：手間なく進められたか' },
  market: { en: 'Where do most of the people live?', ja: '主な対象者の地域' },
  marketGeneral: { en: 'Elsewhere, or mixed', ja: '日本以外、または混在' },
  marketJapan: { en: 'Japan', ja: '日本' },
  marketHint: {
    en: 'In Japan the middle of the scale is chosen more often, so an NPS asked there opens cases at 4 and below to begin with.',
    ja: '日本では中間の点数が選ばれやすいため、NPS のフォローアップ作成は 4 点以下から始めます。あとから変更できます。',
  },
  create: { en: 'Create draft', ja: '下書きを作成' },
  created: {
    en: 'The draft is ready. Read its wording and look at the preview.',
    ja: '下書きを作成しました。文面とプレビューをご確認ください。',
  },
  edit: { en: 'Edit', ja: '編集' },
  editTitle: { en: 'Edit {name}', ja: '{name} の編集' },
  launch: { en: 'Launch…', ja: '配信を開始…' },
  pause: { en: 'Pause', ja: '一時停止' },
  resume: { en: 'Resume', ja: '再開' },
  goLive: { en: 'Set live', ja: '公開する' },
  archive: { en: 'Archive', ja: 'アーカイブ' },
  restore: { en: 'Bring back', ja: '復元する' },
  moved: { en: '{name}: {state}.', ja: '{name}：{state}' },
  saved: { en: 'Saved.', ja: '保存しました。' },
  savedVersion: {
    en: 'Saved as version {n}. Who was invited before keeps the wording they were asked with.',
    ja: 'バージョン {n} として保存しました。すでに招待した方には、招待時の文面がそのまま使われます。',
  },
  version: { en: 'Version {n}', ja: 'バージョン {n}' },
  wording: { en: 'Wording', ja: '文面' },
  wordingLead: {
    en: '{token} becomes the name of the brand. A change of words makes a new version; answers keep the words they were asked with.',
    ja: '{token} はブランド名に置き換わります。文面を変更すると新しいバージョンになり、過去の回答には当時の文面が残ります。',
  },
  languagesOf: { en: 'Languages of this survey', ja: 'このアンケートの言語' },
  languagesLead: {
    en: 'Choose a language to edit it beside English. Customers in a language that is not here are asked in English.',
    ja: '言語を選ぶと、英語と並べて編集できます。ここにない言語のお客様には英語で送信します。',
  },
  addLanguage: { en: 'Add a language', ja: '言語を追加' },
  add: { en: 'Add', ja: '追加' },
  takeOut: { en: 'Take out {language}', ja: '{language}を外す' },
  takenOut: {
    en: 'Taken out when you save: {languages}. Answers keep the words they were asked with.',
    ja: '保存すると外れる言語：{languages}。過去の回答には当時の文面が残ります。',
  },
  stillStandard: {
    en: 'You changed the English question; these languages still ask the standard question: {languages}.',
    ja: '英語の質問は変更されていますが、次の言語は標準の質問のままです：{languages}。',
  },
  subject: { en: 'Subject of the mail', ja: 'メールの件名' },
  question: { en: 'Question', ja: '質問' },
  low: { en: 'Lowest score means', ja: '最低点の意味' },
  high: { en: 'Highest score means', ja: '最高点の意味' },
  followUpOf: { en: 'Follow-up question: {class}', ja: '追加の質問：{class}' },
  thanksOf: { en: 'Thank-you text: {class}', ja: 'お礼の文面：{class}' },
  why: { en: 'Why me, and who reads this', ja: '送信の理由と、回答を読む人' },
  more: { en: 'Further questions', ja: '追加の質問' },
  moreLead: {
    en: 'Asked after the score, at most five. Each answer is kept as soon as it is given. A change makes a new version; an answer keeps its question.',
    ja: '点数のあとにお聞きする質問です（最大 5 問）。回答は 1 問ごとに保存されます。変更すると新しいバージョンになり、回答は当時の質問に残ります。',
  },
  moreNone: { en: 'Only the score and the comment are asked.', ja: '点数とコメントだけをお聞きします。' },
  pace: { en: 'How they are shown', ja: '表示方法' },
  paceOne: { en: 'One question a screen', ja: '1 問ずつ' },
  paceAll: { en: 'All at once', ja: 'すべてまとめて' },
  addQuestion: { en: 'Add a question', ja: '質問を追加' },
  questionN: { en: 'Question {n}', ja: '質問 {n}' },
  questionKind: { en: 'Kind of answer', ja: '回答の形式' },
  kindChoice: { en: 'One choice', ja: '単一選択' },
  kindMulti: { en: 'Several choices', ja: '複数選択' },
  kindText: { en: 'Short text', ja: '短い文章' },
  kindRating: { en: 'Rating, 1 to 5', ja: '評価（1～5）' },
  askWhom: { en: 'Ask', ja: '対象' },
  askAll: { en: 'Everybody', ja: 'すべての人' },
  needed: { en: 'An answer is needed', ja: '回答を必須にする' },
  questionText: { en: 'Question in {language}', ja: '質問（{language}）' },
  choiceText: { en: 'Choice {n} in {language}', ja: '選択肢 {n}（{language}）' },
  choices: { en: 'Choices', ja: '選択肢' },
  choicesHint: { en: 'A line that is left empty is left out.', ja: '空欄の行は無視されます。' },
  addChoice: { en: 'Add a choice', ja: '選択肢を追加' },
  moveUp: { en: 'Move up', ja: '上へ' },
  moveDown: { en: 'Move down', ja: '下へ' },
  removeQuestion: { en: 'Remove', ja: '削除' },
  questionRemoved: {
    en: 'A question was taken out. Nothing is saved yet.',
    ja: '質問を外しました。まだ保存されていません。',
  },
  undo: { en: 'Put it back', ja: '元に戻す' },
  otherLanguages: { en: 'Other languages', ja: 'その他の言語' },
  leftOut: {
    en: 'Left out on pages in {languages}: no page mixes languages.',
    ja: '{languages} のページでは表示されません（1 つのページで言語を混ぜないため）。',
  },
  previewQuestions: { en: 'Further questions', ja: '追加の質問' },
  audience: { en: 'Audience', ja: '対象者' },
  audienceLead: {
    en: 'Nothing chosen in a group means everybody.',
    ja: '何も選択しない項目は、すべての人が対象になります。',
  },
  noValues: { en: 'Your customers have no values for this yet.', ja: 'お客様データにこの項目の値がまだありません。' },
  audienceCount: {
    en: '{audience, plural, one {# person} other {# people}} in the audience; {invited, number} would be invited now.',
    ja: '対象者 {audience, number} 人のうち、現在招待できるのは {invited, number} 人です。',
  },
  audiencePartly: { en: 'Counted so far; there are more.', ja: '途中までの件数です。実際にはさらに多くなります。' },
  everybody: { en: 'Everybody', ja: 'すべての人' },
  rules: { en: 'Sender and rules', ja: '差出人とルール' },
  brand: { en: 'Brand', ja: 'ブランド' },
  brandHint: {
    en: 'Sender name, reply address, logo and colour come from the brand.',
    ja: '差出人名、返信先、ロゴ、色はブランドの設定が使われます。',
  },
  editBrand: { en: 'Edit the brand', ja: 'ブランドを編集' },
  minInterval: { en: 'Days between two invitations of the same person', ja: '同じ方を再び招待するまでの日数' },
  changeDays: { en: 'Days to change or take back an answer', ja: '回答の変更・取り消しができる日数' },
  changeDaysHint: {
    en: 'Counted from the first answer, by the link of the mail. 0: an answer stands at once.',
    ja: '最初の回答から数えます。メールのリンクから変更できます。0 にすると、回答後の変更はできません。',
  },
  inScore: { en: 'Count answers in the headline score', ja: '全体のスコアに含める' },
  outsideRules: { en: 'Outside the contact rules', ja: '配信ルールの対象外にする' },
  outsideRulesHint: {
    en: 'Its invitations do not wait for those of other programs, and make none wait: for questions about a ticket, say. Its own interval and the sending hours hold.',
    ja: 'ほかのプログラムの招待を待たず、待たせることもありません（問い合わせ後の調査など）。このプログラム自体の間隔と送信時間は守られます。',
  },
  save: { en: 'Save', ja: '保存' },
  preview: { en: 'Preview', ja: 'プレビュー' },
  previewLead: { en: 'As the customer sees it.', ja: 'お客様にはこのように表示されます。' },
  previewLive: {
    en: 'As the customer sees it. It follows what you type; nothing is saved or sent.',
    ja: 'お客様にはこのように表示されます。入力に合わせて更新され、保存や送信は行われません。',
  },
  previewThanks: { en: 'After the answer', ja: '回答後' },
  previewLanguage: { en: 'Language of the preview', ja: 'プレビューの言語' },
  previewMail: { en: 'Mail', ja: 'メール' },
  previewPage: { en: 'Answer page', ja: '回答ページ' },
  phone: { en: 'Phone', ja: 'スマートフォン' },
  desktop: { en: 'Desktop', ja: 'パソコン' },
  width: { en: 'Width', ja: '幅' },
  showWhat: { en: 'What to show', ja: '表示する内容' },
  testLanguage: { en: 'Language of the test', ja: 'テスト配信の言語' },
  testSend: { en: 'Send a test to me', ja: '自分にテスト送信' },
  testSent: {
    en: 'A test is on its way to {email}. What you answer there never counts.',
    ja: '{email} にテストを送信しました。テストの回答は集計されません。',
  },
  waves: { en: 'Waves', ja: '配信' },
} satisfies Record<string, Word>
