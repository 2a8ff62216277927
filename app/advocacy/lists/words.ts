import type { LineFault } from '#app/advocacy/lists/check-ask-list.server.ts'
import type { Word } from '#app/platform/words.ts'

/** What is wrong with a line of a list of people, beside the rules of an ask. */
export const lineFaultWords: Record<LineFault, Word> = {
  nobody_named: { en: 'Names nobody', ja: '対象者の記載がありません' },
  contact_unknown: { en: 'Nobody of this address or id is known', ja: '該当する連絡先がありません' },
  no_advocate: { en: 'Is no advocate', ja: 'アンバサダーとして登録されていません' },
  twice: { en: 'Stands further up in this list already', ja: '同じ方が上の行にあります' },
  text_long: { en: 'The words of its own are too long', ja: '個別の文面が長すぎます' },
  text_missing: { en: 'Has a subject and no text', ja: '件名だけがあり、本文がありません' },
  text_variable: {
    en: 'Its words have a variable other than name, company and sender',
    ja: '文面に name・company・sender 以外の差し込みがあります',
  },
}

export const listWords = {
  asksFromList: { en: 'From a list', ja: 'リストから選ぶ' },
  asksLead: {
    en: 'A CSV of people by e-mail or your own id: each line is checked against the rules before anything is reserved.',
    ja: 'メールアドレスまたは自社 ID の CSV を読み込み、枠を確保する前に 1 行ずつ可否を確認します。',
  },
  referralsFromList: { en: 'From a list', ja: 'リストを取り込む' },
  referralsLead: {
    en: 'A CSV of leads, or of what became of them. Nothing is changed before you have seen what each line comes to.',
    ja: '紹介された方、またはその後の結果の CSV を取り込みます。内容を確認するまで何も変更されません。',
  },
  stepFile: { en: 'File', ja: 'ファイル' },
  stepCheck: { en: 'Check', ja: '確認' },
  stepWrite: { en: 'Write and send', ja: '作成・送信' },
  stepDone: { en: 'Done', ja: '完了' },
  file: { en: 'CSV file', ja: 'CSV ファイル' },
  fileHint: {
    en: 'At most {most, number} lines; UTF-8 or Shift_JIS, divided by commas, semicolons or tabs.',
    ja: '最大 {most, number} 行。UTF-8 または Shift_JIS、区切りはカンマ・セミコロン・タブ。',
  },
  check: { en: 'Check the list', ja: 'リストを確認' },
  askColumns: {
    en: 'Columns: email or external id; subject and text where somebody gets words of their own. A list of addresses alone will do.',
    ja: '列：メールアドレスまたは外部 ID。個別の文面を送る場合は「件名」「本文」。メールアドレスだけの一覧でも読み込めます。',
  },
  leadColumns: {
    en: 'Columns: referrer (their e-mail, id or referral code), name, email, company, message.',
    ja: '列：紹介者（メールアドレス・ID・紹介コード）、氏名、メールアドレス、会社名、メッセージ。',
  },
  outcomeColumns: {
    en: 'Columns: referral id or email of the lead; outcome (qualified, won, lost, rejected); amount, currency; reason.',
    ja: '列：紹介 ID または紹介された方のメールアドレス、結果（商談中・受注・失注・対象外）、金額、通貨、理由。',
  },
  whatIsIn: { en: 'What is in the list', ja: 'リストの内容' },
  leads: { en: 'Leads', ja: '紹介された方' },
  outcomes: { en: 'Outcomes of deals', ja: '商談の結果' },
  lines: { en: 'Lines of the list', ja: 'リストの行' },
  line: { en: 'Line', ja: '行' },
  person: { en: 'Person', ja: 'お名前' },
  lead: { en: 'Lead', ja: '紹介された方' },
  outcome: { en: 'What it comes to', ja: '判定' },
  words: { en: 'Words', ja: '文面' },
  ownWords: { en: 'Own words', ja: '個別の文面' },
  canBeAsked: { en: 'Can be asked', ja: 'お願い可能' },
  canCount: {
    en: '{can, plural, one {# can be asked} other {# can be asked}}, {cannot, number} can’t.',
    ja: 'お願い可能 {can, number} 名、不可 {cannot, number} 名。',
  },
  firstFifty: {
    en: 'The first {most, number} are reserved now. Hand those over, then upload the list again: who is being asked by then stands so.',
    ja: '先頭の {most, number} 名の枠を確保します。送信後に同じリストを読み込むと、依頼済みの方は除かれます。',
  },
  reserve: { en: 'Reserve and write to {n, number}', ja: '{n, number} 名の枠を確保して作成' },
  noneCan: { en: 'Nobody of this list can be asked just now.', ja: 'このリストに、現在お願いできる方はいません。' },
  rejected: { en: 'Download the other lines', ja: 'その他の行をダウンロード' },
  why: { en: 'Why not', ja: '理由' },
  again: { en: 'Another list', ja: '別のリスト' },
  referralCount: {
    en: '{change, plural, one {# line changes} other {# lines change}} something, {same, number} stand so already, {refused, number} can’t be taken.',
    ja: '変更あり {change, number} 行、変更なし {same, number} 行、取り込めない行 {refused, number} 行。',
  },
  referralDone: {
    en: 'Done: {change, plural, one {# line} other {# lines}} changed something, {same, number} stood so already, {refused, number} couldn’t be taken.',
    ja: '完了：変更 {change, number} 行、変更なし {same, number} 行、取り込めなかった行 {refused, number} 行。',
  },
  apply: { en: 'Take over {n, plural, one {# line} other {# lines}}', ja: '{n, number} 行を取り込む' },
  nothingToDo: { en: 'There is nothing to take over.', ja: '取り込む行はありません。' },
  noUndo: {
    en: 'A list isn’t taken back as a whole, since colleagues may work on its leads at once. On its own page each referral goes one step back.',
    ja: '取り込み後すぐに担当者が対応を始めるため、リスト全体の取り消しはできません。各紹介のページで前の状態に戻せます。',
  },
  newLead: { en: 'New lead', ja: '新規登録' },
  toReview: { en: 'To review', ja: '確認待ちとして登録' },
  there: { en: 'There already', ja: '登録済み' },
  becomes: { en: '→ {state}', ja: '→ {state}' },
  isAlready: { en: '{state} already', ja: 'すでに{state}' },
} satisfies Record<string, Word>

