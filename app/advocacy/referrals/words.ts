import type { ReferralVerb } from '#app/advocacy/referrals/referral.ts'
import type { Word } from '#app/platform/words.ts'
import type { ReferralCheck, ReferralState, referralSources } from '#db/enums/advocacy-referrals.ts'

export const referralStateWords: Record<ReferralState, Word> = {
  review: { en: 'To review', ja: '確認待ち' },
  new: { en: 'New', ja: '新規' },
  qualified: { en: 'Qualified', ja: '商談中' },
  won: { en: 'Won', ja: '受注' },
  lost: { en: 'Lost', ja: '失注' },
  rejected: { en: 'Rejected', ja: '対象外' },
}

export const referralVerbWords: Record<ReferralVerb, Word> = {
  accept: { en: 'Accept', ja: '受け付ける' },
  qualify: { en: 'Qualify', ja: '商談を始める' },
  win: { en: 'Mark as won', ja: '受注にする' },
  lose: { en: 'Mark as lost', ja: '失注にする' },
  reject: { en: 'Reject', ja: '対象外にする' },
  reopen: { en: 'One step back', ja: '前の状態に戻す' },
}

/** Said after the verb. */
export const referralSaidWords: Record<ReferralVerb, Word> = {
  accept: { en: 'Accepted as a lead.', ja: '見込み客として受け付けました。' },
  qualify: { en: 'Qualified.', ja: '商談中にしました。' },
  win: { en: 'Won, with what it is worth.', ja: '受注として金額を記録しました。' },
  lose: { en: 'Lost; the reason is kept.', ja: '失注として理由を記録しました。' },
  reject: { en: 'Rejected; the reason is kept.', ja: '対象外として理由を記録しました。' },
  reopen: { en: 'Back one step.', ja: '前の状態に戻しました。' },
}

export const checkWords: Record<ReferralCheck, Word> = {
  self: {
    en: 'The lead has the e-mail address of the person who recommends us.',
    ja: '紹介された方のメールアドレスが、紹介者ご本人のものと同じです。',
  },
  same_domain: {
    en: 'The lead’s address is at the company of the person who recommends us.',
    ja: '紹介された方のメールアドレスが、紹介者と同じ会社のものです。',
  },
  known_contact: {
    en: 'The lead was among our contacts already when this came in.',
    ja: '受け付けた時点で、すでに連絡先に登録されている方です。',
  },
  known_account: {
    en: 'The lead’s company was among our accounts already when this came in.',
    ja: '受け付けた時点で、すでに取引先に登録されている会社です。',
  },
  duplicate: { en: 'The same lead had come in before.', ja: '同じ方が以前にも紹介されています。' },
  burst: { en: 'Many came by the same link within a day.', ja: '同じリンクから 1 日に多数届いています。' },
  machine: {
    en: 'A field that people don’t see was filled in: it may be a program.',
    ja: '画面に表示されない欄に入力がありました。自動送信の可能性があります。',
  },
}

/** The same for a badge of a list. */
export const shortCheckWords: Record<ReferralCheck, Word> = {
  self: { en: 'Self', ja: '自己紹介' },
  same_domain: { en: 'Same company', ja: '同じ会社' },
  known_contact: { en: 'Known person', ja: '登録済みの方' },
  known_account: { en: 'Known company', ja: '登録済みの会社' },
  duplicate: { en: 'Sent before', ja: '重複' },
  burst: { en: 'Many in a day', ja: '短時間に多数' },
  machine: { en: 'Maybe a program', ja: '自動送信の疑い' },
}

export const sourceWords: Record<(typeof referralSources)[number], Word> = {
  form: { en: 'By a personal link', ja: '紹介用リンク' },
  staff: { en: 'Written down by a colleague', ja: 'メンバーが登録' },
  api: { en: 'By API', ja: 'API' },
  file: { en: 'By a list', ja: 'ファイルから取り込み' },
}

