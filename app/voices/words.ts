import type { Word } from '#app/platform/words.ts'

export const voiceWords = {
  title: { en: 'Heard elsewhere', ja: 'アンケート以外の声' },
  one: { en: 'A voice heard elsewhere', ja: 'アンケート以外の声' },
  lead: {
    en: 'What customers said in meetings, on the phone and in replies to our mail. It has no score and is in no NPS.',
    ja: '打ち合わせや電話、メールの返信で伺った声です。スコアはなく、NPS には含まれません。',
  },
  write: { en: 'Write down a voice', ja: '声を記録する' },
  edit: { en: 'Edit', ja: '編集' },
  byStaff: { en: 'Written down by staff', ja: '社内で記録' },
  byReply: { en: 'Replied by mail', ja: 'メールで返信' },
  outside: { en: 'Outside NPS', ja: 'NPS 対象外' },
  sentFrom: { en: 'Sent from {sender}', ja: '送信元：{sender}' },
  otherSender: {
    en: 'This came from {sender}, not from the address that was asked. Mail is easily forwarded: say below who wrote it, once you know.',
    ja: 'お送りした宛先とは別のアドレス（{sender}）から届きました。転送された可能性があります。どなたからの返信か分かりましたら、下で選択してください。',
  },
  asked: { en: 'In reply to', ja: '返信元' },
  askedOf: { en: '“{program}”, sent to {name}', ja: '「{program}」（{name} 様宛て）' },
  whole: { en: 'The whole mail', ja: 'メール全文' },
  wholeHint: {
    en: 'Quoted parts, the signature or attachments were left out above.',
    ja: '上では、引用・署名・添付ファイルを省いています。',
  },
  openSurvey: { en: 'Open their survey', ja: 'アンケートを開く' },
  openSurveyHint: {
    en: 'A number in a mail is never counted. Only the customer can make it a score, with this link.',
    ja: 'メールに書かれた数字は集計されません。スコアになるのは、お客様がこのリンクから回答した場合だけです。',
  },
  sort: { en: 'Who wrote it, and how does it sound?', ja: 'どなたの、どのような声ですか' },
  openCase: { en: 'Open a case', ja: 'フォローアップを開始' },
  toCase: { en: 'Open the case', ja: 'フォローアップを開く' },
  saidOpened: { en: 'A case was opened.', ja: 'フォローアップを開始しました。' },
  saidJoined: { en: 'It joined the open case.', ja: '対応中のフォローアップに追加しました。' },
  heard: { en: 'heard by {name}', ja: '{name}が聞き取り' },
  noScore: { en: 'No score', ja: 'スコアなし' },
  somebody: { en: 'Somebody of the account', ja: '取引先のどなたか' },
  hidden: { en: 'Name not shown', ja: '氏名は非表示' },
  search: { en: 'Search what was said', ja: '内容で検索' },
  topic: { en: 'Topic', ja: 'トピック' },
  allTopics: { en: 'All topics', ja: 'すべてのトピック' },
  empty: { en: 'Nothing was written down yet', ja: 'まだ記録がありません' },
  emptyText: {
    en: 'When a customer tells you something in a meeting or on the phone, write it down here: it is searched and sorted by topic like an answer.',
    ja: '打ち合わせや電話でお客様から伺ったことを記録してください。アンケートの回答と同じように、検索やトピック分類の対象になります。',
  },
  emptyFiltered: { en: 'Nothing fits these filters', ja: '条件に合う記録はありません' },
  none: { en: 'Nothing was heard elsewhere yet.', ja: 'アンケート以外の声はまだありません。' },
  all: { en: 'All that was heard elsewhere', ja: 'アンケート以外の声をすべて見る' },
  whose: { en: 'Which account?', ja: 'どの取引先ですか' },
  findAccount: { en: 'Name of the account', ja: '取引先名' },
  noAccount: { en: 'No account is called that.', ja: '該当する取引先がありません。' },
  account: { en: 'Account', ja: '取引先' },
  person: { en: 'Who said it', ja: '発言者' },
  date: { en: 'When', ja: '日付' },
  channel: { en: 'Where', ja: '場面' },
  heardBy: { en: 'Who heard it', ja: '聞き取った人' },
  text: { en: 'What was said', ja: '内容' },
  textHint: {
    en: 'In the customer’s own words, as far as you remember them.',
    ja: 'できるだけお客様の言葉のまま記録してください。',
  },
  feeling: { en: 'How did it sound to you? (optional)', ja: 'どのように聞こえましたか（任意）' },
  feelingHint: {
    en: 'Only to sort by. It is never turned into a score.',
    ja: '分類のためだけに使います。スコアには換算しません。',
  },
  noFeeling: { en: 'Can’t say', ja: 'わからない' },
  remove: { en: 'Delete', ja: '削除' },
  saidRecorded: { en: 'Written down.', ja: '記録しました。' },
  saidChanged: { en: 'Saved.', ja: '保存しました。' },
  saidDeleted: { en: 'Deleted.', ja: '削除しました。' },
  saidRestored: { en: 'It is back.', ja: '元に戻しました。' },
} satisfies Record<string, Word>

export const channelWords = {
  meeting: { en: 'Meeting', ja: '打ち合わせ' },
  phone: { en: 'Phone', ja: '電話' },
  chat: { en: 'Chat', ja: 'チャット' },
  event: { en: 'Event', ja: 'イベント' },
  mail: { en: 'Mail', ja: 'メール' },
  other: { en: 'Elsewhere', ja: 'その他' },
} satisfies Record<string, Word>

export const feelingWords = {
  high: { en: 'Pleased', ja: '好意的' },
  mid: { en: 'Neutral', ja: '中立' },
  low: { en: 'Displeased', ja: '不満' },
} satisfies Record<string, Word>

export const voiceErrors: Record<string, Word> = {
  voice_future: { en: 'That day is still to come.', ja: '未来の日付は指定できません。' },
  voice_account: { en: 'There is no such account.', ja: '該当する取引先がありません。' },
  voice_person: { en: 'This person doesn’t belong to the account.', ja: 'この方は選択した取引先に所属していません。' },
  voice_hearer: { en: 'There is no such colleague.', ja: '該当するメンバーがいません。' },
}