export const listErrors = {
  list_no_columns: {
    en: 'None of the columns is known. Name them as written below the file.',
    ja: '列を認識できません。下記の列名を使ってください。',
  },
  list_too_long: {
    en: 'More than {most, number} lines. Send the list in parts.',
    ja: '{most, number} 行を超えています。分割して読み込んでください。',
  },
  list_broken: {
    en: 'A quote is out of place on line {line, number}.',
    ja: '{line, number} 行目の引用符に誤りがあります。',
  },
  line_incomplete: { en: 'Name, e-mail and company are needed.', ja: '氏名・メールアドレス・会社名が必要です。' },
  referrer_unknown: {
    en: 'Nobody is known by what stands under “referrer”.',
    ja: '紹介者に該当する方、または紹介コードがありません。',
  },
  outcome_unknown: {
    en: 'The outcome is none of qualified, won, lost and rejected.',
    ja: '結果が商談中・受注・失注・対象外のいずれでもありません。',
  },
  outcome_state: {
    en: 'Its state does not allow this: it waits for review, or has ended otherwise.',
    ja: '現在の状態では変更できません（確認待ち、または別の結果で終了済みです）。',
  },
  lead_missing: {
    en: 'Neither a referral id nor an e-mail stands here.',
    ja: '紹介 ID もメールアドレスもありません。',
  },
} satisfies Record<string, Word>
