import type { Word } from '#app/platform/words.ts'

/** What a company agreed to: the page of an account, and the notice before it ends. */
export const companyWords = {
  title: { en: 'Company’s consent', ja: '会社の同意' },
  lead: {
    en: 'What {account} agreed to as a company, in its very words. What its people agree to themselves stands beside each of them.',
    ja: '{account} が会社として同意した内容を、同意いただいた文面のまま記録します。ご本人の同意は、お一人ずつのページに表示されます。',
  },
  now: { en: 'Holds now', ja: '現在有効' },
  history: { en: 'Before', ja: '過去の記録' },
  none: { en: 'The company has agreed to nothing yet.', ja: '会社としての同意はまだありません。' },
  noneText: {
    en: 'Case studies need it before anybody there is asked, and so does every kind of ask whose rules say so.',
    ja: '事例のほか、条件に「会社の同意」がある種類のお願いでは、先に会社の同意が必要です。',
  },
  add: { en: 'Keep a consent', ja: '同意を記録' },
  addHint: {
    en: 'A newer consent to the same replaces the older one; both stay on record.',
    ja: '同じ種類の同意を新しく記録すると、以前のものに代わります。記録は両方残ります。',
  },
  kind: { en: 'For', ja: '種類' },
  language: { en: 'Language of the words', ja: '文面の言語' },
  text: { en: 'Other words', ja: '別の文面' },
  textHint: {
    en: 'What the company signed, word for word. Left empty, the standard words above are kept.',
    ja: '会社が署名した文面をそのまま入力します。空欄の場合は、上の標準の文面を記録します。',
  },
  standard: { en: 'Standard words', ja: '標準の文面' },
  who: { en: 'Who agreed for the company', ja: '同意された方' },
  somebody: { en: 'Somebody else (name below)', ja: 'その他の方（下にお名前）' },
  name: { en: 'Name, if not in the list', ja: 'お名前（一覧にない場合）' },
  agreedOn: { en: 'Agreed on', ja: '同意日' },
  expiresOn: { en: 'Holds until', ja: '有効期限' },
  expiresHint: { en: 'Empty: until it is taken back.', ja: '空欄：取り消されるまで有効です。' },
  document: { en: 'Signed document', ja: '署名済みの書類' },
  documentHint: {
    en: 'PDF, PNG or JPEG, up to 10 MB. It is not checked for viruses: whoever opens it saves it first.',
    ja: 'PDF・PNG・JPEG、10 MB まで。ウイルス検査は行われません。開くときは、いったん保存されます。',
  },
  tell: {
    en: 'Send the person a copy by mail, with a link to take it back',
    ja: '控えと取り消し用のリンクを、ご本人にメールで送る',
  },
  save: { en: 'Keep it', ja: '記録する' },
  saved: { en: 'Kept: {kind}.', ja: '記録しました：{kind}' },
  savedTold: { en: 'Kept: {kind}. A copy is on its way.', ja: '記録しました：{kind}（控えを送信します）' },
  withdraw: { en: 'It was taken back', ja: '取り消しを記録' },
  withdrawTitle: { en: 'Has {account} taken this back?', ja: '{account} が同意を取り消しましたか' },
  withdrawText: {
    en: 'It ends at once and for good. Asks that need it stop, and quotes that name the company leave the public pages. A new consent can be kept at any time.',
    ja: '直ちに終了し、元に戻せません。この同意が必要なお願いは止まり、社名入りのお客様の声は公開ページから消えます。新しい同意はいつでも記録できます。',
  },
  withdrawn: { en: 'Taken back: {kind}.', ja: '取り消しを記録しました：{kind}' },
  words: { en: 'The words', ja: '同意の文面' },
  by: { en: '{name}, on {date}', ja: '{name} 様（{date}）' },
  erased: { en: 'a person who was erased', ja: '削除された方' },
  until: { en: 'Until', ja: '期限' },
  open: { en: 'until taken back', ja: '取り消しまで' },
  recorded: { en: 'kept by {name}', ja: '記録：{name}' },
  ended: { en: 'ended {date}', ja: '{date} 終了' },
  account: { en: 'Account', ja: '取引先' },
  unsigned: { en: 'no document', ja: '書類なし' },
  see: { en: 'Company’s consent', ja: '会社の同意を見る' },
  endsSoon: {
    en: '{who}: the consent for “{kind}” ends on {date}.',
    ja: '{who}：「{kind}」の同意が {date} に期限を迎えます。',
  },
  endsSubject: {
    en: '{who}: consent for “{kind}” is about to end',
    ja: '{who}：「{kind}」の同意の期限が近づいています',
  },
  endsBody: {
    en: 'After that day nobody is asked on the strength of it, and what stands in public because of it comes down. Ask for a new one in time.',
    ja: '期限を過ぎると、この同意に基づくお願いはできなくなり、公開中のものは取り下げられます。お早めに更新をご依頼ください。',
  },
  endsButton: { en: 'Look at it', ja: '内容を確認' },
} satisfies Record<string, Word>

export const consentStateWords = {
  given: { en: 'holds', ja: '有効' },
  withdrawn: { en: 'taken back', ja: '取り消し' },
  expired: { en: 'expired', ja: '期限切れ' },
  replaced: { en: 'replaced', ja: '更新済み' },
} satisfies Record<string, Word>

export const companyErrors = {
  consent_who: { en: 'Say who agreed for the company.', ja: '同意された方を指定してください。' },
  consent_day: { en: 'It can’t have been agreed to in the future.', ja: '未来の日付は指定できません。' },
  consent_over: { en: 'That day is over.', ja: '過去の日付は期限にできません。' },
  document_kind: {
    en: 'This is no PDF, PNG or JPEG, whatever its name says.',
    ja: 'PDF・PNG・JPEG ではありません（拡張子ではなく中身で判定しています）。',
  },
  document_large: { en: 'The document may have 10 MB at most.', ja: '書類は 10 MB 以内にしてください。' },
  document_empty: { en: 'The document is empty.', ja: '書類が空です。' },
} satisfies Record<string, Word>