export const referralWords = {
  referrals: { en: 'Referrals', ja: '紹介' },
  one: { en: 'Referral', ja: '紹介の詳細' },
  lead: {
    en: 'Whom our customers recommended us to, and what it came to. What is suspicious waits for somebody to look at it.',
    ja: 'お客様からご紹介いただいた方と、その後の状況です。確認が必要なものは「確認待ち」に入ります。',
  },
  add: { en: 'Add a referral', ja: '紹介を登録' },
  addLead: {
    en: 'For a recommendation that came by telephone or mail. The lead should know that you will write to them.',
    ja: '電話やメールで紹介があったときに使います。ご連絡することを、紹介された方にご了承いただいている必要があります。',
  },
  whoRecommends: { en: 'Who recommends us?', ja: '紹介者を選んでください' },
  findPerson: { en: 'Name or e-mail', ja: 'お名前・メールアドレス' },
  nobodyFound: { en: 'Nobody found.', ja: '該当する方が見つかりません。' },
  search: { en: 'Lead or company', ja: '紹介された方・会社' },
  person: { en: 'Lead', ja: '紹介された方' },
  name: { en: 'Name', ja: 'お名前' },
  email: { en: 'E-mail', ja: 'メールアドレス' },
  company: { en: 'Company', ja: '会社名' },
  message: { en: 'Message', ja: 'メッセージ' },
  referrer: { en: 'Recommended by', ja: '紹介者' },
  erasedReferrer: { en: 'Somebody who was erased', ja: '削除された方' },
  erasedLead: { en: 'Lead who was erased', ja: '削除された方' },
  account: { en: 'Account', ja: '取引先' },
  came: { en: 'Came in', ja: '受付日' },
  state: { en: 'State', ja: '状態' },
  checks: { en: 'Checks', ja: '確認事項' },
  noChecks: { en: 'Nothing suspicious was found.', ja: '確認が必要な点はありません。' },
  deal: { en: 'Deal', ja: '受注金額' },
  dealBase: { en: 'In our currency', ja: '基準通貨での金額' },
  noRate: { en: 'no rate known', ja: '換算レートなし' },
  amount: { en: 'What it is worth', ja: '受注金額' },
  amountHint: { en: 'Such as 1,200,000 or USD 12,000', ja: '例：1,200,000、120万円、USD 12,000' },
  currency: { en: 'Currency', ja: '通貨' },
  currencyHint: { en: 'Empty: our own', ja: '空欄の場合は基準通貨' },
  won: { en: 'Won on', ja: '受注日' },
  reason: { en: 'Reason', ja: '理由' },
  source: { en: 'How it came', ja: '受付方法' },
  code: { en: 'Code', ja: 'コード' },
  agreed: { en: 'The lead agreed', ja: '紹介された方の同意' },
  owner: { en: 'Taken care of by', ja: '担当者' },
  nobody: { en: 'Nobody yet', ja: '未定' },
  give: { en: 'Save', ja: '担当者を保存' },
  given: { en: 'Saved who takes care of it.', ja: '担当者を保存しました。' },
  saidAdded: { en: 'Kept.', ja: '登録しました。' },
  saidKnown: { en: 'This referral was there already.', ja: 'この紹介はすでに登録されています。' },
  path: { en: 'From the answer to revenue', ja: '回答から受注まで' },
  answer: { en: 'Answer that started it', ja: 'きっかけとなった回答' },
  noAnswer: {
    en: 'No answer is known, or it isn’t shown to you.',
    ja: 'きっかけとなった回答は不明、または表示できません。',
  },
  toLead: {
    en: 'Lead {n, plural, =0 {within a day} one {# day later} other {# days later}}',
    ja: '回答から紹介まで {n, plural, =0 {1 日以内} other {# 日}}',
  },
  toWon: {
    en: 'Won {n, plural, =0 {within a day} one {# day later} other {# days later}}',
    ja: '紹介から受注まで {n, plural, =0 {1 日以内} other {# 日}}',
  },
  knownNow: { en: 'What we know of the lead now', ja: '現在の登録状況' },
  unknownNow: {
    en: 'Neither the person nor the company is known to us.',
    ja: '連絡先にも取引先にも登録されていません。',
  },
  others: { en: 'Other referrals of this lead', ja: '同じ方についての他の紹介' },
  erase: { en: 'Erase the lead', ja: '個人データを削除' },
  eraseTitle: { en: 'Erase what is known of this lead?', ja: '紹介された方の個人データを削除しますか？' },
  eraseText: {
    en: 'Name, e-mail, company, message and reason are gone for good. A referral that is still open ends with that.',
    ja: 'お名前・メールアドレス・会社名・メッセージ・理由を完全に削除します。対応中の紹介はこれで終了します。',
  },
  saidErased: { en: 'The lead was erased.', ja: '個人データを削除しました。' },
  empty: { en: 'No referrals here', ja: 'ここには紹介がありません' },
  emptyText: {
    en: 'Give an advocate a personal link, on their own page: whoever follows it and leaves an address stands here.',
    ja: 'お客様のページで紹介用リンクを作成してください。リンク先で登録された方がここに表示されます。',
  },
  emptyFiltered: { en: 'Nothing fits these filters', ja: '条件に合う紹介はありません' },
  showAll: { en: 'Show all', ja: 'すべて表示' },
  toAdvocates: { en: 'To the advocates', ja: 'アンバサダーを見る' },
  worth: { en: '{name}: {state}', ja: '{name}：{state}' },

  link: { en: 'Referral link', ja: '紹介用リンク' },
  linkText: {
    en: 'Whoever follows it can leave their address. The page names this person only where they agreed to referrals.',
    ja: 'このリンクから、紹介された方が連絡先を登録できます。ご本人のお名前は、紹介に同意いただいている場合のみ表示されます。',
  },
  noLink: { en: 'No link yet.', ja: 'まだリンクがありません。' },
  makeLink: { en: 'Make a link', ja: 'リンクを作成' },
  renewLink: { en: 'Replace', ja: '再発行' },
  revokeLink: { en: 'Take back', ja: '無効にする' },
  renewTitle: { en: 'Replace this link?', ja: 'リンクを再発行しますか？' },
  revokeTitle: { en: 'Take this link back?', ja: 'リンクを無効にしますか？' },
  endsText: {
    en: 'Where it was shared already, it leads to a page that says it is no longer valid. That can’t be undone.',
    ja: 'すでに共有されたリンクからは登録できなくなります。この操作は取り消せません。',
  },
  saidMade: { en: 'The link is ready.', ja: 'リンクを作成しました。' },
  saidRenewed: {
    en: 'There is a new link; the old one is no longer valid.',
    ja: 'リンクを再発行しました。以前のリンクは無効です。',
  },
  saidRevoked: { en: 'The link is no longer valid.', ja: 'リンクを無効にしました。' },
  visits: {
    en: '{n, plural, =0 {not opened yet} one {opened once} other {opened {n, number} times}}',
    ja: '{n, plural, =0 {まだ開かれていません} other {閲覧 {n, number} 回}}',
  },
  revokedOn: { en: 'taken back', ja: '無効' },
  brought: { en: 'Referrals from this person', ja: 'この方からの紹介' },
} satisfies Record<string, Word>

