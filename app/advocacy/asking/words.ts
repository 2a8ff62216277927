import type { Word } from '#app/platform/words.ts'
import type { AskBlock, AskState } from '#db/enums/advocacy.ts'

/** Why somebody can't be asked just now, one sentence a rule. */
export const blockWords: Record<AskBlock, Word> = {
  off: { en: 'This kind of ask is switched off', ja: 'この種類のお願いは停止中です' },
  gone: { en: 'Has left the company', ja: '退職・異動されています' },
  not_a_customer: { en: 'A test contact or one of our own', ja: 'テスト用または社内の連絡先です' },
  no_email: { en: 'No e-mail address', ja: 'メールアドレスがありません' },
  suppressed: {
    en: 'Mail to this address bounces or is refused',
    ja: 'このアドレスには送信できません（不達または拒否）',
  },
  unhappy: { en: 'Not a promoter by the latest answer', ja: '最新の回答が推奨者ではありません' },
  too_long_ago: { en: 'The latest answer is too old', ja: '最新の回答から時間が経っています' },
  paused: { en: 'Paused or left as an advocate', ja: 'アンバサダーとして休止または退会中です' },
  no_consent: { en: 'Has not agreed to be asked for this', ja: 'この種類のお願いへの同意がありません' },
  no_company_consent: { en: 'The company has not agreed', ja: '会社としての同意がありません' },
  case_open: { en: 'A case is open at the account', ja: '取引先に対応中のフォローアップがあります' },
  held: { en: 'The person or the account is on hold', ja: 'ご本人または取引先への連絡を控えています' },
  opted_out: { en: 'Does not want to be asked', ja: 'お願いの受け取りを希望されていません' },
  asked_now: { en: 'Is being asked for something just now', ja: '現在、別のお願いを進めています' },
  asked_lately: { en: 'Was asked for something lately', ja: '最近、別のお願いをしたばかりです' },
  cooling_down: {
    en: 'Was asked for this not long ago, or said later',
    ja: '同じお願いから間もないか、時期の変更を希望されています',
  },
  person_budget: { en: 'Enough asks this quarter', ja: '今四半期のお願いの上限に達しています' },
  account_budget: {
    en: 'Enough asks of this account this quarter',
    ja: '今四半期の取引先へのお願いの上限に達しています',
  },
  health: { en: 'The account’s health forbids it', ja: '取引先のヘルスが条件を満たしていません' },
  renewal: { en: 'The account renews soon', ja: '契約更新が近づいています' },
  language: { en: 'Speaks another language', ja: '対象の言語ではありません' },
  capacity: { en: 'Enough asks of this kind are under way', ja: 'この種類のお願いが上限に達しています' },
}

export const askStateWords: Record<AskState, Word> = {
  reserved: { en: 'Being written', ja: '作成中' },
  queued: { en: 'Waiting to leave', ja: '送信待ち' },
  sent: { en: 'Asked', ja: '返答待ち' },
  accepted: { en: 'Said yes', ja: '承諾' },
  declined: { en: 'Said no', ja: '辞退' },
  later: { en: 'Later', ja: '後日' },
  expired: { en: 'No answer', ja: '返答なし' },
  done: { en: 'Done', ja: '実施済み' },
  cancelled: { en: 'Stopped', ja: '中止' },
  lapsed: { en: 'Given back', ja: '取り下げ' },
}

