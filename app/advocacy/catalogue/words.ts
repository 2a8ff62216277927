import type { askVariables } from '#app/advocacy/catalogue/ask-content.ts'
import type { Word } from '#app/platform/words.ts'

/** The catalogue: its list, and the page of one kind. */
export const catalogueWords = {
  lead: {
    en: 'What advocates can be asked for: in which words, and who may be. A change makes a new version; what was asked before keeps its own.',
    ja: 'アンバサダーの皆様にお願いできることと、依頼文・対象者の一覧です。変更は新しい版として保存され、すでにお願いした分には当時の版が残ります。',
  },
  kind: { en: 'Kind', ja: '種類' },
  state: { en: 'State', ja: '状態' },
  on: { en: 'On', ja: '使用中' },
  off: { en: 'Off', ja: '停止中' },
  who: { en: 'Who may be asked', ja: '対象者' },
  version: { en: 'Version', ja: '版' },
  standard: { en: 'Standard', ja: '標準' },
  numbered: { en: 'Version {n, number}', ja: '第 {n, number} 版' },

  budgets: { en: 'How much is too much', ja: '依頼の上限' },
  budgetsHint: {
    en: 'Asks of any kind by anybody here, counted from the first day of January, April, July and October. It holds for what is asked from now on; 0 means that nobody is asked.',
    ja: '種類や依頼者を問わず、1 月・4 月・7 月・10 月の初日から数えます。これからの依頼に適用されます。0 にすると誰にも依頼しません。',
  },
  perPerson: { en: 'Asks a quarter for one person', ja: 'お一人あたり（四半期ごとの件数）' },
  perAccount: { en: 'Asks a quarter for one account', ja: '1 取引先あたり（四半期ごとの件数）' },
  unchanged: { en: 'Nothing has changed.', ja: '変更はありません。' },

  usable: { en: 'Advocates may be asked for this', ja: 'この種類の依頼を使う' },
  usableHint: {
    en: 'Switched off, nobody can be asked; what is agreed already stays.',
    ja: '停止すると新たに依頼できません。すでに承諾いただいた分はそのまま残ります。',
  },
  onThanks: { en: 'Also ask on the page after the answer', ja: '回答後の画面でもお願いする' },
  onThanksHint: {
    en: 'Who just gave a promoter’s score reads the subject and what a yes agrees to, where no rule forbids it. An answer there counts as an ask.',
    ja: '推奨者の回答直後に、条件を満たす方へ件名と同意の内容を表示します。その場のお返事は依頼 1 件として数えます。',
  },
  onThanksShort: { en: 'On the page after the answer', ja: '回答後の画面' },
  wording: { en: 'The words', ja: '依頼文' },
  wordingHint: {
    en: 'Everybody reads the words of their language; those of another language than these two read the English ones. Filled in for each person:',
    ja: 'お客様の言語に応じて使い分けます（日本語・英語以外の方には英語）。次の項目はお一人ごとに差し込まれます。',
  },
  english: { en: 'In English', ja: '英語' },
  japanese: { en: 'In Japanese', ja: '日本語' },
  subject: { en: 'Subject', ja: '件名' },
  body: { en: 'Text', ja: '本文' },
  consentText: { en: 'What a yes agrees to', ja: '承諾により同意いただく内容' },
  consentHint: {
    en: 'Stored with the yes, in these very words. Only {company} is filled in.',
    ja: '承諾とともに、この文面のまま記録されます。差し込めるのは {company} のみです。',
  },
  consentTerm: { en: 'How long a yes is kept', ja: '同意の期間' },
  forMonths: { en: '{n, plural, one {# month} other {# months}}', ja: '{n} か月' },
  untilTaken: { en: 'Until it is taken back', ja: '取り消されるまで' },
  consentMonths: { en: 'A consent holds for (months)', ja: '同意の有効期間（月）' },
  consentMonthsHint: {
    en: 'Counted from the yes, for what is agreed to from now on; 0: until it is taken back. Colleagues are told 30 days before.',
    ja: '承諾の日から数えます（これからの同意に適用）。0 は「取り消されるまで」。期限の 30 日前に担当者へお知らせします。',
  },
  reward: { en: 'Reward', ja: 'お礼' },
  rewardHint: {
    en: 'What who says yes and does it gets, in words. Left empty: nothing. Never tied to a score.',
    ja: '承諾して実施いただいた方へのお礼を文章で記入します。空欄は「なし」。点数とは結び付けないでください。',
  },
  noReward: { en: 'None', ja: 'なし' },

  rules: { en: 'Who may be asked', ja: '対象者の条件' },
  rulesHint: {
    en: 'Every rule alone can forbid an ask. 0 switches a rule of days off.',
    ja: '1 つでも満たさない条件があれば依頼できません。日数を 0 にすると、その条件は使いません。',
  },
  promoterDays: { en: 'Latest answer a promoter’s, at most so old (days)', ja: '最新の回答（推奨者）からの日数' },
  quietDays: { en: 'Quiet after any ask (days)', ja: 'どの依頼からも空ける日数' },
  coolDownDays: { en: 'Quiet after an ask of this kind (days)', ja: '同じ種類の依頼から空ける日数' },
  renewalDays: { en: 'Not before a renewal (days)', ja: '契約更新前に依頼しない日数' },
  mostOpen: { en: 'Waiting for an answer at a time, at most', ja: '同時に回答を待つ件数の上限' },
  mostOpenHint: { en: 'Asks of this kind; empty for any number.', ja: 'この種類の依頼の件数です。空欄は上限なし。' },
  consent: { en: 'Only who agreed to be asked for this', ja: 'ご本人の同意がある方のみ' },
  companyConsent: { en: 'Only where the company agreed as well', ja: '会社の同意もある場合のみ' },
  healths: { en: 'Health of the account', ja: '取引先のヘルス' },
  languages: { en: 'Languages of the person', ja: 'お客様の言語' },
  languagesHint: { en: 'None ticked: any language.', ja: '選択がなければ、すべての言語が対象です。' },

  preview: { en: 'As a customer reads it', ja: 'お客様に届く文面' },
  previewHint: {
    en: 'With a made-up name, and you as the sender.',
    ja: '宛名は架空のお名前、依頼者はご自身の例です。',
  },
  previewYes: { en: 'A yes agrees to:', ja: '承諾により同意いただく内容：' },
  simulate: { en: 'Try these rules first', ja: '保存前に条件を試す' },
  save: { en: 'Save as a new version', ja: '新しい版として保存' },
  savedKind: {
    en: '{kind}: version {n, number} holds from now on.',
    ja: '「{kind}」の第 {n, number} 版を保存しました。',
  },
  versions: { en: 'All versions', ja: '版の履歴' },
  now: { en: 'holds now', ja: '現在の版' },
  reads: { en: 'shown here', ja: '表示中' },
  oldLead: {
    en: 'You read an earlier version, as it was. What holds now is another.',
    ja: '以前の版を表示しています。現在の版とは異なります。',
  },
  back: { en: 'To what holds now', ja: '現在の版へ' },
  again: { en: 'Make this hold again', ja: 'この版に戻す' },
  toStandard: { en: 'Back to the standard', ja: '標準に戻す' },
} satisfies Record<string, Word>