export const referralErrors = {
  referral_state: {
    en: 'This referral is no longer in the state you saw; somebody may have been faster. Have a look and try again.',
    ja: '表示中に状態が変わりました。内容を確認して、もう一度お試しください。',
  },
  referral_twice: {
    en: 'Another referral of the same lead is being worked on. A lead is worked on once.',
    ja: '同じ方の別の紹介がすでに進行中です。1 人の方は 1 件としてのみ扱えます。',
  },
  referral_erased: {
    en: 'The lead was erased; nothing more can be done with this referral.',
    ja: '紹介された方の個人データは削除済みのため、操作できません。',
  },
  referral_won_otherwise: {
    en: 'It was won with another amount. Take it one step back first.',
    ja: '別の金額で受注済みです。先に前の状態に戻してください。',
  },
  referral_unknown: { en: 'There is no such referral.', ja: '該当する紹介がありません。' },
  code_unknown: {
    en: 'There is no such referral link, or it was taken back.',
    ja: '該当する紹介用リンクがないか、無効になっています。',
  },
  reason_missing: { en: 'Say why, for those who read it later.', ja: '理由を入力してください。' },
  deal_missing: { en: 'Say what it is worth, more than nothing.', ja: '0 より大きい金額を入力してください。' },
  owner_unknown: { en: 'This colleague is no longer active.', ja: 'このメンバーは現在無効です。' },
  no_link_for: {
    en: 'Who has left, or no longer wants to be an advocate, gets no link.',
    ja: '退職された方、またはアンバサダーを退会された方にはリンクを作成できません。',
  },
  no_open_link: {
    en: 'There is no link to take back; somebody may have been faster.',
    ja: '有効なリンクがありません。すでに無効になっています。',
  },
} satisfies Record<string, Word>