export const askingWords = {
  who: { en: 'Who can I ask', ja: 'お願いできるお客様' },
  whoLead: {
    en: 'Promoters by kind of ask. Every rule that forbids one is told; what is shown is looked at anew.',
    ja: 'お願いの種類ごとに、推奨者とその可否の理由を表示します。表示のたびに最新の状態を確認しています。',
  },
  asks: { en: 'Asks', ja: 'お願い' },
  asksLead: {
    en: 'What customers were asked for, and what became of it.',
    ja: 'お客様へのお願いと、その結果の一覧です。',
  },
  kind: { en: 'Ask for', ja: 'お願いの種類' },
  can: { en: 'Can be asked', ja: 'お願い可能' },
  cannot: { en: 'Not now', ja: '現在は不可' },
  why: { en: 'Why not', ja: '不可の理由' },
  person: { en: 'Person', ja: 'お名前' },
  account: { en: 'Account', ja: '取引先' },
  praise: { en: 'What they said', ja: 'いただいた声' },
  search: { en: 'Person or account', ja: 'お名前・取引先' },
  changed: { en: 'changed just now', ja: '状況が変わりました' },
  write: { en: 'Reserve and write', ja: '枠を確保して作成' },
  chosen: { en: 'Tick people below, then write to them.', ja: '下の一覧から選び、作成に進んでください。' },
  nobody: { en: 'Nobody can be asked for this just now', ja: '現在、お願いできるお客様はいません' },
  nobodyText: {
    en: 'See under “Not now” what stands in the way of each.',
    ja: '「現在は不可」で、それぞれの理由を確認できます。',
  },
  nobodyFiltered: { en: 'Nobody fits these filters', ja: '条件に合うお客様はいません' },
  noChoice: { en: 'Tick at least one person.', ja: '1 名以上選択してください。' },
  heldBy: {
    en: '{name} is being asked by {holder} until {time}',
    ja: '{name} 様には {holder} が {time} まで対応中です',
  },
  askedBy: { en: '{name} is being asked by {holder}', ja: '{name} 様には {holder} がお願い中です' },
  notReserved: { en: '{name}: {why}', ja: '{name} 様：{why}' },
  compose: { en: 'Write the ask', ja: 'お願いを作成' },
  composeLead: {
    en: 'Reserved for you for half an hour. The owner of each account sees it before it goes and can stop it for one working day.',
    ja: '30 分間、枠を確保しています。送信前に取引先の担当者が確認でき、1 営業日のあいだ中止できます。',
  },
  to: { en: 'To', ja: '宛先' },
  subject: { en: 'Subject', ja: '件名' },
  body: { en: 'Text', ja: '本文' },
  variables: {
    en: '{name}, {company} and {sender} are filled in for each person. A link to answer is added below the text.',
    ja: '{name}・{company}・{sender} はお一人ずつ置き換わります。本文の下に返答用のリンクが付きます。',
  },
  preview: { en: 'As {name} reads it', ja: '{name} 様に届く文面' },
  send: { en: 'Hand over for sending', ja: '送信に進む' },
  giveBack: { en: 'Give back', ja: '枠を取り下げる' },
  written: { en: 'Handed over: {n}.', ja: '{n} 件を送信待ちにしました。' },
  notWritten: { en: 'Not handed over: {names}', ja: '送信待ちにできませんでした：{names}' },
  noneReserved: { en: 'Nothing is reserved for you', ja: '確保中の枠はありません' },
  noneReservedText: {
    en: 'A reservation ends after half an hour. Choose people to ask first.',
    ja: '枠は 30 分で終了します。先にお願いするお客様を選んでください。',
  },
  choosePeople: { en: 'Choose people', ja: 'お客様を選ぶ' },
  stop: { en: 'Stop', ja: '中止' },
  stopTitle: { en: 'Stop asking {name}?', ja: '{name} 様へのお願いを中止しますか' },
  stopSure: {
    en: 'Nothing is sent, and the place in the budget is free again.',
    ja: '送信されず、お願いの枠も元に戻ります。',
  },
  stopSent: {
    en: 'It was sent already: no reminder follows, and the link says that it is closed.',
    ja: 'すでに送信済みです。再送は行われず、リンク先には終了と表示されます。',
  },
  stopped: { en: 'Stopped.', ja: '中止しました。' },
  finish: { en: 'It is done', ja: '実施済みにする' },
  finished: { en: 'Done. Thank you!', ja: '実施済みにしました。' },
  holder: { en: 'Asked by', ja: '依頼者' },
  state: { en: 'State', ja: '状態' },
  when: { en: 'When', ja: '日時' },
  leaves: { en: 'leaves {date}', ja: '{date} 送信予定' },
  noAsks: { en: 'No asks here', ja: '該当するお願いはありません' },
  until: { en: 'not before {date}', ja: '{date} 以降' },
  because: { en: 'because: {why}', ja: '理由：{why}' },
  reasonStopped: { en: 'stopped by a colleague', ja: '担当者が中止' },
  reasonBounced: { en: 'the mail came back', ja: 'メールが不達' },
  told: {
    en: '{holder} wants to ask {person} ({account}): {kind}. It leaves {date}.',
    ja: '{holder} が {person} 様（{account}）に「{kind}」をお願いする予定です。送信予定：{date}',
  },
  toldByHand: {
    en: '{holder} is going to ask {person} ({account}) in person: {kind}.',
    ja: '{holder} が {person} 様（{account}）に「{kind}」を直接お願いする予定です。',
  },
  toldBodyByHand: {
    en: '{holder} is going to ask a customer of yours by telephone or face to face. You can stop it until they have.',
    ja: '{holder} が担当のお客様に、お電話または対面でお願いする予定です。実施前であれば中止できます。',
  },
  toldSubject: { en: '{person} is about to be asked: {kind}', ja: '{person} 様へのお願いが送信予定です：{kind}' },
  toldBody: {
    en: '{holder} wrote this to a customer of yours. You can stop it before it leaves.',
    ja: '{holder} が担当のお客様宛に次の文面を用意しました。送信前であれば中止できます。',
  },
  toldLeaves: { en: 'Leaves', ja: '送信予定' },
  toldButton: { en: 'Look at the asks', ja: 'お願いを確認' },
  pending: { en: 'Under way', ja: '進行中' },
  yes: { en: 'Yes', ja: '承諾' },
  ended: { en: 'Ended', ja: '終了' },
} satisfies Record<string, Word>

export const askingErrors = {
  ask_state: { en: 'This ask has moved on meanwhile.', ja: 'このお願いはすでに別の状態になっています。' },
  ask_not_yours: { en: 'A colleague has reserved this ask.', ja: '別の担当者が確保しているお願いです。' },
  ask_lapsed: {
    en: 'The reservation is over. Choose the person again.',
    ja: '枠の確保が終了しました。もう一度選び直してください。',
  },
  ask_words_untold: {
    en: 'A yes is kept as consent. Tell the person the words first, and tick that you did.',
    ja: '承諾は同意として記録されます。先に文面をお伝えし、チェックを入れてください。',
  },
  asked_by_unknown: {
    en: 'No active colleague with this address may ask customers.',
    ja: 'このメールアドレスの有効なメンバーで、お願いを作成できる方がいません。',
  },
  ask_unknown: { en: 'There is no such ask.', ja: '該当するお願いがありません。' },
  no_advocate: { en: 'This person is no advocate.', ja: 'アンバサダーとして登録されていない方です。' },
  ask_forbidden: { en: 'By now a rule forbids this ask.', ja: 'ルールにより、現在このお願いはできません。' },
} satisfies Record<string, Word>