export const askVariableWords: Record<(typeof askVariables)[number], Word> = {
  name: { en: 'name of the person', ja: 'お客様のお名前' },
  company: { en: 'our name, as the brand says it', ja: '自社の名称（ブランド名）' },
  sender: { en: 'name of the colleague who asks', ja: '依頼者の名前' },
}

/** For the preview, by the language of the words. */
export const exampleNames = { en: 'Maria Fischer', ja: '佐藤 花子' }

export const askErrors = {
  ask_kind_changed: {
    en: 'Somebody else changed this in the meantime. What you typed is still here; open the page anew in another tab to see theirs.',
    ja: '表示中に他の方が変更しました。入力内容は残っています。別のタブで開き直し、変更を確認してください。',
  },
  ask_variable: {
    en: 'Only the three variables above can be filled in. Unknown: {names}',
    ja: '差し込めるのは上の 3 項目のみです。使えない項目：{names}',
  },
  ask_braces: {
    en: 'A brace has no partner, or is a full-width one. A variable is written in half-width braces.',
    ja: '波かっこが閉じていないか、全角になっています。差し込み項目は半角の波かっこで囲んでください。',
  },
  ask_consent_variable: {
    en: 'What is agreed to can name our company only, since it is read again without the rest.',
    ja: '同意の内容は後から単独で参照されるため、差し込めるのは自社の名称のみです。',
  },
  ask_healths_none: { en: 'Tick at least one, else nobody could be asked.', ja: '1 つ以上選択してください。' },
  ask_reward_both: {
    en: 'Say it in both languages, or in none.',
    ja: '両方の言語で記入するか、両方とも空欄にしてください。',
  },
} satisfies Record<string, Word>
